import type { Range } from '../../model/range.ts';
import type { AgreementSpan } from '../agreement-span.ts';
import { eachTouchedToken } from './touched-tokens.ts';

/** Label of a token that no span touches. */
export const OUTSIDE = 'O';

/**
 * The label of each token that a span touches, for the coefficients that want items; several labels sorted and
 * joined by `+`. Beginning and inside are not told apart. All other tokens are `OUTSIDE`.
 * @param tokens sorted, not overlapping, in UTF-16 code units.
 */
export function tokenLabels(
  tokens: readonly Range[],
  spans: readonly AgreementSpan[],
): ReadonlyMap<number, string> {
  const labels = new Map<number, string>();
  const several = new Map<number, Set<string>>();
  eachTouchedToken(tokens, spans, (token, { label }) => {
    const known = labels.get(token);
    if (known === undefined) labels.set(token, label);
    else if (known !== label) {
      const set = several.get(token) ?? new Set([known]);
      several.set(token, set.add(label));
    }
  });
  for (const [token, set] of several) labels.set(token, [...set].sort().join('+'));
  return labels;
}
