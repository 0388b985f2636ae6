/** Half-open stretch of document text, in UTF-16 code units: `text.slice(start, end)`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** One range or more: non-empty, sorted, neither overlapping nor touching. */
export type Ranges = readonly [Range, ...Range[]];

/**
 * Sorts ranges and joins those that overlap or touch; empty ones are dropped.
 * @returns `undefined` where nothing is left.
 */
export function normalizeRanges(ranges: readonly Range[]): Ranges | undefined {
  const sorted = ranges.filter((r) => r.end > r.start).sort((a, b) => a.start - b.start);
  const joined: Range[] = [];
  for (const range of sorted) {
    const last = joined.at(-1);
    if (last && range.start <= last.end) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else joined.push({ start: range.start, end: range.end });
  }
  const [first, ...rest] = joined;
  return first ? [first, ...rest] : undefined;
}

/** The smallest range that covers all of them. */
export function hull(ranges: Ranges): Range {
  return { start: ranges[0].start, end: (ranges.at(-1) ?? ranges[0]).end };
}
