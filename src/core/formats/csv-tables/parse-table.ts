import Papa from 'papaparse';
import type { Place } from '../../problem.ts';
import { err, ok, type Result } from '../../result.ts';
import { linesOf } from '../../text/lines.ts';
import type { FormatError } from '../format.ts';
import { withoutMark } from '../tokens/lines-in.ts';

/** A row of a table, with where it stands. */
export interface Row {
  readonly cells: readonly string[];
  readonly place: Place;
}

/** A table with its header. */
export interface Table {
  readonly path: string;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
}

const DELIMITERS = ['\t', ';', ',', '|'];

/** What parts the cells: of the usual characters, the one that the header has most of, outside of quotes. */
export function delimiterOf(text: string): string {
  const header = headerLine(text).replace(/"(?:[^"]|"")*"/gu, '""');
  const count = (delimiter: string) => header.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best), ',');
}

/** The first line; what it has in quotes may run over several. */
function headerLine(text: string): string {
  return /^(?:"(?:[^"]|"")*"|[^"\r\n])*/u.exec(withoutMark(text).slice(0, 20_000))?.[0] ?? '';
}

/** Names of the columns of a table that may be cut off. */
export function columnsOf(text: string): readonly string[] {
  const delimiter = delimiterOf(text);
  const [columns] = Papa.parse<string[]>(headerLine(text), { delimiter }).data;
  return columns ?? [];
}

/**
 * Reads a table with a header row: RFC 4180, with any of the usual separators and line ends. A table parted
 * by tabs whose quotes are not those of RFC 4180 is read without quotes. Fails with the line of a quote
 * that is not closed.
 */
export function parseTable(path: string, source: string): Result<Table, FormatError> {
  const text = withoutMark(source);
  const delimiter = delimiterOf(text);
  const end = text[headerLine(text).length];
  const newline = end === '\r' ? (text.includes('\r\n') ? '\r\n' : '\r') : '\n';
  let parsed = Papa.parse<string[]>(text, { delimiter, newline });
  const isFaulty = () => parsed.errors.some(({ type }) => type === 'Quotes');
  if (isFaulty() && delimiter === '\t') {
    parsed = Papa.parse<string[]>(text, { delimiter, newline, fastMode: true });
  }
  const [fault] = parsed.errors.filter(({ type }) => type === 'Quotes');
  if (fault) {
    const at = linesOf(text).placeOf(Math.max(0, fault.index ?? 0));
    const message = 'A quote mark in this table is not closed, or something stands after it.';
    return err({ code: 'invalid-file', message, place: { file: path, ...at } });
  }
  const [columns = [], ...rows] = parsed.data;
  let line = 1 + breaksIn(columns);
  return ok({
    path,
    columns: columns.map((name) => name.trim()),
    rows: rows.flatMap((cells) => {
      const place = { file: path, line: line + 1 };
      line += 1 + breaksIn(cells);
      return cells.length === 1 && cells[0]?.trim() === '' ? [] : [{ cells, place }];
    }),
  });
}

function breaksIn(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) count++;
  }
  return count;
}
