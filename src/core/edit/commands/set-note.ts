import type { SetReader } from '../../model/annotation-set.ts';
import type { RecordId } from '../../model/ids.ts';
import type { Schema } from '../../model/schema.ts';
import { ok, type Result } from '../../result.ts';
import type { Change } from '../change.ts';
import { changeOf } from '../change-of.ts';
import type { EditError } from '../edit-error.ts';
import { findAnnotation } from './find.ts';

/** Writes the note of a span or relation; an empty one takes it away. */
export function setNote(
  set: SetReader,
  _schema: Schema,
  { id, note }: { id: RecordId; note: string },
): Result<Change, EditError> {
  const found = findAnnotation(set, id);
  return found.ok ? ok(changeOf([[id, found.value, { ...found.value, note }]])) : found;
}
