import type { Change } from '../edit/change.ts';
import { diff } from '../edit/diff.ts';
import { mergeRecord } from '../edit/merge-record.ts';
import { isSame } from '../edit/same.ts';
import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { RecordId } from '../model/ids.ts';
import { joinTwins, type Twin } from './join-twins.ts';
import { keepNeeded } from './keep-needed.ts';
import type { MergeConflict } from './merge-conflict.ts';

export type Records = ReadonlyMap<RecordId, AnnotationRecord>;

export interface MergedSet {
  readonly records: Records;
  /** What the merge does to ours. */
  readonly change: Change;
  /** Everything that could not be merged as both sides wanted it. */
  readonly conflicts: readonly MergeConflict[];
  /** Records that both sides made alike: one of each two stays. */
  readonly twins: readonly Twin[];
}

/**
 * Merges one annotator's set as it stands in two places, record by record and field by field, against the
 * state both started from. What only one side did is done; what both did differently is decided as
 * `MergeConflict` says, and listed. No record that one side has and the other did not delete is lost, and
 * what both made alike comes once. Without conflicts it does not matter which side is ours.
 * @param base the common state; empty where none is known.
 */
export function mergeSets(base: Records, ours: Records, theirs: Records): MergedSet {
  const conflicts: MergeConflict[] = [];
  const merged = new Map<RecordId, AnnotationRecord>();
  for (const id of new Set([...ours.keys(), ...theirs.keys()])) {
    const sides = { id, base: base.get(id), ours: ours.get(id), theirs: theirs.get(id) };
    const record = mergeOne(sides, conflicts);
    if (record) merged.set(id, record);
  }
  keepNeeded(merged, { base, ours, theirs }, conflicts);
  const twins = joinTwins(merged, { base, ours, theirs });
  return { records: merged, change: diff(ours, merged), conflicts, twins };
}

type Sides = Omit<MergeConflict, 'reason' | 'field'>;

function mergeOne(sides: Sides, conflicts: MergeConflict[]): AnnotationRecord | undefined {
  const { base, ours, theirs } = sides;
  if (isSame(ours, theirs) || isSame(theirs, base)) return ours;
  if (isSame(ours, base)) return theirs;
  if (!ours || !theirs) {
    conflicts.push({ ...sides, reason: 'changed-and-removed' });
    return ours ?? theirs;
  }
  if (ours.kind === 'status' && theirs.kind === 'status') {
    return ours.at >= theirs.at ? ours : theirs;
  }
  if (!base || base.kind !== ours.kind || base.kind !== theirs.kind) {
    conflicts.push({ ...sides, reason: 'both-added' });
    return ours;
  }
  const { record, kept } = mergeRecord(ours, base, theirs);
  for (const field of kept) conflicts.push({ ...sides, reason: 'both-changed', field });
  return record;
}
