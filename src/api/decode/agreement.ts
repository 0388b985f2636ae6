import { z } from 'zod';
import { RELATION_RULES } from '#core/agreement/relations/relation-counts.ts';
import { SPAN_RULES } from '#core/agreement/spans/span-counts.ts';
import type { AgreementCalls } from '../calls/agreement.ts';
import { type Decoders, decoder } from './decoder.ts';
import { annotatorId, documentId, job, name, path } from './parts.ts';

/** A label of a matrix: a type, a value, or the sign for none. */
const label = z.string().max(10_000);
const rule = z.enum(SPAN_RULES);
const types = z.nullable(z.array(name).max(10_000));

const request = z.strictObject({
  documents: z.array(documentId).max(100_000),
  annotators: z.array(annotatorId).max(100),
  entityTypes: types,
  relationTypes: types,
  rule,
  replicates: z.int().min(0).max(10_000),
  level: z.number().gt(0).lt(1),
  seed: z.int().min(0).max(4_294_967_295),
});

const gamma = request.extend({
  alpha: z.number().min(0).max(1_000),
  beta: z.number().min(0).max(1_000),
  deltaEmpty: z.number().gt(0).max(1_000),
  precision: z.number().min(0.001).max(1),
  job,
});

const pair = { first: annotatorId, second: annotatorId };
const outcome = z.enum(['match', 'first-only', 'second-only']);
const cell = { row: label, column: label };
const query = z.discriminatedUnion('kind', [
  z.strictObject({
    ...pair,
    kind: z.literal('spans'),
    rule,
    outcome,
    label: z.nullable(label),
    document: z.nullable(documentId),
  }),
  z.strictObject({
    ...pair,
    ...cell,
    kind: z.literal('span-cell'),
    rule: z.enum(['exact', 'overlap']),
  }),
  z.strictObject({
    ...pair,
    kind: z.literal('relations'),
    rule: z.enum(RELATION_RULES),
    outcome,
    label: z.nullable(label),
  }),
  z.strictObject({ ...pair, ...cell, kind: z.literal('relation-cell') }),
  z.strictObject({ ...pair, ...cell, kind: z.literal('label-cell'), name: label }),
]);

/** Decoders of `agreement.…`. */
export const agreementDecoders: Decoders<keyof AgreementCalls> = {
  'agreement.run': decoder(request.extend({ job })),
  'agreement.places': decoder(z.strictObject({ request, queries: z.array(query).max(5_000), job })),
  'agreement.gammaTime': decoder(gamma),
  'agreement.gamma': decoder(gamma),
  'agreement.write': decoder(
    z.strictObject({
      request,
      format: z.enum(['csv', 'json', 'methods']),
      target: path,
      overwrite: z.boolean(),
      job,
    }),
  ),
};
