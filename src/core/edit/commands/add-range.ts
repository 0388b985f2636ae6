import type { SetReader } from '../../model/annotation-set.ts';
import type { SpanId } from '../../model/ids.ts';
import type { Range } from '../../model/range.ts';
import type { Schema } from '../../model/schema.ts';
import type { Result } from '../../result.ts';
import type { Change } from '../change.ts';
import { type EditError, refuse } from '../edit-error.ts';
import { checkRanges } from './check-ranges.ts';
import { findSpan } from './find.ts';
import { setRanges } from './set-ranges.ts';

/** Adds words to a span, which makes it discontinuous unless they touch it. */
export function addRange(
  set: SetReader,
  schema: Schema,
  { spanId, range }: { spanId: SpanId; range: Range },
): Result<Change, EditError> {
  const found = findSpan(set, spanId);
  if (!found.ok) return found;
  const checked = checkRanges([range]);
  if (!checked.ok) return checked;
  const { ranges } = found.value;
  if (ranges.some(({ start, end }) => start <= range.start && range.end <= end)) {
    return refuse('duplicate', 'These words belong to the span already.', spanId);
  }
  return setRanges(set, schema, { spanId, ranges: [...ranges, range] });
}
