import { isEmpty } from '#core/edit/is-empty.ts';
import { plural } from '#core/text/plural.ts';
import { OUTSIDE, OUTSIDE_META } from './log-line.ts';
import { byId, mergeOutside } from './merge-outside.ts';
import type { SetContents } from './set-contents.ts';
import { setAt } from './set-history.ts';
import type { SetStore } from './set-store.ts';
import { StoreError } from './store-error.ts';

/**
 * Looks whether another program changed the files of an open set. Edits of the JSON file are taken in
 * as an entry of the log; where the set holds edits that the file never had, a copy of ours is kept
 * beside it first. A file that cannot be read makes the set read-only and is left as it is.
 *
 * Inside the queue only.
 * @returns `reload` where the log was changed: the set must be opened anew.
 * @throws {StoreError} `disk`, `read-only`, …
 */
export async function takeInOutside(set: SetStore): Promise<'untouched' | 'merged' | 'reload'> {
  const { adapter, log } = set.state;
  if (set.isSnapshotting) return 'untouched';
  if (!(await log.isUntouched())) return 'reload';
  if (!(await adapter.isChanged())) return 'untouched';
  if (set.readOnly !== null || set.state.isOthers) return 'reload';
  const base = set.state.low.data;
  const copy = set.isDirty ? await set.keepCopy() : null;
  const copied = copy === null ? '' : ` Your version is kept as ${copy}.`;
  const name = set.state.place.name;

  let theirs: SetContents | null;
  try {
    theirs = await adapter.read();
    if (theirs) requireOurs(theirs, set);
  } catch (error) {
    if (!(error instanceof StoreError) || error.problem.code === 'disk') throw error;
    set.freeze(error.problem.message, error.problem);
    set.env.onOutside(set.key, `${error.problem.message}${copied}`);
    return 'merged';
  }
  if (theirs === null) {
    // Deleted: the log still has everything, and the file is written again.
    set.state.low.data = { ...base, revision: 0, records: [] };
    set.env.onDirty(set.key, set.isDirty);
    return 'merged';
  }
  const { index } = set;
  const then = await baseOf(set, theirs.revision, base);
  const { change, collisions } = mergeOutside(then, index.records, byId(theirs.records));
  set.state.low.data = { ...theirs, revision: Math.min(theirs.revision, set.revision) };
  if (isEmpty(change)) return 'merged';
  await set.append({ ...OUTSIDE_META, by: OUTSIDE }, change);
  const both =
    collisions.length === 0
      ? 'Both versions were brought together.'
      : `${plural(collisions.length, 'annotation')} had been changed here too; what the file has is shown, and undo brings yours back.`;
  set.env.onOutside(
    set.key,
    `${name} was changed by another program and is read again.${copy === null ? '' : ` ${both}${copied}`}`,
  );
  return 'merged';
}

/** What the file held before the other program changed it: the state that its revision names. */
async function baseOf(set: SetStore, revision: number, known: SetContents) {
  if (revision === known.revision) return byId(known.records);
  try {
    return (await setAt(set, revision)).records;
  } catch (error) {
    if (!(error instanceof StoreError) || error.problem.code !== 'not-found') throw error;
    return byId(known.records);
  }
}

/** @throws {StoreError} `invalid-file` */
function requireOurs(theirs: SetContents, set: SetStore): void {
  const { key, textSha256, place } = set.state;
  const fits =
    theirs.documentId === key.documentId &&
    theirs.annotator.id === key.annotatorId &&
    theirs.textSha256 === textSha256 &&
    theirs.misplaced.length === 0;
  if (fits) return;
  const why =
    theirs.misplaced[0]?.message ?? 'It now belongs to another document, text or annotator.';
  throw new StoreError({
    code: 'invalid-file',
    message: `${place.name} was changed by another program. ${why} It was left as it is.`,
    place: { file: place.name },
  });
}
