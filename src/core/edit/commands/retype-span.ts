import type { SetReader } from '../../model/annotation-set.ts';
import type { SpanId } from '../../model/ids.ts';
import type { Schema } from '../../model/schema.ts';
import { ok, type Result } from '../../result.ts';
import { findEntityType, findRelationType } from '../../schema/lookup.ts';
import { endProblem } from '../../schema/relation-choices.ts';
import type { Change } from '../change.ts';
import { changeOf } from '../change-of.ts';
import { type EditError, refuse } from '../edit-error.ts';
import { findSpan } from './find.ts';
import { fitAttributes } from './fit-attributes.ts';

/**
 * Gives a span another type. Values of attributes that both types have stay; defaults of the new type
 * are filled in. Refused where a relation of the span does not allow the new type and did allow the old.
 */
export function retypeSpan(
  set: SetReader,
  schema: Schema,
  { spanId, type }: { spanId: SpanId; type: string },
): Result<Change, EditError> {
  const found = findSpan(set, spanId);
  if (!found.ok) return found;
  const span = found.value;
  if (!findEntityType(schema, type)) {
    return refuse('unknown-type', `The schema has no entity type ‘${type}’.`);
  }
  const typeOf = (id: SpanId, own: string) => {
    const end = set.get(id);
    return id === spanId ? own : end?.kind === 'span' ? end.type : '';
  };
  for (const relation of set.relationsOf(spanId)) {
    const relationType = findRelationType(schema, relation.type);
    if (!relationType) continue;
    const problemWith = (own: string) =>
      endProblem(schema, relationType, typeOf(relation.from, own), typeOf(relation.to, own));
    const problem = problemWith(type);
    if (problem && problemWith(span.type) === null) {
      return refuse('not-allowed', `${problem} Change or delete that relation first.`, relation.id);
    }
  }
  const attributes = fitAttributes(schema.entityTypes, type, span.attributes);
  return ok(changeOf([[spanId, span, { ...span, type, attributes }]]));
}
