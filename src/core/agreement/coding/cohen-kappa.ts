import { ok, type Result } from '../../result.ts';
import type { NotApplicable } from '../not-applicable.ts';
import {
  addLabel,
  beyondChance,
  type Coefficient,
  type CountedItem,
  countAll,
  itemPairs,
  perLabel,
} from './items.ts';

/**
 * Cohen's kappa of two annotators: chance is what each one's own habits would give.
 * Items that one of them did not label are left out.
 * @see Cohen (1960), Educ. Psychol. Meas. 20(1), 37-46.
 */
export function cohenKappa(items: readonly CountedItem[]): Result<Coefficient, NotApplicable> {
  const paired = itemPairs(items, 'Cohen’s kappa');
  if (!paired.ok) return paired;
  const pairs = paired.value;
  const first = new Map<string, number>();
  const second = new Map<string, number>();
  let agreeing = 0;
  for (const pair of pairs) {
    addLabel(first, pair.first, pair.times);
    addLabel(second, pair.second, pair.times);
    if (pair.first === pair.second) agreeing += pair.times;
  }
  let byChance = 0;
  for (const [label, count] of first) byChance += count * (second.get(label) ?? 0);
  const all = countAll(pairs);
  return ok(beyondChance(agreeing, all, byChance, all ** 2));
}

/** Cohen's kappa of each label against all others together (the 2×2 collapse). */
export function cohenKappaPerLabel(
  items: readonly CountedItem[],
): Result<ReadonlyMap<string, Coefficient>, NotApplicable> {
  return perLabel(items, cohenKappa);
}
