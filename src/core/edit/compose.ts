import type { RecordId } from '../model/ids.ts';
import type { Change } from './change.ts';
import { changeOf, type Step, stepsOf } from './change-of.ts';

/**
 * One change that does what `first` and then `second` do. What the two cancel out is not in it.
 * `second` must fit the state after `first`.
 */
export function compose(first: Change, second: Change): Change {
  const steps = new Map<RecordId, Step>();
  for (const step of stepsOf(first)) steps.set(step[0], step);
  for (const [id, before, after] of stepsOf(second)) {
    const earlier = steps.get(id);
    steps.set(id, [id, earlier ? earlier[1] : before, after]);
  }
  return changeOf(steps.values());
}
