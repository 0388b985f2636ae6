import type { Range } from '../../model/range.ts';
import type { AgreementSpan } from '../agreement-span.ts';
import type { Counts } from '../counts.ts';
import { eachTouchedToken } from './touched-tokens.ts';

/**
 * Counts tokens that both annotators marked with the same label. Every token that a span touches counts once
 * per span: two spans of one label on a token are two, and match as many as the other side has.
 * @param tokens sorted, not overlapping, in UTF-16 code units.
 */
export function tokenCounts(
  tokens: readonly Range[],
  first: readonly AgreementSpan[],
  second: readonly AgreementSpan[],
): Counts {
  const ours = marksOf(tokens, first);
  const theirs = marksOf(tokens, second);
  let matches = 0;
  for (const [label, marks] of ours.byLabel) {
    const others = theirs.byLabel.get(label);
    if (!others) continue;
    for (const [token, times] of marks) matches += Math.min(times, others.get(token) ?? 0);
  }
  return { matches, first: ours.total, second: theirs.total };
}

function marksOf(tokens: readonly Range[], spans: readonly AgreementSpan[]) {
  const byLabel = new Map<string, Map<number, number>>();
  let total = 0;
  eachTouchedToken(tokens, spans, (token, { label }) => {
    const marks = byLabel.get(label) ?? new Map<number, number>();
    byLabel.set(label, marks);
    marks.set(token, (marks.get(token) ?? 0) + 1);
    total++;
  });
  return { byLabel, total };
}
