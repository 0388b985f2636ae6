import type { SetReader } from '../../model/annotation-set.ts';
import type { SpanId } from '../../model/ids.ts';
import type { Range } from '../../model/range.ts';
import type { Schema } from '../../model/schema.ts';
import { ok, type Result } from '../../result.ts';
import type { Change } from '../change.ts';
import { changeOf } from '../change-of.ts';
import type { EditError } from '../edit-error.ts';
import { checkRanges } from './check-ranges.ts';
import { findSpan } from './find.ts';

/** Moves the edges of a span: it covers these ranges from now on. */
export function setRanges(
  set: SetReader,
  _schema: Schema,
  { spanId, ranges }: { spanId: SpanId; ranges: readonly Range[] },
): Result<Change, EditError> {
  const found = findSpan(set, spanId);
  if (!found.ok) return found;
  const checked = checkRanges(ranges);
  if (!checked.ok) return checked;
  return ok(changeOf([[spanId, found.value, { ...found.value, ranges: checked.value }]]));
}
