import { z } from 'zod';
import type { AnnotationRecord } from './annotation-set.ts';
import type { Attributes, AttributeValue } from './attribute.ts';
import { type DocumentLabel, labelId } from './document-label.ts';
import { type DocumentNote, NOTE_ID } from './document-note.ts';
import { type DocumentStatus, STATUS_ID, STATUSES } from './document-status.ts';
import type { Ranges } from './range.ts';
import type { Relation } from './relation.ts';
import type { Span } from './span.ts';

/** Name of a type, attribute, value or label, as people give it. */
export const nameType = z.string().min(1).max(500);
export const noteType = z.string().max(1_000_000);
/** ISO 8601, UTC, as `Date.toISOString` writes it. */
export const timeType = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/u, 'This is not a time in UTC.');
/** Long enough for `label:` and a name. */
export const recordIdType = z.string().min(1).max(600);

export const attributeValueType: z.ZodType<AttributeValue> = z.union([
  z.string().max(1_000_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(10_000)).max(10_000),
]);

export const attributesType: z.ZodType<Attributes> = z.record(nameType, attributeValueType);

const offset = z.int().min(0);
const range = z.strictObject({ start: offset, end: offset });

/** Non-empty ranges, sorted and apart. Whether they lie in the text is for `checkSet`, which has it. */
export const rangesType: z.ZodType<Ranges> = z
  .tuple([range], range)
  .refine((ranges) => ranges.length <= 100_000, 'These are too many ranges.')
  .refine(
    (ranges) => ranges.every(({ start, end }) => start < end),
    'A range must end after it starts.',
  )
  .refine(
    (ranges) => ranges.every(({ start }, i) => start > (ranges[i - 1]?.end ?? -1)),
    'Ranges must be in order and must not touch.',
  );

const span = z.strictObject({
  kind: z.literal('span'),
  id: recordIdType,
  type: nameType,
  ranges: rangesType,
  attributes: attributesType,
  note: noteType,
});

const relation = z.strictObject({
  kind: z.literal('relation'),
  id: recordIdType,
  type: nameType,
  from: recordIdType,
  to: recordIdType,
  attributes: attributesType,
  note: noteType,
});

const label = z
  .strictObject({
    kind: z.literal('label'),
    id: recordIdType,
    name: nameType,
    value: attributeValueType,
  })
  .refine(({ id, name }) => id === labelId(name), 'The id of a document label must tell its name.');

const note = z.strictObject({ kind: z.literal('note'), id: z.literal(NOTE_ID), text: noteType });

const status = z.strictObject({
  kind: z.literal('status'),
  id: z.literal(STATUS_ID),
  status: z.enum(STATUSES),
  at: timeType,
});

export const spanType: z.ZodType<Span> = span;
export const relationType: z.ZodType<Relation> = relation;
export const documentLabelType: z.ZodType<DocumentLabel> = label;
export const documentNoteType: z.ZodType<DocumentNote> = note;
export const documentStatusType: z.ZodType<DocumentStatus> = status;

/** Any record of a set. */
export const annotationRecordType: z.ZodType<AnnotationRecord> = z.discriminatedUnion('kind', [
  span,
  relation,
  label,
  note,
  status,
]);
