import type { Range } from '../../model/range.ts';
import type { AgreementSpan } from '../agreement-span.ts';
import { eachTouchedToken } from './touched-tokens.ts';

/** Label of a token that no span touches. */
export const OUTSIDE = 'O';

/**
 * One label per token, for the coefficients that want items: that of the span that touches it; several
 * labels sorted and joined by `+`; `O` where there is none. Beginning and inside are not told apart.
 * @param tokens sorted, not overlapping, in UTF-16 code units.
 */
export function tokenLabels(
  tokens: readonly Range[],
  spans: readonly AgreementSpan[],
): readonly string[] {
  const sets: (Set<string> | undefined)[] = Array.from({ length: tokens.length });
  eachTouchedToken(tokens, spans, (token, { label }) => {
    const labels = sets[token];
    if (labels) labels.add(label);
    else sets[token] = new Set([label]);
  });
  return sets.map((labels) => {
    if (!labels) return OUTSIDE;
    return labels.size === 1 ? [...labels].join('') : [...labels].sort().join('+');
  });
}
