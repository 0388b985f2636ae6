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
 * Scott's pi of two annotators: chance is what the habits of both together would give.
 * Items that one of them did not label are left out.
 * @see Scott (1955), Public Opin. Q. 19(3), 321-325.
 */
export function scottPi(items: readonly Item[]): Result<Coefficient, NotApplicable> {
  const paired = itemPairs(items, 'Scott’s pi');
  if (!paired.ok) return paired;
  const pairs = paired.value;
  let agreeing = 0;
  for (const [a, b] of pairs) if (a === b) agreeing++;
  let byChance = 0;
  for (const count of countLabels(pairs.flat()).values()) byChance += count ** 2;
  return ok(beyondChance(agreeing, pairs.length, byChance, (2 * pairs.length) ** 2));
}

/** Scott's pi of each label against all others together; for two annotators Fleiss' kappa of the label. */
export function scottPiPerLabel(
  items: readonly Item[],
): Result<ReadonlyMap<string, Coefficient>, NotApplicable> {
  const found = new Map<string, Coefficient>();
  for (const label of labelsOf(items)) {
    const pi = scottPi(collapse(items, label));
    if (!pi.ok) return pi;
    found.set(label, pi.value);
  }
  return ok(found);
}
