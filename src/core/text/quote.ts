import type { Range, Ranges } from '../model/range.ts';

/** The words of each range, exactly as the text has them. */
export function quotesOf(text: string, ranges: Ranges): readonly [string, ...string[]] {
  const [first, ...rest] = ranges;
  return [sliceOf(text, first), ...rest.map((range) => sliceOf(text, range))];
}

/** The words of all ranges in one line for people: gaps shown as ` … `, blanks joined. */
export function quoteLine(text: string, ranges: Ranges): string {
  return quotesOf(text, ranges)
    .map((quote) => quote.replace(/\s+/gu, ' '))
    .join(' … ');
}

/** A range whose text is not the words kept with it. */
export interface QuoteMismatch {
  /** Index of the range. */
  readonly range: number;
  /** The words kept; `undefined` where none were. */
  readonly expected: string | undefined;
  /** What the text has there. */
  readonly found: string;
}

/**
 * Compares the words kept with a span to what the text has at its ranges (UTF-16).
 * @param quotes one per range; one too many is a mismatch, too.
 * @returns the first mismatch; `undefined` where all agree.
 */
export function findQuoteMismatch(
  text: string,
  ranges: Ranges,
  quotes: readonly string[],
): QuoteMismatch | undefined {
  const count = Math.max(ranges.length, quotes.length);
  for (let i = 0; i < count; i++) {
    const range = ranges[i];
    const found = range ? sliceOf(text, range) : '';
    if (!range || quotes[i] !== found) return { range: i, expected: quotes[i], found };
  }
  return undefined;
}

function sliceOf(text: string, { start, end }: Range): string {
  return text.slice(start, end);
}
