import { type AgreementSpan, endOf, sharedLength, startOf } from '../agreement-span.ts';

/** A pair of spans, by their places in the two lists, that share a character at least. */
export interface Overlap {
  readonly first: number;
  readonly second: number;
  /** In UTF-16 code units. */
  readonly shared: number;
}

/**
 * All pairs of spans that share a character. Both lists in order of their starts.
 * Takes time proportional to the spans and to how many of them are open at once.
 */
export function overlapsOf(
  first: readonly AgreementSpan[],
  second: readonly AgreementSpan[],
): readonly Overlap[] {
  const found: Overlap[] = [];
  let open: number[] = [];
  let next = 0;
  for (const [i, span] of first.entries()) {
    const end = endOf(span);
    for (let other = second[next]; other && startOf(other) < end; other = second[++next]) {
      open.push(next);
    }
    const start = startOf(span);
    if (open.length > 0) {
      open = open.filter((j) => {
        const other = second[j];
        return other !== undefined && endOf(other) > start;
      });
    }
    for (const j of open) {
      const other = second[j];
      if (!other || startOf(other) >= end) continue;
      const shared = sharedLength(span, other);
      if (shared > 0) found.push({ first: i, second: j, shared });
    }
  }
  return found;
}
