import { z } from 'zod';
import type { DatasetDocument } from '../dataset.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import type { BiocDocument, BiocHead } from './collection.ts';
import { parseDocument, parseHead } from './parse-json.ts';
import type { BiocUnit } from './place-text.ts';

/** What both forms of BioC carry: so XML can become JSON without loss, and the other way. */
export const BIOC = 'bioc';

const carriedType = z.object({
  head: z.custom<JsonObject>(isObject),
  document: z.custom<JsonObject>(isObject),
  unit: z.enum(['code-points', 'utf-16']),
});

export interface CarriedBioc {
  readonly head: BiocHead;
  readonly document: BiocDocument;
  readonly unit: BiocUnit;
}

/** The document of BioC that a document was read from; `undefined` where it came from elsewhere. */
export function carriedBioc({
  carried,
}: Pick<DatasetDocument, 'carried'>): CarriedBioc | undefined {
  if (carried?.format !== BIOC) return undefined;
  const decoded = carriedType.safeParse(carried.data);
  if (!decoded.success) return undefined;
  const { head, document, unit } = decoded.data;
  return { head: parseHead(head), document: parseDocument(document, ''), unit };
}
