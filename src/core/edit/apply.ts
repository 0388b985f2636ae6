import type { AnnotationRecord, AnnotationSet } from '../model/annotation-set.ts';
import type { RecordId } from '../model/ids.ts';
import type { Change } from './change.ts';
import { stepsOf } from './change-of.ts';

/** A change that does not belong to the state it was applied to: a bug or a damaged file. */
export class MisfitError extends RangeError {
  readonly id: RecordId;

  constructor(id: RecordId, what: string) {
    super(`record ${id} ${what}`);
    this.name = 'MisfitError';
    this.id = id;
  }
}

/**
 * Makes sure that a change can be carried out: what it adds is not there yet, what it updates or
 * removes is. Values are not compared (`conflictOf` does that).
 * @throws {MisfitError} naming the first record that does not fit.
 */
export function requireFit(has: (id: RecordId) => boolean, change: Change): void {
  for (const id of Object.keys(change.removed)) {
    if (!has(id)) throw new MisfitError(id, 'is to be removed and does not exist');
  }
  for (const [id, [before, after]] of Object.entries(change.updated)) {
    if (!has(id)) throw new MisfitError(id, 'is to be updated and does not exist');
    if (before.id !== id || after.id !== id) throw new MisfitError(id, 'stands under another id');
  }
  for (const [id, record] of Object.entries(change.added)) {
    if (has(id)) throw new MisfitError(id, 'is to be added and exists already');
    if (record.id !== id) throw new MisfitError(id, 'stands under another id');
  }
}

/**
 * The set after the change; the given set stays as it is. Takes time in proportion to the set:
 * `SetIndex.apply` is the quick one.
 * @throws {MisfitError} where the change does not belong to this set.
 */
export function apply(set: AnnotationSet, change: Change): AnnotationSet {
  return { ...set, records: applyToRecords(set.records, change) };
}

/** As `apply`, for records alone. */
export function applyToRecords(
  before: ReadonlyMap<RecordId, AnnotationRecord>,
  change: Change,
): ReadonlyMap<RecordId, AnnotationRecord> {
  requireFit((id) => before.has(id), change);
  const records = new Map(before);
  for (const [id, , after] of stepsOf(change)) {
    if (after === undefined) records.delete(id);
    else records.set(id, after);
  }
  return records;
}
