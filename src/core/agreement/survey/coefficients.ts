import type { Result } from '../../result.ts';
import { cohenKappa } from '../coding/cohen-kappa.ts';
import { fleissKappa } from '../coding/fleiss-kappa.ts';
import type { Coefficient, CountedItem } from '../coding/items.ts';
import { krippendorffAlpha } from '../coding/krippendorff-alpha.ts';
import { scottPi } from '../coding/scott-pi.ts';
import type { NotApplicable } from '../not-applicable.ts';
import type { NamedCoefficient } from './report.ts';

/** All coefficients of the same items side by side; where one does not apply it says why. */
export function coefficientsOf(items: readonly CountedItem[]): readonly NamedCoefficient[] {
  const complete = items.filter(({ item }) => item.every((label) => label !== null));
  return [
    named('alpha', { ok: true, value: krippendorffAlpha(items) }),
    named('cohen', cohenKappa(items)),
    named('scott', scottPi(items)),
    named('fleiss', fleissKappa(complete)),
  ];
}

function named(
  name: NamedCoefficient['name'],
  result: Result<Coefficient, NotApplicable>,
): NamedCoefficient {
  if (!result.ok) {
    return { name, value: null, observed: null, expected: null, why: result.error.message };
  }
  const { value, observed, expected, why } = result.value;
  return { name, value, observed, expected, why };
}
