import type { SetReader } from '../../model/annotation-set.ts';
import type { SpanId } from '../../model/ids.ts';
import type { Schema } from '../../model/schema.ts';
import type { Result } from '../../result.ts';
import type { Change } from '../change.ts';
import { type EditError, refuse } from '../edit-error.ts';
import { findSpan } from './find.ts';
import { setRanges } from './set-ranges.ts';

/** Takes the range that covers or touches the UTF-16 offset `at` out of a discontinuous span. */
export function removeRange(
  set: SetReader,
  schema: Schema,
  { spanId, at }: { spanId: SpanId; at: number },
): Result<Change, EditError> {
  const found = findSpan(set, spanId);
  if (!found.ok) return found;
  const { ranges } = found.value;
  const range =
    ranges.find(({ start, end }) => start <= at && at < end) ??
    ranges.find(({ end }) => at === end);
  if (!range) return refuse('bad-ranges', 'The span has no words at this place.', spanId);
  if (ranges.length === 1) {
    return refuse('bad-ranges', 'The span has only these words. Delete the span instead.', spanId);
  }
  return setRanges(set, schema, { spanId, ranges: ranges.filter((each) => each !== range) });
}
