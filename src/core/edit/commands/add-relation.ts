import type { SetReader } from '../../model/annotation-set.ts';
import type { RelationId, SpanId } from '../../model/ids.ts';
import type { Schema } from '../../model/schema.ts';
import { ok, type Result } from '../../result.ts';
import { defaultsOf } from '../../schema/inherit.ts';
import type { Change } from '../change.ts';
import { changeOf } from '../change-of.ts';
import { type EditError, refuse } from '../edit-error.ts';
import { checkRelation } from './check-relation.ts';

/**
 * Links two spans, with the default values of the attributes of the type. The caller makes the id.
 * Refused where the schema does not allow these ends, or where the same relation is there already.
 */
export function addRelation(
  set: SetReader,
  schema: Schema,
  { id, type, from, to }: { id: RelationId; type: string; from: SpanId; to: SpanId },
): Result<Change, EditError> {
  if (set.get(id)) return refuse('exists', `There is an annotation with the id ${id} already.`, id);
  const attributes = defaultsOf(schema.relationTypes, type);
  const relation = { kind: 'relation', id, type, from, to, attributes, note: '' } as const;
  const checked = checkRelation(set, schema, relation);
  return checked.ok ? ok(changeOf([[id, undefined, relation]])) : checked;
}
