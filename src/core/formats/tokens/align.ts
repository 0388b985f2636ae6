import type { Range } from '../../model/range.ts';

/** Tokens of a document by number, half-open: `tokens.slice(from, to)`. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** Where a range of text stands among tokens; otherwise why it stands nowhere. */
export type Alignment = TokenRange | 'cuts a token' | 'has no token';

/** A sound alignment. */
export function isAligned(alignment: Alignment): alignment is TokenRange {
  return typeof alignment !== 'string';
}

/**
 * Finds the tokens that a range covers. Blanks at its edges do not count, as they are no tokens; a range
 * whose edge is inside of a token is not shifted, but reported. Each look-up takes log n steps.
 * @param tokens sorted, not overlapping.
 */
export function alignerOf(tokens: readonly Range[]): (range: Range) => Alignment {
  return ({ start, end }) => {
    const from = firstEndingAfter(tokens, start);
    const to = firstStartingFrom(tokens, end);
    if (from >= to) return 'has no token';
    const [first, last] = [tokens[from], tokens[to - 1]];
    const isWhole = first && last && first.start >= start && last.end <= end;
    return isWhole ? { from, to } : 'cuts a token';
  };
}

/** The text range that tokens cover, blanks between them included. */
export function rangeOfTokens(tokens: readonly Range[], { from, to }: TokenRange): Range {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

function firstEndingAfter(tokens: readonly Range[], offset: number): number {
  return search(tokens.length, (i) => (tokens[i]?.end ?? 0) > offset);
}

function firstStartingFrom(tokens: readonly Range[], offset: number): number {
  return search(tokens.length, (i) => (tokens[i]?.start ?? 0) >= offset);
}

/** The first number from 0 to `count` for which `holds`, which once true must stay true. */
function search(count: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
