import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isSame } from '#core/edit/same.ts';
import type { MergeConflict } from '#core/merge/merge-conflict.ts';
import { mergeSets, type Records } from '#core/merge/merge-sets.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { writeDurable } from '../store/durable-file.ts';
import { decodeFormat } from '../store/file-format.ts';
import { nodeFiles } from '../store/files.ts';
import { parseJson } from '../store/parse-json.ts';
import {
  SET_FORMAT,
  type StoredRecord,
  type StoredSetFile,
  storedSet,
} from '../store/set-format.ts';
import { diskError, StoreError, unwrap } from '../store/store-error.ts';
import { stringifySorted } from '../store/stringify.ts';

/** What merging three versions of a set's file gave. */
export interface MergedFile {
  readonly documentId: string;
  readonly annotator: string;
  readonly conflicts: readonly (MergeConflict & { readonly words: string })[];
}

/**
 * Merges three versions of the JSON file of a set, record by record, and writes the result over `ours`: a
 * merge driver for git. Where both sides changed one thing, ours stays, and it is told. The revision stays that of ours, whose log
 * stays beside it: what came in is a change from outside to that log.
 * @param base may be empty: two branches both began the set.
 * @throws {StoreError} `invalid-file`, `newer-format`, `refused`, `disk`; nothing is written then.
 */
export async function mergeFiles(base: string, ours: string, theirs: string): Promise<MergedFile> {
  const own = await readSetFile(ours);
  const other = await readSetFile(theirs);
  const before = (await isEmptyFile(base)) ? null : await readSetFile(base);
  for (const one of [other, ...(before ? [before] : [])]) requireSameSet(own, one, ours);
  const words = wordsOf([before, other, own]);
  const merged = mergeSets(recordsOf(before), recordsOf(own), recordsOf(other));
  const records = [...merged.records.values()].map((record) => stored(record, words));
  await write(ours, { ...own, records });
  return {
    documentId: own.documentId,
    annotator: own.annotator.name,
    conflicts: merged.conflicts.map((conflict) => {
      const { ours: here, theirs: there } = conflict;
      const record = here ?? there;
      const quote = record?.kind === 'span' ? words.get(rangeKey(record))?.join(' … ') : undefined;
      return { ...conflict, words: quote ?? '' };
    }),
  };
}

async function readSetFile(path: string): Promise<StoredSetFile> {
  const name = basename(path);
  const value = unwrap(parseJson(await bytesOf(path), name));
  const file = unwrap(decodeFormat(value, name, SET_FORMAT, storedSet));
  const ids = new Set<string>();
  for (const { id } of file.records) {
    if (ids.has(id)) throw twice(id, path);
    ids.add(id);
  }
  return file;
}

/** Only one of the two could be merged; the other one would be lost. */
function twice(id: string, path: string): StoreError {
  return new StoreError({
    code: 'invalid-file',
    message: `${basename(path)} has two annotations with the id ${id}. Nothing was written; give one of them another id first.`,
    place: { file: path, id },
  });
}

async function isEmptyFile(path: string): Promise<boolean> {
  return (await bytesOf(path)).length === 0;
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    throw diskError(error, path, 'Could not read');
  }
}

function requireSameSet(ours: StoredSetFile, other: StoredSetFile, path: string): void {
  const identity = ({ documentId, annotator, textSha256 }: StoredSetFile) => [
    documentId,
    annotator.id,
    textSha256,
  ];
  if (isSame(identity(ours), identity(other))) return;
  throw new StoreError({
    code: 'refused',
    message: `${basename(path)} and what it is merged with are sets of different documents, people or texts. Nothing was written.`,
    place: { file: path },
  });
}

/**
 * Records as the merge compares them. Offsets stay code points: they are compared, never looked up. The words
 * of a span follow from its place and are put back afterwards.
 */
function recordsOf(file: StoredSetFile | null): Records {
  const records = new Map<string, AnnotationRecord>();
  for (const record of file?.records ?? []) {
    if (record.kind === 'span') {
      const [first = { start: 0, end: 0 }, ...rest] = record.ranges.map(([start, end]) => ({
        start,
        end,
      }));
      const { id, kind, type, attributes = {}, note = '' } = record;
      records.set(id, { id, kind, type, attributes, note, ranges: [first, ...rest] });
    } else if (record.kind === 'relation') {
      const { attributes = {}, note = '', ...more } = record;
      records.set(record.id, { ...more, attributes, note });
    } else records.set(record.id, record);
  }
  return records;
}

type Words = ReadonlyMap<string, readonly string[]>;

/** The words at each place; those of later files count. */
function wordsOf(files: readonly (StoredSetFile | null)[]): Words {
  const words = new Map<string, readonly string[]>();
  for (const file of files)
    for (const record of file?.records ?? [])
      if (record.kind === 'span') words.set(JSON.stringify(record.ranges), record.quote);
  return words;
}

function rangeKey({ ranges }: AnnotationRecord & { kind: 'span' }): string {
  return JSON.stringify(ranges.map(({ start, end }) => [start, end]));
}

function stored(record: AnnotationRecord, words: Words): StoredRecord {
  if (record.kind === 'label') {
    const { value } = record;
    return { ...record, value: typeof value === 'object' ? [...value] : value };
  }
  if (record.kind !== 'span' && record.kind !== 'relation') return record;
  const { attributes, note, ...rest } = record;
  const entries = Object.entries(attributes).map(
    ([name, value]) => [name, typeof value === 'object' ? [...value] : value] as const,
  );
  const more = {
    ...(entries.length > 0 ? { attributes: Object.fromEntries(entries) } : {}),
    ...(note === '' ? {} : { note }),
  };
  if (rest.kind === 'relation') return { ...rest, ...more };
  const ranges = rest.ranges.map(({ start, end }): [number, number] => [start, end]);
  return { ...rest, ...more, ranges, quote: [...(words.get(JSON.stringify(ranges)) ?? [])] };
}

const KINDS: readonly StoredRecord['kind'][] = ['status', 'note', 'label', 'span', 'relation'];

/** As the store writes it: one record per line, neighbours in the text next to each other. */
async function write(path: string, file: StoredSetFile): Promise<void> {
  const start = (record: StoredRecord) =>
    record.kind === 'span' ? (record.ranges[0]?.[0] ?? 0) : 0;
  const records = [...file.records].sort(
    (a, b) =>
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      start(a) - start(b) ||
      (a.id < b.id ? -1 : 1),
  );
  const { annotator, documentId, format, formatVersion, revision, textSha256 } = file;
  const line = (name: string, value: unknown) =>
    `${JSON.stringify(name)}: ${stringifySorted(value)}`;
  const list = records.map((record) => `\n${stringifySorted(record)}`).join(',');
  const fields = [
    ...[line('annotator', annotator), line('documentId', documentId), line('format', format)],
    line('formatVersion', formatVersion),
    `"records": [${list}${records.length === 0 ? '' : '\n'}]`,
    ...[line('revision', revision), line('textSha256', textSha256)],
  ];
  try {
    await writeDurable(nodeFiles, path, Buffer.from(`{\n${fields.join(',\n')}\n}\n`));
  } catch (error) {
    throw diskError(error, path, 'Could not write');
  }
}
