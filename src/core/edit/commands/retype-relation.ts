import type { SetReader } from '../../model/annotation-set.ts';
import type { RelationId } from '../../model/ids.ts';
import type { Schema } from '../../model/schema.ts';
import { ok, type Result } from '../../result.ts';
import type { Change } from '../change.ts';
import { changeOf } from '../change-of.ts';
import type { EditError } from '../edit-error.ts';
import { checkRelation } from './check-relation.ts';
import { findRelation } from './find.ts';
import { fitAttributes } from './fit-attributes.ts';

/** Gives a relation another type. Values of attributes that both types have stay. */
export function retypeRelation(
  set: SetReader,
  schema: Schema,
  { relationId, type }: { relationId: RelationId; type: string },
): Result<Change, EditError> {
  const found = findRelation(set, relationId);
  if (!found.ok) return found;
  const attributes = fitAttributes(schema.relationTypes, type, found.value.attributes);
  const checked = checkRelation(set, schema, { ...found.value, type, attributes });
  return checked.ok ? ok(changeOf([[relationId, found.value, checked.value]])) : checked;
}
