import { z } from 'zod';
import type { MergeCalls } from '../calls/merge.ts';
import { type Decoders, decoder } from './decoder.ts';
import { importMapping } from './imports.ts';
import { annotatorId, job, nothing, paths } from './parts.ts';

const choice = z.strictObject({
  others: paths,
  join: z.record(annotatorId, annotatorId),
  mapping: z.nullable(importMapping),
});

/** Decoders of `merge.…`. */
export const mergeDecoders: Decoders<keyof MergeCalls> = {
  'merge.plan': decoder(z.strictObject({ choice, job })),
  'merge.apply': decoder(z.strictObject({ choice, job })),
  'merge.copies': decoder(nothing),
};
