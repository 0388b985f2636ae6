import { ok, type Result } from '../../result.ts';
import { ConfusionCounter, type ConfusionMatrix } from '../confusion.ts';
import type { NotApplicable } from '../not-applicable.ts';
import { type CountedItem, itemPairs } from './items.ts';

/** Which label two annotators gave to the same items; items that one did not label are left out. */
export function labelConfusion(
  items: readonly CountedItem[],
): Result<ConfusionMatrix, NotApplicable> {
  const pairs = itemPairs(items, 'A confusion matrix');
  if (!pairs.ok) return pairs;
  const counter = new ConfusionCounter();
  for (const { first, second, times } of pairs.value) counter.add(first, second, times);
  return ok(counter.matrix(false));
}
