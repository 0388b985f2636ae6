import { z } from 'zod';
import { annotatorType, folderNameType } from '../model/decode-project.ts';
import {
  attributesType,
  attributeValueType,
  nameType,
  noteType,
  recordIdType,
  timeType,
} from '../model/decode-records.ts';
import { STATUSES } from '../model/document-status.ts';

const offset = z.int().min(0);
const attributes = attributesType.default({});
const note = noteType.default('');

const spanType = z.strictObject({
  id: recordIdType,
  type: nameType,
  ranges: z.tuple([z.tuple([offset, offset])], z.tuple([offset, offset])),
  quote: z.array(z.string()),
  attributes,
  note,
});

const relationType = z.strictObject({
  id: recordIdType,
  type: nameType,
  from: recordIdType,
  to: recordIdType,
  attributes,
  note,
});

/** A set in an exported file; `JsonSet` is what is written. */
export const setFields = {
  status: z.enum(STATUSES).default('new'),
  statusAt: timeType.nullable().default(null),
  note,
  labels: z.record(nameType, attributeValueType).default({}),
  spans: z.array(spanType).default([]),
  relations: z.array(relationType).default([]),
};

const setType = z.strictObject(setFields);

/** A set as it was read: everything that may be left out has been filled in. */
export type ReadSet = z.infer<typeof setType>;

export const documentFields = { id: folderNameType, name: z.string().min(1).max(1000) };
export { annotatorType };
