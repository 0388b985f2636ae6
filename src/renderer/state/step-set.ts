import type { Applied } from '#api/calls/annotations.ts';
import { MisfitError } from '#core/edit/apply.ts';
import type { Change } from '#core/edit/change.ts';
import { invert } from '#core/edit/invert.ts';
import { isSame } from '#core/edit/same.ts';
import { call } from './client.ts';
import type { CommitQueue } from './commit-queue.ts';
import { say } from './messages.ts';
import { redraw } from './select.ts';
import { useSession } from './session.ts';
import { isOpen, readAgain, showApplied } from './sets.ts';
import { showChange } from './show-change.ts';

/**
 * Takes a step of undo or redo in a set of which nothing waits. Where the window knows what the step will
 * do, it shows that at once, as it does with edits; what the host answers has the last word.
 */
export async function stepSet(queue: CommitQueue, which: 'undo' | 'redo'): Promise<void> {
  const expected = queue.recent.expected(which);
  const isShown = expected !== undefined && applyToOpen(queue, expected);
  if (isShown) showChange(expected);
  const applied = await call(`annotations.${which}`, queue.key);
  if (!applied.ok) say('warning', applied.error.message);
  if (!isShown) {
    if (!applied.ok) return;
    showApplied(queue.key, applied.value);
    showChange(applied.value.change);
  } else if (applied.ok && isSame(applied.value.change, expected)) {
    confirm(queue, which, applied.value);
  } else await takeBack(queue, expected, applied.ok);
}

function confirm(queue: CommitQueue, which: 'undo' | 'redo', applied: Applied): void {
  queue.stepped(which, applied);
  if (isOpen(queue.key)) useSession.setState({ undo: queue.undo });
}

/** The host did not do what was shown: something else, or nothing. */
async function takeBack(queue: CommitQueue, shown: Change, isOther: boolean): Promise<void> {
  queue.recent.clear();
  const isBack = applyToOpen(queue, invert(shown));
  // Edits may have been made on what was shown; then the stored set tells what holds.
  if (isOther || !isBack || queue.waiting.length > 0) await readAgain(queue, null);
}

/** Shows a change of a set, where it is open. @returns whether it could be. */
function applyToOpen(queue: CommitQueue, change: Change): boolean {
  const { document } = useSession.getState();
  if (!(document && isOpen(queue.key))) return false;
  try {
    document.index.apply(change);
  } catch (error) {
    if (error instanceof MisfitError) return false;
    throw error;
  }
  redraw();
  return true;
}
