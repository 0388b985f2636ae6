import type { Change } from '#core/edit/change.ts';
import { changeOf, type Step, stepsOf } from '#core/edit/change-of.ts';
import { diff } from '#core/edit/diff.ts';
import { invert } from '#core/edit/invert.ts';
import { describeLeftOut, type LeftOut } from '#core/edit/left-out.ts';
import { rebase } from '#core/edit/rebase.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { SetIndex } from '#core/set/set-index.ts';
import type { EntryMeta, SetStore } from './set-store.ts';
import { StoreError } from './store-error.ts';
import { redoLabel, type Undoable, undoLabel } from './undo-stack.ts';

/** What undo, redo or restoring did. */
export interface Done {
  readonly revision: number;
  readonly change: Change;
  /** Label of the edit concerned. */
  readonly label: string;
  /** What could not be done because it was worked on since, in sentences; `null` for nothing. */
  readonly leftOut: string | null;
}

/**
 * What became of a record of the past by the edits of the schema since; `undefined` where its type is
 * gone and it cannot come back.
 */
export type Follow = (record: AnnotationRecord) => AnnotationRecord | undefined;

/** When records were as they are given. */
export interface Moment {
  /** ISO 8601, UTC; empty for before everything. */
  readonly at: string;
  /** Number of the last project-wide action that the set's log shows by then; 0 where it shows none. */
  readonly action: number;
}

/** Makes a `Follow` for records of that moment. */
export type FollowSince = (since: Moment) => Promise<Follow>;

/** Takes back the last edit that is not yet taken back. Inside the queue only. @throws {StoreError} */
export async function undo(set: SetStore, followSince: FollowSince): Promise<Done> {
  const item = set.stack.undo;
  if (!item) throw refused('There is nothing to undo in this document.');
  return swap(set, item, followSince, {
    label: undoLabel(item.label),
    code: 'undo',
    undoes: item.entry,
  });
}

/** Brings back the last edit that was taken back. Inside the queue only. @throws {StoreError} */
export async function redo(set: SetStore, followSince: FollowSince): Promise<Done> {
  const item = set.stack.redo;
  if (!item) throw refused('There is nothing to redo in this document.');
  return swap(set, item, followSince, {
    label: redoLabel(item.label),
    code: 'redo',
    redoes: item.entry,
  });
}

async function swap(
  set: SetStore,
  item: Undoable,
  followSince: FollowSince,
  meta: EntryMeta,
): Promise<Done> {
  set.requireWritable();
  const inverse = invert(await set.changeOf(item.last));
  const { fitted, dropped } = inTodaysTerms(inverse, await followSince(momentOf(set, item.last)));
  const { change, leftOut } = rebase(set.index, fitted);
  const revision = await set.append(meta, change);
  const all = [...leftOut, ...dropped];
  return { revision, change, label: item.label, leftOut: describeLeftOut(all) };
}

/** A change of the past in terms of today's schema. */
function inTodaysTerms(past: Change, follow: Follow): { fitted: Change; dropped: LeftOut[] } {
  const steps: Step[] = [];
  const dropped: LeftOut[] = [];
  for (const [id, before, after] of stepsOf(past)) {
    const [from, to] = [before && follow(before), after && follow(after)];
    // A label's id is its name, which may be another today.
    const now = (to ?? from)?.id ?? id;
    if (after && !to) dropped.push({ id, record: after, reason: 'type-gone' });
    else if (from || !before) steps.push([now, from, to]);
  }
  return { fitted: changeOf(steps), dropped };
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

/** The moment of an entry. Project-wide actions that the log names need no clock. */
function momentOf(set: SetStore, seq: number): Moment {
  let moment: Moment = { at: '', action: 0 };
  for (const { head } of set.state.log.entries) {
    if (head.seq > seq) break;
    moment = { at: head.at, action: head.action ?? moment.action };
  }
  return moment;
}

/** Brings the set back to how it was after `seq`, as a new edit. Inside the queue only. @throws {StoreError} */
export async function restore(set: SetStore, seq: number, followSince: FollowSince): Promise<Done> {
  set.requireWritable();
  const past = await setAt(set, seq);
  const entry = set.state.log.entries.find(({ head }) => head.seq === seq);
  const follow = await followSince(momentOf(set, seq));
  const wanted = new Map<string, AnnotationRecord>();
  const dropped: LeftOut[] = [];
  for (const record of past.all()) {
    const now = follow(record);
    if (now) wanted.set(now.id, now);
    else dropped.push({ id: record.id, record, reason: 'type-gone' });
  }
  for (const [id, record] of wanted) {
    if (record.kind !== 'relation' || (wanted.has(record.from) && wanted.has(record.to))) continue;
    wanted.delete(id);
    dropped.push({ id, record, reason: 'span-gone' });
  }
  const change = diff(set.index.records, wanted);
  const label = entry ? `Restore the state after ‘${entry.head.label}’` : 'Restore the first state';
  const revision = await set.append({ label, code: 'restore' }, change);
  return { revision, change, label, leftOut: describeLeftOut(dropped) };
}

function refused(message: string): StoreError {
  return new StoreError({ code: 'refused', message });
}
