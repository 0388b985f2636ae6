/** Lines of a text. They end with `\n`, `\r\n` or a lone `\r`, which belongs to the line it ends. */
export interface Lines {
  readonly count: number;
  /** Line that holds the UTF-16 offset, counted from 1. Offsets outside the text give the nearest line. */
  lineAt(offset: number): number;
  /** UTF-16 offset at which the line (from 1) starts. Lines outside give the start or the end of the text. */
  startOf(line: number): number;
  /** Line and column of an offset, both counted from 1, the column in UTF-16 code units. */
  placeOf(offset: number): { readonly line: number; readonly column: number };
}

/** Reads the text once; look-ups take log n steps. */
export function linesOf(text: string): Lines {
  const starts = startsOf(text);
  const lineAt = (offset: number): number => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
  const startOf = (line: number) => (line < 1 ? 0 : (starts[line - 1] ?? text.length));
  return {
    count: starts.length,
    lineAt,
    startOf,
    placeOf: (offset) => {
      const line = lineAt(offset);
      return { line, column: Math.max(0, offset - startOf(line)) + 1 };
    },
  };
}

function startsOf(text: string): readonly number[] {
  const starts = [0];
  for (const { index, 0: ending } of text.matchAll(/\r\n?|\n/g)) starts.push(index + ending.length);
  return starts;
}
