/** What stands between columns. */
export type Separator = 'tab' | 'blank';

/** A tag that nothing else looks like: `O`, or `B-PER` and the like. */
export const SURE_TAG = /^(?:O|[BIESLUMW]-\S.*)$/u;

export const DOCUMENT_START = '-DOCSTART-';

/** Columns of a row. With tabs, cells are what stands between them; else any run of blanks separates. */
export function cellsOf(line: string, separator: Separator): readonly string[] {
  if (separator === 'tab') return line.split('\t');
  const trimmed = line.replace(/^[ \t]+|[ \t]+$/gu, '');
  return trimmed.split(/[ \t]+/u);
}

/** The row with other values in some of its columns; all else stays as it is. Columns it lacks are added. */
export function withCells(
  line: string,
  separator: Separator,
  values: ReadonlyMap<number, string>,
): string {
  // With blanks, every second part is what separates; a row may begin with some.
  const parts = separator === 'tab' ? line.split('\t') : line.split(/([ \t]+)/u);
  const first = separator === 'blank' && parts[0] === '' ? 2 : 0;
  for (const [column, value] of values) {
    const at = separator === 'tab' ? column : first + 2 * column;
    while (parts.length <= at)
      parts.push(separator === 'blank' && parts.length % 2 === 1 ? ' ' : '');
    parts[at] = value;
  }
  return parts.join(separator === 'tab' ? '\t' : '');
}

/** Whether the line ends a sentence. */
export function isBlankLine(line: string): boolean {
  return /^[ \t]*$/u.test(line);
}

/** Whether the row begins a document. */
export function startsDocument(line: string): boolean {
  return /^[ \t]*-DOCSTART-(?:[ \t]|$)/u.test(line);
}

/** Whether a line that begins with `#` is a comment, not a `#` with its tag. */
export function isComment(line: string, separator: Separator, hasIndex: boolean): boolean {
  if (!line.startsWith('#')) return false;
  if (hasIndex) return true;
  const last = cellsOf(line, separator).findLast((cell) => cell.trim() !== '');
  return !SURE_TAG.test(last?.trim() ?? '');
}
