import type { SetReader } from '../model/annotation-set.ts';
import type { RecordId } from '../model/ids.ts';
import type { Change } from './change.ts';
import { stepsOf } from './change-of.ts';
import { isSame } from './same.ts';

/**
 * Finds the first record that is not what the change takes it to be before the edit.
 * @returns its id; `undefined` where the change fits exactly.
 */
export function conflictOf(set: SetReader, change: Change): RecordId | undefined {
  for (const [id, before, after] of stepsOf(change)) {
    if (!isSame(set.get(id), before) || (after ?? before)?.id !== id) return id;
  }
  return undefined;
}
