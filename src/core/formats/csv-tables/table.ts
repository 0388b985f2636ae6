import Papa from 'papaparse';
import type { TargetFile } from '../format.ts';
import { guardFormula } from './guard.ts';

export type Cell = string | number | boolean;

/** How the tables are written. */
export interface CsvStyle {
  readonly delimiter: ',' | ';' | '\t';
  readonly hasBom: boolean;
  /** Put a quote mark before texts that a spreadsheet would run. */
  readonly isGuarded: boolean;
}

/** Rows written at a time. */
const BATCH = 1000;

/** A table as RFC 4180 has it: a header row, lines that end with CR LF, quotes where they are needed. */
export function csvFile(
  path: string,
  columns: readonly string[],
  rows: () => Iterable<readonly Cell[]>,
  style: CsvStyle,
): TargetFile {
  return { path, parts: () => csvParts(columns, rows(), style) };
}

function* csvParts(
  columns: readonly string[],
  rows: Iterable<readonly Cell[]>,
  { delimiter, hasBom, isGuarded }: CsvStyle,
): Generator<string> {
  const guard = (cell: Cell) => (isGuarded && typeof cell === 'string' ? guardFormula(cell) : cell);
  const write = (batch: readonly (readonly Cell[])[]) =>
    `${Papa.unparse(
      batch.map((row) => row.map(guard)),
      { delimiter, newline: '\r\n' },
    )}\r\n`;
  yield (hasBom ? '\ufeff' : '') + write([columns]);
  let batch: (readonly Cell[])[] = [];
  for (const row of rows) {
    batch.push(row);
    if (batch.length < BATCH) continue;
    yield write(batch);
    batch = [];
  }
  if (batch.length > 0) yield write(batch);
}
