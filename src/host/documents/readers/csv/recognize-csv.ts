import Papa from 'papaparse';
import { headOf } from '../decode-text-file.ts';
import type { DocumentSource } from '../document-reader.ts';
import { findDelimiter } from './parse-csv.ts';

const HEAD = 32 * 1024;
const EXTENSION = /\.(?:csv|tsv|tab)$/iu;

/**
 * How likely a file is a table, 0 to 1: its first rows have equally many cells, at least two. Text files of
 * other formats can look so too, so the extension decides how sure it is; alone it is worth little.
 */
export function recognizeCsv({ path, bytes }: DocumentSource): number {
  const text = headOf(bytes, HEAD);
  if (text === undefined || text.trim() === '') return 0;
  const isNamedSo = EXTENSION.test(path);
  if (/^\s*[<{[]/u.test(text)) return isNamedSo ? 0.1 : 0;
  const delimiter = findDelimiter(text);
  const { data } = Papa.parse<string[]>(text, { delimiter, preview: 200 });
  const rows = data.filter((row) => row.some((cell) => cell.trim() !== ''));
  // The last row may be cut.
  const widths = (bytes.length > HEAD ? rows.slice(0, -1) : rows).map((row) => row.length);
  const usual = mostFrequent(widths);
  const equal = widths.filter((width) => width === usual).length / Math.max(1, widths.length);
  if (usual < 2) return isNamedSo ? 0.32 : 0;
  if (equal < 0.9 || widths.length < 2) return isNamedSo ? 0.25 : 0;
  if (isNamedSo) return delimiter === '\t' ? 0.6 : 0.75;
  return delimiter !== '\t' && equal === 1 && widths.length >= 3 ? 0.4 : 0.2;
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
