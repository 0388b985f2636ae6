import { z } from 'zod';
import type { Change } from '#core/edit/change.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { AttributeDefinition, Schema } from '#core/model/schema.ts';
import { name } from './parts.ts';

const recordId = z.string().min(1).max(600);
const note = z.string().max(1_000_000);
const time = z.string().max(40);
const offset = z.int().min(0);

const value = z.union([
  z.string().max(1_000_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(10_000)).max(1000),
]);
const attributes = z.record(name, value);

const range = z.strictObject({ start: offset, end: offset });
/** As `Ranges` promises; whether they lie inside the text is for the host, which has the text. */
const ranges = z
  .tuple([range], range)
  .refine((all) => all.length <= 10_000)
  .refine((all) =>
    all.every(({ start, end }, i) => start > (all[i - 1]?.end ?? -1) && start < end),
  );

const record: z.ZodType<AnnotationRecord> = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('span'),
    id: recordId,
    type: name,
    ranges,
    attributes,
    note,
  }),
  z.strictObject({
    kind: z.literal('relation'),
    id: recordId,
    type: name,
    from: recordId,
    to: recordId,
    attributes,
    note,
  }),
  z.strictObject({ kind: z.literal('label'), id: recordId, name, value }),
  z.strictObject({ kind: z.literal('note'), id: z.literal('note'), text: note }),
  z.strictObject({
    kind: z.literal('status'),
    id: z.literal('status'),
    status: z.enum(['new', 'in-progress', 'done', 'needs-review', 'skipped']),
    at: time,
  }),
]);

/** A change of one set. */
export const change: z.ZodType<Change> = z.strictObject({
  added: z.record(recordId, record),
  updated: z.record(recordId, z.tuple([record, record])),
  removed: z.record(recordId, record),
});

const key = z.string().min(1).max(8).nullable();
const description = z.string().max(100_000);

const attribute: z.ZodType<AttributeDefinition> = z.strictObject({
  name,
  kind: z.enum(['yes-no', 'one-of', 'many-of', 'text', 'number']),
  values: z.array(name).max(10_000),
  default: value.nullable(),
  required: z.boolean(),
  key,
  description,
});

const annotationType = {
  name,
  parent: name.nullable(),
  color: z.string().regex(/^#[0-9a-f]{6}$/iu),
  key,
  description,
  examples: z.array(z.string().max(10_000)).max(1000),
  attributes: z.array(attribute).max(1000),
};
const typeNames = z.array(name).max(10_000);

/** A whole schema. */
export const schema: z.ZodType<Schema> = z.strictObject({
  entityTypes: z.array(z.strictObject(annotationType)).max(10_000),
  relationTypes: z
    .array(
      z.strictObject({ ...annotationType, from: typeNames, to: typeNames, symmetric: z.boolean() }),
    )
    .max(10_000),
  documentLabels: z.array(attribute).max(1000),
});
