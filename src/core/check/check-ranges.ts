import type { Span } from '../model/span.ts';
import { shorten } from '../text/graphemes.ts';
import type { Offsets } from '../text/offsets.ts';
import { findQuoteMismatch } from '../text/quote.ts';
import { type SetProblem, setProblem } from './set-problem.ts';

/**
 * Checks where a span stands in its text.
 * @param offsets of the same text.
 * @param quotes words kept with the span, one per range; `undefined` where none were kept.
 * @returns the first thing that is wrong.
 */
export function checkRanges(
  span: Span,
  text: string,
  offsets: Offsets,
  quotes: readonly string[] | undefined,
): SetProblem | undefined {
  const { id, type, ranges } = span;
  let last = -1;
  for (const { start, end } of ranges) {
    const isSound = Number.isInteger(start) && Number.isInteger(end) && start < end && start > last;
    if (!isSound) {
      return setProblem('bad-ranges', id, `The ranges of a ${type} are empty or out of order.`);
    }
    if (end > text.length) {
      const message = `A ${type} stands at ${start}–${end}, but the text ends at ${text.length}.`;
      return setProblem('outside-text', id, message);
    }
    if (offsets.isInsidePair(start) || offsets.isInsidePair(end)) {
      return setProblem(
        'cuts-character',
        id,
        `A ${type} at ${start}–${end} cuts a character in two.`,
      );
    }
    last = end;
  }
  const mismatch = quotes && findQuoteMismatch(text, ranges, quotes);
  if (!mismatch) return undefined;
  const expected = shorten(mismatch.expected ?? '', 40);
  const found = shorten(mismatch.found, 40);
  const message = `A ${type} was made on ‘${expected}’, but the text there is ‘${found}’.`;
  return setProblem('quote-mismatch', id, message);
}
