import type { Range } from '../../model/range.ts';
import { type AgreementSpan, endOf, startOf } from '../agreement-span.ts';

/**
 * Calls back with each token that a span touches by a character at least, once per span.
 * @param tokens sorted, not overlapping.
 */
export function eachTouchedToken(
  tokens: readonly Range[],
  spans: readonly AgreementSpan[],
  visit: (token: number, span: AgreementSpan) => void,
): void {
  for (const span of spans) {
    const end = endOf(span);
    for (let i = firstEndingAfter(tokens, startOf(span)); i < tokens.length; i++) {
      const token = tokens[i];
      if (!token || token.start >= end) break;
      const isTouched = span.ranges.some(
        (range) => range.start < token.end && range.end > token.start,
      );
      if (isTouched) visit(i, span);
    }
  }
}

function firstEndingAfter(tokens: readonly Range[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
