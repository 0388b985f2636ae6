import type { FormatOption } from '#api/calls/exports.ts';
import type { ApiError } from '#api/problem.ts';
import { columnOptions } from '#core/documents/table/column-options.ts';
import { lookAtColumns } from '#core/documents/table/column-roles.ts';
import { tableOf } from '#core/documents/table/header-row.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { FormatOptions } from '#core/formats/format.ts';
import { err, ok, type Result } from '#core/result.ts';
import { decodeTextFile } from '../decode-text-file.ts';
import type { DocumentReader, DocumentSource, Reading } from '../document-reader.ts';
import { headerOption } from '../table/header-option.ts';
import { MAX_ROWS, readTable, tooManyRows } from '../table/read-table.ts';
import { findDelimiter, parseCsv } from './parse-csv.ts';
import { recognizeCsv } from './recognize-csv.ts';

/** Tables in text files: a document per row. */
export const csvReader: DocumentReader = {
  id: 'csv',
  name: 'Table (CSV, TSV)',
  description:
    'Each row becomes a document. You choose which column is the text, and which are kept as metadata or document labels.',
  extensions: ['csv', 'tsv', 'tab'],
  recognizes: recognizeCsv,
  optionsFor: async (source, reading, chosen = {}) => {
    const text = decodeTextFile(source);
    return text.ok ? ok(await optionsOf(text.value, chosen, reading)) : text;
  },
  read: readCsv,
};

/** Rows from which columns are suggested; one more than are looked at, for the header. */
const LOOKED_AT = 1_001;
const DELIMITERS: Readonly<Record<string, string>> = {
  comma: ',',
  semicolon: ';',
  tab: '\t',
  bar: '|',
};

async function optionsOf(
  text: string,
  chosen: FormatOptions,
  reading: Reading,
): Promise<readonly FormatOption[]> {
  const layout = layoutOptions(text, chosen);
  const delimiter = delimiterOf(text, chosen);
  const { rows } = await parseCsv(firstRows(text), delimiter, reading, LOOKED_AT);
  const header = headerOption(rows, chosen);
  const table = tableOf(rows, header.hasHeader);
  return [layout, header.option, ...columnOptions(lookAtColumns(table))];
}

/** As much of the text as the looked-at rows can be expected in. */
function firstRows(text: string): string {
  const most = 4 * 1024 * 1024;
  return text.length > most ? text.slice(0, text.lastIndexOf('\n', most) + 1 || most) : text;
}

function layoutOptions(text: string, chosen: FormatOptions): FormatOption {
  const found = findDelimiter(text);
  const name = Object.keys(DELIMITERS).find((key) => DELIMITERS[key] === found) ?? 'comma';
  const choices = [
    { value: 'comma', name: 'Commas' },
    { value: 'semicolon', name: 'Semicolons' },
    { value: 'tab', name: 'Tabs' },
    { value: 'bar', name: 'Vertical bars' },
  ];
  const is = choices.find(({ value }) => value === chosen['delimiter'])?.value ?? name;
  return {
    id: 'delimiter',
    name: 'Between cells',
    description: is === name ? 'As found in the first rows.' : 'Not as found in the first rows.',
    choices,
    default: name,
  };
}

function delimiterOf(text: string, chosen: FormatOptions): string {
  const name = chosen['delimiter'] ?? '';
  const known = Object.hasOwn(DELIMITERS, name) ? DELIMITERS[name] : undefined;
  return known ?? findDelimiter(text);
}

async function readCsv(
  source: DocumentSource,
  options: FormatOptions,
  reading: Reading,
): Promise<Result<Dataset, ApiError>> {
  const text = decodeTextFile(source);
  if (!text.ok) return text;
  const delimiter = delimiterOf(text.value, options);
  const parsed = await parseCsv(text.value, delimiter, reading, MAX_ROWS + 1);
  if (parsed.hasMore) return err(tooManyRows(source.path));
  const header = headerOption(parsed.rows, options);
  const table = tableOf(parsed.rows, header.hasHeader);
  const read = await readTable(source, table, options, reading);
  if (!read.ok || parsed.openQuote === undefined) return read;
  const where = `row ${parsed.openQuote}`;
  const message = `In ${where} a quotation mark is opened and never closed: all that follows is in one cell. Close it, or double it where it is meant as text.`;
  const problem = { code: 'open-quote', message, place: { file: source.path, id: where } };
  return ok({ ...read.value, problems: [problem, ...(read.value.problems ?? [])] });
}
