import { z } from 'zod';
import { changeTypeOf } from '#core/model/decode.ts';
import { STATUSES } from '#core/model/document-status.ts';

/** Record ids go into objects as keys: nothing that means something to JavaScript. */
const recordId = z
  .string()
  .min(1)
  .max(1_000)
  .refine((id) => id !== '__proto__');
const attributeValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const attributes = z.record(z.string(), attributeValue);
const offset = z.int().nonnegative();
const range = z.tuple([offset, offset]);

/** A record as the disk has it: offsets in code points, each span with its words. */
export const storedRecord = z.discriminatedUnion('kind', [
  z.strictObject({
    id: recordId,
    kind: z.literal('span'),
    type: z.string(),
    ranges: z.array(range).min(1),
    quote: z.array(z.string()),
    attributes: attributes.optional(),
    note: z.string().optional(),
  }),
  z.strictObject({
    id: recordId,
    kind: z.literal('relation'),
    type: z.string(),
    from: z.string(),
    to: z.string(),
    attributes: attributes.optional(),
    note: z.string().optional(),
  }),
  z.strictObject({
    id: recordId,
    kind: z.literal('label'),
    name: z.string(),
    value: attributeValue,
  }),
  z.strictObject({ id: z.literal('note'), kind: z.literal('note'), text: z.string() }),
  z.strictObject({
    id: z.literal('status'),
    kind: z.literal('status'),
    status: z.enum(STATUSES),
    at: z.string(),
  }),
]);
export type StoredRecord = z.infer<typeof storedRecord>;

/** A change as the log has it. */
export const storedChange = changeTypeOf(storedRecord);
export type StoredChange = z.infer<typeof storedChange>;

export const SET_FORMAT = 'glossator-set';

/** `annotations/<document>/<annotator>.json`. */
export const storedSet = z.strictObject({
  format: z.literal(SET_FORMAT),
  formatVersion: z.literal(1),
  documentId: z.string(),
  annotator: z.strictObject({ id: z.string(), name: z.string() }),
  /** `seq` of the last entry of the log that is in it. */
  revision: z.int().nonnegative(),
  /** Of the text that the offsets count in. */
  textSha256: z.string(),
  records: z.array(storedRecord),
});
export type StoredSetFile = z.infer<typeof storedSet>;
