import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { RecordId } from '../model/ids.ts';
import type { Change } from './change.ts';
import { isSame } from './same.ts';

/** A record before and after; `undefined` where there is none. */
export type Step = readonly [
  id: RecordId,
  before: AnnotationRecord | undefined,
  after: AnnotationRecord | undefined,
];

/** Puts single steps together as one change. Steps that change nothing are left out; ids are unique. */
export function changeOf(steps: Iterable<Step>): Change {
  const added: [RecordId, AnnotationRecord][] = [];
  const updated: [RecordId, readonly [AnnotationRecord, AnnotationRecord]][] = [];
  const removed: [RecordId, AnnotationRecord][] = [];
  for (const [id, before, after] of steps) {
    if (before === undefined) {
      if (after !== undefined) added.push([id, after]);
    } else if (after === undefined) removed.push([id, before]);
    else if (!isSame(before, after)) updated.push([id, [before, after]]);
  }
  // `fromEntries` defines plain properties, whatever the id: `__proto__` is an id like any other.
  return {
    added: Object.fromEntries(added),
    updated: Object.fromEntries(updated),
    removed: Object.fromEntries(removed),
  };
}

/** The steps of a change: removals first, then updates, then additions. */
export function* stepsOf(change: Change): Generator<Step> {
  for (const [id, record] of Object.entries(change.removed)) yield [id, record, undefined];
  for (const [id, [before, after]] of Object.entries(change.updated)) yield [id, before, after];
  for (const [id, record] of Object.entries(change.added)) yield [id, undefined, record];
}
