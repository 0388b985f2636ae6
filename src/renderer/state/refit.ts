import type { Change } from '#core/edit/change.ts';
import { isSame } from '#core/edit/same.ts';
import type { SetIndex } from '#core/set/set-index.ts';
import type { PendingEdit } from './commit-queue.ts';

const fits = (index: SetIndex, change: Change) =>
  Object.keys(change.added).every((id) => index.get(id) === undefined) &&
  Object.entries(change.updated).every(([id, [before]]) => isSame(index.get(id), before)) &&
  Object.entries(change.removed).every(([id, record]) => isSame(index.get(id), record));

/**
 * Makes edits again, in order, on a set that is not the one they were made on.
 * Changes `index` by those that fit; the others are left.
 */
export function refit(index: SetIndex, edits: readonly PendingEdit[]) {
  const fitting: PendingEdit[] = [];
  const left: PendingEdit[] = [];
  for (const edit of edits) {
    if (fits(index, edit.change)) {
      index.apply(edit.change);
      fitting.push(edit);
    } else left.push(edit);
  }
  return { fitting, left };
}
