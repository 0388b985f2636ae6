import type { SetReader } from '../../model/annotation-set.ts';
import type { SpanId } from '../../model/ids.ts';
import type { Schema } from '../../model/schema.ts';
import { ok, type Result } from '../../result.ts';
import type { Change } from '../change.ts';
import { changeOf, type Step } from '../change-of.ts';
import type { EditError } from '../edit-error.ts';
import { findSpan } from './find.ts';

/** Deletes a span together with the relations that start or end at it; the change holds them all. */
export function removeSpan(
  set: SetReader,
  _schema: Schema,
  { spanId }: { spanId: SpanId },
): Result<Change, EditError> {
  const found = findSpan(set, spanId);
  if (!found.ok) return found;
  const relations = set.relationsOf(spanId);
  return ok(
    changeOf([
      ...relations.map((relation): Step => [relation.id, relation, undefined]),
      [spanId, found.value, undefined],
    ]),
  );
}
