import type { Change } from '#core/edit/change.ts';
import { diff } from '#core/edit/diff.ts';
import { invert } from '#core/edit/invert.ts';
import { describeLeftOut } from '#core/edit/left-out.ts';
import { rebase } from '#core/edit/rebase.ts';
import { SetIndex } from '#core/set/set-index.ts';
import type { SetStore } from './set-store.ts';
import { StoreError } from './store-error.ts';
import { redoLabel, undoLabel } from './undo-stack.ts';

/** What undo, redo or restoring did. */
export interface Done {
  readonly revision: number;
  readonly change: Change;
  /** Label of the edit concerned. */
  readonly label: string;
  /** What could not be done because it was worked on since, in sentences; `null` for nothing. */
  readonly leftOut: string | null;
}

/** Takes back the last edit that is not yet taken back. Inside the queue only. @throws {StoreError} */
export async function undo(set: SetStore): Promise<Done> {
  const item = set.stack.undo;
  if (!item) throw refused('There is nothing to undo in this document.');
  set.requireWritable();
  const inverse = invert(await set.changeOf(item.last));
  const { change, leftOut } = rebase(set.index, inverse);
  const label = undoLabel(item.label);
  const revision = await set.append({ label, code: 'undo', undoes: item.entry }, change);
  return { revision, change, label: item.label, leftOut: describeLeftOut(leftOut) };
}

/** Brings back the last edit that was taken back. Inside the queue only. @throws {StoreError} */
export async function redo(set: SetStore): Promise<Done> {
  const item = set.stack.redo;
  if (!item) throw refused('There is nothing to redo in this document.');
  set.requireWritable();
  const inverse = invert(await set.changeOf(item.last));
  const { change, leftOut } = rebase(set.index, inverse);
  const label = redoLabel(item.label);
  const revision = await set.append({ label, code: 'redo', redoes: item.entry }, change);
  return { revision, change, label: item.label, leftOut: describeLeftOut(leftOut) };
}

/**
 * The set as it was after the entry `seq`; 0 means before all entries. Goes back from now, entry by entry.
 * @throws {StoreError} `not-found` where the log does not reach back that far.
 */
export async function setAt(set: SetStore, seq: number): Promise<SetIndex> {
  const { entries } = set.state.log;
  const start = entries[0]?.head.seq ?? set.revision + 1;
  if (seq > set.revision || (seq < start - 1 && seq !== set.revision))
    throw new StoreError({
      code: 'not-found',
      message: `The history of this document has no entry ${seq}.`,
    });
  const later = entries.filter(({ head }) => head.seq > seq);
  const changes = await set.changesOf(later);
  const past = new SetIndex(set.index.all());
  try {
    for (const change of changes.toReversed()) past.apply(invert(change));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new StoreError({
      code: 'not-found',
      message: `The history of this document is damaged before this point, so it cannot be shown.`,
    });
  }
  return past;
}

/** Brings the set back to how it was after `seq`, as a new edit. Inside the queue only. @throws {StoreError} */
export async function restore(set: SetStore, seq: number): Promise<Done> {
  set.requireWritable();
  const past = await setAt(set, seq);
  const change = diff(set.index.records, past.records);
  const entry = set.state.log.entries.find(({ head }) => head.seq === seq);
  const label = entry ? `Restore the state after ‘${entry.head.label}’` : 'Restore the first state';
  const revision = await set.append({ label, code: 'restore' }, change);
  return { revision, change, label, leftOut: null };
}

function refused(message: string): StoreError {
  return new StoreError({ code: 'refused', message });
}
