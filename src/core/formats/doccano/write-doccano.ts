import type { AnnotationRecord } from '../../model/annotation-set.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { carriedJson, sameRecords } from '../json/carried-json.ts';
import { flatLosses, flatSet } from '../json/flat-spans.ts';
import { isObject, type JsonObject } from '../json/json-values.ts';
import { OffsetPlaces, type OffsetUnit } from '../json/offset-units.ts';
import type { Loss } from '../losses.ts';
import { type DocumentOfOne, filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { DOCCANO } from './read-doccano.ts';
import { CATEGORIES, readLine } from './read-line.ts';

/** The unit that the options name. */
export function unitOf(options: FormatOptions): OffsetUnit {
  const units = ['utf-16', 'code-points', 'characters'] as const;
  return units.find((unit) => unit === options['offsets']) ?? 'utf-16';
}

/** Writes one file of JSON Lines for each annotator. */
export function writeDoccano(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  return filesByAnnotator(dataset, 'one').map(({ path, documents }) => ({
    path: `${path}.jsonl`,
    parts: () => linesOf(documents, options),
  }));
}

function* linesOf(documents: readonly DocumentOfOne[], options: FormatOptions): Generator<string> {
  // Ids of doccano are those of a database: no two in one file.
  const last = { entity: 0, relation: 0 };
  for (const [i, one] of documents.entries()) {
    const kept = unchanged(one, unitOf(options));
    yield `${kept ?? JSON.stringify(lineOf(one, i + 1, options, last))}\n`;
  }
}

/** The line as it was read, where it still says what the records say. */
function unchanged({ document, records }: DocumentOfOne, unit: OffsetUnit): string | undefined {
  const carried = carriedJson(document, DOCCANO);
  if (!carried || carried.reading !== unit) return undefined;
  const value: unknown = JSON.parse(carried.raw);
  const read = isObject(value) ? readLine(value, unit) : undefined;
  const isSame = read?.text === document.text && sameRecords(read.records, records);
  return isSame && !carried.raw.includes('\n') ? carried.raw : undefined;
}

function lineOf(
  { document, records }: DocumentOfOne,
  number: number,
  options: FormatOptions,
  last: { entity: number; relation: number },
): JsonObject {
  const places = new OffsetPlaces(document.text, unitOf(options));
  const { spans, indexOf, relations } = flatSet(records, options);
  const head = { id: number, text: document.text, name: document.name };
  const extra = Object.entries(document.metadata ?? {}).filter(([key]) => !RESERVED.has(key));
  const tail = { ...categoriesOf(records), ...Object.fromEntries(extra) };
  if (document.sets.length === 0) return { ...head, ...tail };
  if (options['form'] === 'labels') {
    const label = spans.map(({ span, range }) => [
      places.write(range.start),
      places.write(range.end),
      span.type,
    ]);
    return { ...head, label, Comments: commentsOf(records), ...tail };
  }
  const first = last.entity + 1;
  last.entity += spans.length;
  return {
    ...head,
    entities: spans.map(({ span, range }, i) => ({
      id: first + i,
      label: span.type,
      start_offset: places.write(range.start),
      end_offset: places.write(range.end),
    })),
    relations: relations.map(({ type, from, to }) => ({
      id: ++last.relation,
      from_id: first + (indexOf.get(from) ?? 0),
      to_id: first + (indexOf.get(to) ?? 0),
      type,
    })),
    Comments: commentsOf(records),
    ...tail,
  };
}

const RESERVED = new Set([
  'id',
  'text',
  'data',
  'name',
  'label',
  'labels',
  'entities',
  'relations',
  'Comments',
  'cats',
  'column_data',
  'column_label',
  '__proto__',
]);

function commentsOf(records: readonly AnnotationRecord[]): readonly string[] {
  return records.flatMap((record) => (record.kind === 'note' ? [record.text] : []));
}

function categoriesOf(records: readonly AnnotationRecord[]): { readonly cats?: readonly string[] } {
  for (const record of records) {
    if (isCategory(record)) {
      const cats = typeof record.value === 'string' ? [record.value] : record.value;
      return { cats };
    }
  }
  return {};
}

/** Whether a record is a document label that categories can hold: named so, and text. */
function isCategory(
  record: AnnotationRecord,
): record is Extract<AnnotationRecord, { kind: 'label' }> & { value: string | readonly string[] } {
  return (
    record.kind === 'label' &&
    record.name === CATEGORIES &&
    (typeof record.value === 'string' || Array.isArray(record.value))
  );
}

/** What doccano cannot hold of this dataset with these options. */
export function doccanoLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  let [notes, labels, relations] = [0, 0, 0];
  for (const { set } of setsOf(dataset)) {
    for (const record of set.records) {
      if ('note' in record && record.note !== '') notes++;
      if (record.kind === 'label' && !isCategory(record)) labels++;
      if (record.kind === 'relation') relations++;
    }
  }
  const isFlat = options['form'] === 'labels';
  const own = [
    { what: 'notes on spans and relations', count: notes, why: 'Comments belong to documents.' },
    {
      what: 'document labels',
      count: labels,
      why: `Only the document label ‘${CATEGORIES}’ is written, as categories of the text.`,
    },
    { what: 'relations', count: isFlat ? relations : 0, why: 'The chosen form has no relations.' },
  ];
  const flat = flatLosses(dataset, options).filter(({ what }) => !isFlat || !/^rel/u.test(what));
  return [...own.filter(({ count }) => count > 0), ...flat];
}
