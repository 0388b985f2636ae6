import type { ApiError } from '#api/problem.ts';
import { columnOptions } from '#core/documents/table/column-options.ts';
import { lookAtColumns } from '#core/documents/table/column-roles.ts';
import { cellsOfRecord, KeyList } from '#core/documents/table/json-rows.ts';
import { columnNames, type Table } from '#core/documents/table/table.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { FormatOptions } from '#core/formats/format.ts';
import { err, ok, type Result } from '#core/result.ts';
import { decodeTextFile, headOf } from '../decode-text-file.ts';
import type { DocumentReader, DocumentSource, Reading } from '../document-reader.ts';
import { MAX_ROWS, readTable, tooManyRows } from '../table/read-table.ts';
import { parseRecords, type Records } from './parse-records.ts';

/** JSON Lines and JSON lists: a document per object. */
export const jsonTableReader: DocumentReader = {
  id: 'json-table',
  name: 'Records (JSON, JSON Lines)',
  description:
    'Each object becomes a document. You choose which of its keys is the text, and which are kept as metadata or document labels.',
  extensions: ['jsonl', 'ndjson', 'json'],
  recognizes: ({ bytes }) => recognize(bytes),
  optionsFor: async (source, reading) => {
    const records = await recordsOf(source, LOOKED_AT, reading);
    if (!records.ok) return records;
    return ok(columnOptions(lookAtColumns(tableOfRecords(records.value))));
  },
  read: readRecords,
};

/** Records from which the columns are suggested. */
const LOOKED_AT = 1_000;
const HEAD = 64 * 1024;

/** Below the formats that have annotations in such files: whatever they recognise, they know better. */
function recognize(bytes: Uint8Array): number {
  const text = headOf(bytes, HEAD);
  if (text === undefined) return 0;
  if (/^\s*\[\s*\{\s*"/u.test(text)) return 0.4;
  if (!/^\s*\{\s*"/u.test(text)) return 0;
  const line = text.trimStart().split('\n', 1)[0] ?? '';
  try {
    JSON.parse(line);
    return 0.4;
  } catch {
    // One object over several lines is no table, unless the line is too long to be seen whole.
    return line.length >= HEAD / 2 ? 0.35 : 0;
  }
}

async function recordsOf(
  source: DocumentSource,
  most: number,
  reading: Reading,
): Promise<Result<Records, ApiError>> {
  const text = decodeTextFile(source);
  return text.ok ? parseRecords(text.value, source.path, most, reading) : text;
}

function tableOfRecords({ records, isLines }: Records): Table {
  const list = new KeyList();
  for (const { record } of records) list.add(record);
  const { keys } = list;
  return {
    columns: columnNames(keys, keys.length),
    rows: records.map(({ record }) => cellsOfRecord(record, keys)),
    place: (row) => {
      const number = records[row]?.number ?? row + 1;
      return isLines ? { name: `line ${number}`, line: number } : { name: `record ${number}` };
    },
  };
}

/** Different keys that are read at most; more are data, not keys. */
const MAX_KEYS = 1_000;

async function readRecords(
  source: DocumentSource,
  options: FormatOptions,
  reading: Reading,
): Promise<Result<Dataset, ApiError>> {
  const records = await recordsOf(source, MAX_ROWS, reading);
  if (!records.ok) return records;
  if (records.value.hasMore) return err(tooManyRows(source.path));
  const table = tableOfRecords(records.value);
  if (table.columns.length <= MAX_KEYS) return readTable(source, table, options, reading);
  const message = `The objects of this file have more than ${MAX_KEYS.toLocaleString('en')} different keys; they are no table.`;
  return err({ code: 'refused', message, place: { file: source.path } });
}
