import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { RecordId } from '../model/ids.ts';
import type { Change } from './change.ts';
import { changeOf, type Step } from './change-of.ts';

type Records = ReadonlyMap<RecordId, AnnotationRecord>;

/** The change that turns the records `before` into the records `after`. */
export function diff(before: Records, after: Records): Change {
  return changeOf(steps(before, after));
}

function* steps(before: Records, after: Records): Generator<Step> {
  for (const [id, record] of before) yield [id, record, after.get(id)];
  for (const [id, record] of after) if (!before.has(id)) yield [id, undefined, record];
}
