import type { Result } from '../../result.ts';
import { cohenKappa } from '../coding/cohen-kappa.ts';
import { fleissKappa } from '../coding/fleiss-kappa.ts';
import { type Coefficient, type CountedItem, ItemTally } from '../coding/items.ts';
import { krippendorffAlpha } from '../coding/krippendorff-alpha.ts';
import { scottPi } from '../coding/scott-pi.ts';
import { meanOf } from '../counts.ts';
import type { NotApplicable } from '../not-applicable.ts';
import { pairsOf } from '../spans/pairwise.ts';
import type { NamedCoefficient } from './report.ts';

/**
 * All coefficients of the same items side by side; where one does not apply it says why. Those that compare two
 * annotators are, of more, the mean of all pairs.
 */
export function coefficientsOf(items: readonly CountedItem[]): readonly NamedCoefficient[] {
  const complete = items.filter(({ item }) => item.every((label) => label !== null));
  return [
    named('alpha', { ok: true, value: krippendorffAlpha(items) }),
    ofPairs('cohen', items, cohenKappa),
    ofPairs('scott', items, scottPi),
    named('fleiss', fleissKappa(complete)),
  ];
}

type Measured = Result<Coefficient, NotApplicable>;

function named(name: NamedCoefficient['name'], result: Measured): NamedCoefficient {
  if (!result.ok) {
    const nothing = { value: null, observed: null, expected: null };
    return { name, pairs: 1, ...nothing, why: result.error.message };
  }
  const { value, observed, expected, why } = result.value;
  return { name, pairs: 1, value, observed, expected, why };
}

function ofPairs(
  name: NamedCoefficient['name'],
  items: readonly CountedItem[],
  measure: (items: readonly CountedItem[]) => Measured,
): NamedCoefficient {
  const annotators = items[0]?.item.length ?? 2;
  if (annotators === 2) return named(name, measure(items));
  const pairs = pairsOf(Array.from({ length: annotators }, (_, i) => i)).map(([first, second]) => {
    const tally = new ItemTally();
    for (const { item, times } of items) {
      tally.add([item[first] ?? null, item[second] ?? null], times);
    }
    return named(name, measure(tally.items()));
  });
  const mean = (pick: (pair: NamedCoefficient) => number | null) => meanOf(pairs.map(pick));
  const { mean: value, defined } = mean((pair) => pair.value);
  return {
    name,
    pairs: defined,
    value,
    observed: mean((pair) => pair.observed).mean,
    expected: mean((pair) => pair.expected).mean,
    why: value === null ? (pairs.find(({ why }) => why !== null)?.why ?? null) : null,
  };
}
