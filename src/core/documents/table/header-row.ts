import { isEmptyRow } from './column-roles.ts';
import { type Cell, columnNames, type Table } from './table.ts';

const NUMBER = /^[-+]?[\d.,]+%?$/u;
const LONGEST = 80;
/** Rows below it that are looked at. */
const SEEN = 50;

/**
 * Whether the first row names the columns: its cells are short, different, and no numbers, and some
 * column goes on with values of another kind, longer ones or numbers.
 */
export function looksLikeHeader(rows: readonly (readonly string[])[]): boolean {
  const [first = [], ...rest] = rows.slice(0, SEEN);
  const names = first.map((cell) => cell.trim());
  const filled = names.filter((name) => name !== '');
  const isNames =
    filled.length > 0 &&
    filled.length * 2 >= names.length &&
    filled.every((name) => name.length <= LONGEST && !NUMBER.test(name)) &&
    new Set(filled).size === filled.length;
  if (!isNames || rest.length === 0) return false;
  if (filled.every((name) => /^[a-z][\w.-]*$/iu.test(name))) return true;
  return names.some((name, column) => {
    const values = rest.map((row) => row[column]?.trim() ?? '').filter((value) => value !== '');
    if (name === '' || values.length === 0) return false;
    const mean = values.reduce((sum, value) => sum + value.length, 0) / values.length;
    return mean > 2 * name.length || values.every((value) => NUMBER.test(value));
  });
}

/**
 * A table of rows: empty rows are passed over, and the first that is not gives the names where it shall.
 * @param numbers of the rows, as people count them; from 1 where it is not given.
 */
export function tableOf(
  rows: readonly (readonly Cell[])[],
  hasHeader: boolean,
  numbers?: readonly number[],
): Table {
  const kept: (readonly Cell[])[] = [];
  const places: number[] = [];
  let names: readonly string[] | undefined;
  let width = 0;
  for (const [i, row] of rows.entries()) {
    if (isEmptyRow(row)) continue;
    width = Math.max(width, row.length);
    if (hasHeader && !names) names = row.map((cell) => String(cell ?? ''));
    else {
      kept.push(row);
      places.push(numbers?.[i] ?? i + 1);
    }
  }
  return {
    columns: columnNames(names ?? [], width),
    rows: kept,
    place: (row) => ({ name: `row ${places[row] ?? row + 1}` }),
  };
}
