import type { Change } from '#core/edit/change.ts';
import { changeOf, type Step } from '#core/edit/change-of.ts';
import { isSame } from '#core/edit/same.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { RecordId } from '#core/model/ids.ts';

type Records = ReadonlyMap<RecordId, AnnotationRecord>;

export interface OutsideMerge {
  /** What brings `theirs` into `ours`. */
  readonly change: Change;
  /** Records that both had changed: theirs were taken. */
  readonly collisions: readonly RecordId[];
}

/**
 * Brings what another program did to a set's JSON file (`base` became `theirs`) into the set as it is
 * here (`ours`, which came from the same base). Where both changed one record, the file's is taken;
 * the caller keeps a copy of ours, and undo takes the change back.
 */
export function mergeOutside(base: Records, ours: Records, theirs: Records): OutsideMerge {
  const steps = new Map<RecordId, Step>();
  const collisions: RecordId[] = [];
  for (const id of new Set([...base.keys(), ...theirs.keys()])) {
    const [was, here, there] = [base.get(id), ours.get(id), theirs.get(id)];
    if (isSame(was, there) || isSame(here, there)) continue;
    steps.set(id, [id, here, there]);
    if (!isSame(was, here)) collisions.push(id);
  }
  const isThere = (id: RecordId) => (steps.has(id) ? theirs.has(id) : ours.has(id));
  for (const [id, record] of ours) {
    if (record.kind !== 'relation' || steps.has(id) || theirs.has(id)) continue;
    if (isThere(record.from) && isThere(record.to)) continue;
    steps.set(id, [id, record, undefined]);
    collisions.push(id);
  }
  return { change: changeOf(steps.values()), collisions };
}

/** Records by id. */
export function byId(records: Iterable<AnnotationRecord>): Map<RecordId, AnnotationRecord> {
  const map = new Map<RecordId, AnnotationRecord>();
  for (const record of records) map.set(record.id, record);
  return map;
}
