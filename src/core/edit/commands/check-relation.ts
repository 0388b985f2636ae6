import type { SetReader } from '../../model/annotation-set.ts';
import type { Relation } from '../../model/relation.ts';
import type { Schema } from '../../model/schema.ts';
import { ok, type Result } from '../../result.ts';
import { findRelationType } from '../../schema/lookup.ts';
import { endProblem } from '../../schema/relation-choices.ts';
import { type EditError, refuse } from '../edit-error.ts';
import { findSpan } from './find.ts';

/**
 * Checks a relation that an edit is about to make: its type exists, its ends are two spans that the
 * type allows, and no other relation says the same.
 */
export function checkRelation(
  set: SetReader,
  schema: Schema,
  relation: Relation,
): Result<Relation, EditError> {
  const { id, from, to } = relation;
  const type = findRelationType(schema, relation.type);
  if (!type) return refuse('unknown-type', `The schema has no relation type ‘${relation.type}’.`);
  const start = findSpan(set, from);
  if (!start.ok) return start;
  const target = findSpan(set, to);
  if (!target.ok) return target;
  if (from === to) return refuse('not-allowed', 'A relation needs two different spans.', from);
  const problem = endProblem(schema, type, start.value.type, target.value.type);
  if (problem) return refuse('not-allowed', problem);

  const twin = set.relationsOf(from).find((other) => {
    if (other.id === id || other.type !== type.name) return false;
    const isStraight = other.from === from && other.to === to;
    return isStraight || (type.symmetric && other.from === to && other.to === from);
  });
  if (twin)
    return refuse('duplicate', `These spans have the relation ‘${type.name}’ already.`, twin.id);
  return ok(relation);
}
