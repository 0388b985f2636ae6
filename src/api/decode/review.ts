import { z } from 'zod';
import { recordIdType } from '#core/model/decode-records.ts';
import { DIFFERENCE_KINDS } from '#core/review/differences.ts';
import type { ReviewCalls } from '../calls/review.ts';
import { type Decoders, decoder } from './decoder.ts';
import { annotatorId, documentId, job, name } from './parts.ts';

const annotators = z.array(annotatorId).max(100);

const filter = z.strictObject({
  kind: z.nullable(z.enum(DIFFERENCE_KINDS)),
  type: z.nullable(name),
  annotator: z.nullable(annotatorId),
  document: z.nullable(documentId),
  words: z.string().max(1_000),
});

/** Decoders of `review.…`. */
export const reviewDecoders: Decoders<keyof ReviewCalls> = {
  'review.differences': decoder(
    z.strictObject({ documents: z.array(documentId).max(100_000), annotators, filter, job }),
  ),
  'review.excerpt': decoder(
    z.strictObject({
      document: documentId,
      annotators,
      record: z.strictObject({ annotator: annotatorId, id: recordIdType }),
      around: z.int().min(0).max(20_000),
      reading: job,
    }),
  ),
};
