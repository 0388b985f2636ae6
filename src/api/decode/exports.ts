import { z } from 'zod';
import type { ExportCalls } from '../calls/exports.ts';
import { type Decoders, decoder } from './decoder.ts';
import { annotatorId, documentId, job, name, nothing, path } from './parts.ts';

const percent = z.number().min(0).max(100);

const request = z.strictObject({
  format: z.string().min(1).max(100),
  selection: z.strictObject({
    documents: z.array(documentId).max(100_000),
    annotators: z.array(annotatorId).max(100_000),
    entityTypes: z.array(name).max(10_000),
    relationTypes: z.array(name).max(10_000),
  }),
  options: z.record(z.string().max(100), z.string().max(1000)),
  split: z
    .strictObject({
      percent: z.strictObject({ train: percent, dev: percent, test: percent }),
      seed: z.int().min(0).max(0xffffffff),
      layout: z.enum(['folders', 'names']),
    })
    .optional(),
  leftOut: z.enum(['drop', 'separate-file']).optional(),
});

/** Decoders of `export.…`. */
export const exportDecoders: Decoders<keyof ExportCalls> = {
  'export.figure': decoder(
    z.strictObject({
      format: z.enum(['svg', 'html', 'png']),
      data: z.string().min(1),
      target: path,
      overwrite: z.boolean(),
    }),
  ),
  'export.formats': decoder(nothing),
  'export.preview': decoder(request.extend({ job, reuse: z.boolean().optional() })),
  'export.places': decoder(
    request.extend({
      loss: z.strictObject({ what: z.string().max(1000), why: z.string().max(10_000) }),
      job,
    }),
  ),
  'export.write': decoder(
    request.extend({
      target: path,
      overwrite: z.boolean(),
      overwriteTarget: z.boolean().optional(),
      job,
    }),
  ),
};
