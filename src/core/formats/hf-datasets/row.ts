import { z } from 'zod';
import { err, ok, type Result } from '../../result.ts';
import { plural } from '../../text/plural.ts';
import type { FormatError } from '../format.ts';
import { parseJson } from '../parse-json.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** A row that has tokens with tags, or a text with spans; columns by the names that they have in it. */
export type HfRow =
  | {
      readonly kind: 'tokens';
      readonly object: JsonObject;
      readonly tokens: readonly string[];
      /** Column of the tags. */
      readonly column: string;
      readonly tags: readonly (string | number)[];
    }
  | {
      readonly kind: 'text';
      readonly object: JsonObject;
      readonly text: string;
      /** Column of the spans. */
      readonly column: string;
      readonly spans: readonly JsonObject[];
    };

const TOKEN_COLUMNS = ['tokens', 'words'];
const TAG_COLUMNS = ['ner_tags', 'ner', 'tags', 'labels', 'ner_labels', 'fine_ner_tags'];
const SPAN_COLUMNS = ['entities', 'spans', 'ner'];
export const TYPE_KEYS = ['label', 'type', 'entity_group', 'tag', 'entity'];
const DOCUMENT_COLUMNS = ['document', 'doc_id', 'document_id', 'docid'];

const objectType: z.ZodType<JsonObject> = z.record(z.string(), z.unknown());

/** Reads a row. */
export function readRow(text: string, file: string, line: number): Result<HfRow, FormatError> {
  const parsed = parseJson(objectType, text, file, line);
  if (!parsed.ok) return parsed;
  const row = rowOf(parsed.value);
  if (typeof row !== 'string') return ok(row);
  return err({ code: 'invalid-file', message: row, place: { file, line } });
}

/** What an object holds; where it is neither, a sentence that says why. */
export function rowOf(object: JsonObject): HfRow | string {
  const tokens = TOKEN_COLUMNS.map((name) => object[name]).find(isStrings);
  if (tokens) {
    const column = TAG_COLUMNS.find((name) => isTags(object[name]));
    const tags = column === undefined ? undefined : object[column];
    if (column === undefined || !isTags(tags)) {
      return 'There are tokens, but no tags: a list of names or numbers in ‘ner_tags’.';
    }
    if (tags.length !== tokens.length) {
      return `The row has ${plural(tokens.length, 'token')}, but ${plural(tags.length, 'tag')} in ‘${column}’.`;
    }
    return { kind: 'tokens', object, tokens, column, tags };
  }
  const { text } = object;
  const column = SPAN_COLUMNS.find((name) => isSpans(object[name]));
  const spans = column === undefined ? undefined : object[column];
  if (typeof text !== 'string' || column === undefined || !isSpans(spans)) {
    return 'A row has ‘tokens’ with ‘ner_tags’, or a ‘text’ with ‘entities’ that have start and end.';
  }
  return { kind: 'text', object, text, column, spans };
}

/** The document a row says it is of; `null` where it says nothing. */
export function documentOf({ object }: HfRow): string | null {
  for (const name of DOCUMENT_COLUMNS) {
    const value = object[name];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return null;
}

/** Whether a document begins with a row; `before` is the row before it. Rows that name none may belong together. */
export function startsDocument(line: string, before: string): boolean {
  const [row, last] = [readRow(line, '', 1), readRow(before, '', 1)];
  if (!row.ok || !last.ok || last.value.kind !== row.value.kind) return false;
  if (row.value.kind === 'text') return true;
  const [own, other] = [documentOf(row.value), documentOf(last.value)];
  return own !== null && other !== null && own !== other;
}

function isStrings(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isTags(value: unknown): value is readonly (string | number)[] {
  return (
    Array.isArray(value) &&
    value.every((one) => typeof one === 'string' || (Number.isSafeInteger(one) && one >= 0))
  );
}

function isSpans(value: unknown): value is readonly JsonObject[] {
  return (
    Array.isArray(value) &&
    value.every((one) => typeof one === 'object' && one !== null && 'start' in one && 'end' in one)
  );
}
