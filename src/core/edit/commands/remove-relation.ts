import type { SetReader } from '../../model/annotation-set.ts';
import type { RelationId } from '../../model/ids.ts';
import type { Schema } from '../../model/schema.ts';
import { ok, type Result } from '../../result.ts';
import type { Change } from '../change.ts';
import { changeOf } from '../change-of.ts';
import type { EditError } from '../edit-error.ts';
import { findRelation } from './find.ts';

/** Deletes a relation; its spans stay. */
export function removeRelation(
  set: SetReader,
  _schema: Schema,
  { relationId }: { relationId: RelationId },
): Result<Change, EditError> {
  const found = findRelation(set, relationId);
  return found.ok ? ok(changeOf([[relationId, found.value, undefined]])) : found;
}
