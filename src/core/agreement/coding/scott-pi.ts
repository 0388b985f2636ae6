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
 * Scott's pi of two annotators: chance is what the habits of both together would give.
 * Items that one of them did not label are left out.
 * @see Scott (1955), Public Opin. Q. 19(3), 321-325.
 */
export function scottPi(items: readonly CountedItem[]): Result<Coefficient, NotApplicable> {
  const paired = itemPairs(items, 'Scott’s pi');
  if (!paired.ok) return paired;
  const pairs = paired.value;
  const counts = new Map<string, number>();
  let agreeing = 0;
  for (const { first, second, times } of pairs) {
    addLabel(counts, first, times);
    addLabel(counts, second, times);
    if (first === second) agreeing += times;
  }
  let byChance = 0;
  for (const count of counts.values()) byChance += count ** 2;
  const all = countAll(pairs);
  return ok(beyondChance(agreeing, all, byChance, (2 * all) ** 2));
}

/** Scott's pi of each label against all others together; for two annotators Fleiss' kappa of the label. */
export function scottPiPerLabel(
  items: readonly CountedItem[],
): Result<ReadonlyMap<string, Coefficient>, NotApplicable> {
  return perLabel(items, scottPi);
}
