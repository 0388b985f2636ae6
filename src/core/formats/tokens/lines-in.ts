/** A line of a file. */
export interface FileLine {
  /** Counted from 1. */
  readonly number: number;
  /** Without its line break. */
  readonly text: string;
  /** Its line break as it is: LF, CR LF, or nothing at the end of the file. */
  readonly lineBreak: string;
  /** Where it starts in the file, in UTF-16. */
  readonly start: number;
}

/** Lines of a file that end with LF or CR LF. Nothing after the last line break is no line. */
export function* linesIn(source: string): Generator<FileLine> {
  let start = 0;
  for (let number = 1; start < source.length; number++) {
    const found = source.indexOf('\n', start);
    const next = found < 0 ? source.length : found + 1;
    const last = found < 0 ? source.length : found;
    const end = found > start && source.charCodeAt(found - 1) === 13 ? last - 1 : last;
    const lineBreak = source.slice(end, next);
    yield { number, text: source.slice(start, end), lineBreak, start };
    start = next;
  }
}

/** A file's text without its byte order mark. */
export function withoutMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
