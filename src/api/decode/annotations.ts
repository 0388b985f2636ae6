import { z } from 'zod';
import { setChangeType } from '#core/model/decode.ts';
import type { AnnotationCalls } from '../calls/annotations.ts';
import { type Decoders, decoder } from './decoder.ts';
import { code, label, seq, setKey } from './parts.ts';

const offset = z.int().min(0);
const near = z
  .strictObject({ start: offset, end: offset })
  .refine(({ start, end }) => start <= end);

/** Decoders of `annotations.…`. */
export const annotationDecoders: Decoders<keyof AnnotationCalls> = {
  'annotations.read': decoder(setKey.extend({ near: near.optional() })),
  'annotations.commit': decoder(setKey.extend({ base: seq, label, code, change: setChangeType })),
  'annotations.undo': decoder(setKey),
  'annotations.redo': decoder(setKey),
  'annotations.history': decoder(setKey),
  'annotations.at': decoder(setKey.extend({ seq })),
  'annotations.restore': decoder(setKey.extend({ seq })),
};
