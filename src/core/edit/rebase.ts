import type { AnnotationRecord, SetReader } from '../model/annotation-set.ts';
import type { RecordId } from '../model/ids.ts';
import type { Change } from './change.ts';
import { changeOf, type Step } from './change-of.ts';
import type { LeftOut } from './left-out.ts';
import { mergeRecord } from './merge-record.ts';
import { isSame } from './same.ts';

export interface Rebased {
  /** Fits the present state exactly; may be empty. */
  readonly change: Change;
  /** What could not be done, because somebody worked on it since. */
  readonly leftOut: readonly LeftOut[];
}

/**
 * Fits a change (mostly the inverse of an earlier edit) onto a state that has moved on.
 *
 * Record by record: where it still is what the change starts from, the change is made; where other
 * fields differ, only the fields that the change concerns are set; a field that was given yet another
 * value since keeps it. A record that is gone stays gone. Relations whose span is gone are not brought
 * back, and a span that relations made since hold on to is not removed. Nothing is dropped in
 * silence: see `leftOut`. What is already as wanted is not mentioned.
 */
export function rebase(set: SetReader, change: Change): Rebased {
  const leftOut: LeftOut[] = [];
  const steps = new Map<RecordId, Step>();

  for (const [id, record] of Object.entries(change.removed)) {
    const present = set.get(id);
    if (present?.kind === record.kind) steps.set(id, [id, present, undefined]);
  }
  for (const [id, [from, to]] of Object.entries(change.updated)) {
    const present = set.get(id);
    if (present === undefined) leftOut.push({ id, record: to, reason: 'gone' });
    else if (present.kind !== to.kind) leftOut.push({ id, record: to, reason: 'exists' });
    else {
      const merged = mergeRecord(present, from, to);
      for (const field of merged.kept) leftOut.push({ id, record: to, reason: 'changed', field });
      steps.set(id, [id, present, merged.record]);
    }
  }
  for (const [id, record] of Object.entries(change.added)) {
    const present = set.get(id);
    if (present === undefined) steps.set(id, [id, undefined, record]);
    else if (!isSame(present, record)) leftOut.push({ id, record, reason: 'exists' });
  }

  keepWhole(set, steps, leftOut);
  return { change: changeOf(steps.values()), leftOut };
}

/** Takes out steps that would leave a relation without one of its spans, until none does. */
function keepWhole(set: SetReader, steps: Map<RecordId, Step>, leftOut: LeftOut[]): void {
  const after = (id: RecordId): AnnotationRecord | undefined => {
    const step = steps.get(id);
    return step ? step[2] : set.get(id);
  };
  const isHeld = (spanId: RecordId) =>
    set.relationsOf(spanId).some(({ id }) => {
      const relation = after(id);
      return relation?.kind === 'relation' && (relation.from === spanId || relation.to === spanId);
    });

  let count: number;
  do {
    count = steps.size;
    for (const [id, [, before, record]] of steps) {
      if (before?.kind === 'span' && record === undefined && isHeld(id)) {
        steps.delete(id);
        leftOut.push({ id, record: before, reason: 'in-use' });
      }
      if (record?.kind !== 'relation') continue;
      const keepsEnds =
        before?.kind === 'relation' && before.from === record.from && before.to === record.to;
      if (keepsEnds || (isSpan(after(record.from)) && isSpan(after(record.to)))) continue;
      steps.delete(id);
      leftOut.push({ id, record, reason: 'span-gone' });
    }
  } while (steps.size < count);
}

function isSpan(record: AnnotationRecord | undefined): boolean {
  return record?.kind === 'span';
}
