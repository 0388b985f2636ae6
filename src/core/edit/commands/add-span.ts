import type { SetReader } from '../../model/annotation-set.ts';
import type { SpanId } from '../../model/ids.ts';
import { hull, type Range } from '../../model/range.ts';
import type { Schema } from '../../model/schema.ts';
import type { Span } from '../../model/span.ts';
import { ok, type Result } from '../../result.ts';
import { defaultsOf } from '../../schema/inherit.ts';
import { findEntityType } from '../../schema/lookup.ts';
import type { Change } from '../change.ts';
import { changeOf } from '../change-of.ts';
import { type EditError, refuse } from '../edit-error.ts';
import { isSame } from '../same.ts';
import { checkRanges } from './check-ranges.ts';

/**
 * Tags words: adds a span with the default values of its attributes. The caller makes the id.
 * Refused where the very same words have the type already.
 */
export function addSpan(
  set: SetReader,
  schema: Schema,
  { id, type, ranges }: { id: SpanId; type: string; ranges: readonly Range[] },
): Result<Change, EditError> {
  if (set.get(id)) return refuse('exists', `There is an annotation with the id ${id} already.`, id);
  if (!findEntityType(schema, type)) {
    return refuse('unknown-type', `The schema has no entity type ‘${type}’.`);
  }
  const checked = checkRanges(ranges);
  if (!checked.ok) return checked;
  const { start, end } = hull(checked.value);
  const twin = set
    .spansIn(start, end)
    .find((span) => span.type === type && isSame(span.ranges, checked.value));
  if (twin) return refuse('duplicate', `These words are tagged ${type} already.`, twin.id);
  const attributes = defaultsOf(schema.entityTypes, type);
  const span: Span = { kind: 'span', id, type, ranges: checked.value, attributes, note: '' };
  return ok(changeOf([[id, undefined, span]]));
}
