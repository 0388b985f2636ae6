import type { SetReader } from '../../model/annotation-set.ts';
import type { AttributeValue } from '../../model/attribute.ts';
import type { RecordId } from '../../model/ids.ts';
import type { Schema } from '../../model/schema.ts';
import { ok, type Result } from '../../result.ts';
import { attributesOf } from '../../schema/inherit.ts';
import { isBlank, valueProblem } from '../../schema/values.ts';
import type { Change } from '../change.ts';
import { changeOf } from '../change-of.ts';
import { type EditError, refuse } from '../edit-error.ts';
import { findAnnotation } from './find.ts';

/**
 * Gives an attribute of a span or relation a value.
 * @param value `undefined`, empty text or an empty list takes the value away, of unknown attributes, too.
 */
export function setAttribute(
  set: SetReader,
  schema: Schema,
  { id, name, value }: { id: RecordId; name: string; value: AttributeValue | undefined },
): Result<Change, EditError> {
  const found = findAnnotation(set, id);
  if (!found.ok) return found;
  const record = found.value;
  const others = Object.entries(record.attributes).filter(([other]) => other !== name);
  if (value === undefined || isBlank(value)) {
    return ok(changeOf([[id, record, { ...record, attributes: Object.fromEntries(others) }]]));
  }
  const types = record.kind === 'span' ? schema.entityTypes : schema.relationTypes;
  const definition = attributesOf(types, record.type).find((each) => each.name === name);
  if (!definition) {
    return refuse('unknown-name', `‘${record.type}’ has no attribute ‘${name}’.`, id);
  }
  const problem = valueProblem(definition, value);
  if (problem) return refuse('bad-value', problem, id);
  const attributes = Object.fromEntries([...others, [name, value]]);
  return ok(changeOf([[id, record, { ...record, attributes }]]));
}
