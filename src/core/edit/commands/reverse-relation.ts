import type { SetReader } from '../../model/annotation-set.ts';
import type { RelationId } from '../../model/ids.ts';
import type { Schema } from '../../model/schema.ts';
import { ok, type Result } from '../../result.ts';
import type { Change } from '../change.ts';
import { changeOf } from '../change-of.ts';
import type { EditError } from '../edit-error.ts';
import { checkRelation } from './check-relation.ts';
import { findRelation } from './find.ts';

/** Turns a relation round, where the schema allows it that way, too. */
export function reverseRelation(
  set: SetReader,
  schema: Schema,
  { relationId }: { relationId: RelationId },
): Result<Change, EditError> {
  const found = findRelation(set, relationId);
  if (!found.ok) return found;
  const { from, to } = found.value;
  const checked = checkRelation(set, schema, { ...found.value, from: to, to: from });
  return checked.ok ? ok(changeOf([[relationId, found.value, checked.value]])) : checked;
}
