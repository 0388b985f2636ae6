import { ok, type Result } from '../../result.ts';
import type { NotApplicable } from '../not-applicable.ts';
import {
  beyondChance,
  type Coefficient,
  collapse,
  countLabels,
  type Item,
  itemPairs,
  labelsOf,
} from './items.ts';

/**
 * Cohen's kappa of two annotators: chance is what each one's own habits would give.
 * Items that one of them did not label are left out.
 * @see Cohen (1960), Educ. Psychol. Meas. 20(1), 37-46.
 */
export function cohenKappa(items: readonly Item[]): Result<Coefficient, NotApplicable> {
  const paired = itemPairs(items, 'Cohen’s kappa');
  if (!paired.ok) return paired;
  const pairs = paired.value;
  const first = countLabels(pairs.map(([label]) => label));
  const second = countLabels(pairs.map(([, label]) => label));
  let agreeing = 0;
  for (const [a, b] of pairs) if (a === b) agreeing++;
  let byChance = 0;
  for (const [label, count] of first) byChance += count * (second.get(label) ?? 0);
  return ok(beyondChance(agreeing, pairs.length, byChance, pairs.length ** 2));
}

/** Cohen's kappa of each label against all others together (the 2×2 collapse). */
export function cohenKappaPerLabel(
  items: readonly Item[],
): Result<ReadonlyMap<string, Coefficient>, NotApplicable> {
  const found = new Map<string, Coefficient>();
  for (const label of labelsOf(items)) {
    const kappa = cohenKappa(collapse(items, label));
    if (!kappa.ok) return kappa;
    found.set(label, kappa.value);
  }
  return ok(found);
}
