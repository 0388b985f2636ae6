import type { SetReader } from '../../model/annotation-set.ts';
import type { AttributeValue } from '../../model/attribute.ts';
import { type DocumentLabel, labelId } from '../../model/document-label.ts';
import type { Schema } from '../../model/schema.ts';
import { ok, type Result } from '../../result.ts';
import { findDocumentLabel } from '../../schema/lookup.ts';
import { isBlank, valueProblem } from '../../schema/values.ts';
import type { Change } from '../change.ts';
import { changeOf } from '../change-of.ts';
import { type EditError, refuse } from '../edit-error.ts';

/**
 * Gives the document a label.
 * @param value `undefined`, empty text or an empty list takes it away, of unknown labels, too.
 */
export function setLabel(
  set: SetReader,
  schema: Schema,
  { name, value }: { name: string; value: AttributeValue | undefined },
): Result<Change, EditError> {
  const id = labelId(name);
  const before = set.get(id);
  if (value === undefined || isBlank(value)) return ok(changeOf([[id, before, undefined]]));
  const definition = findDocumentLabel(schema, name);
  if (!definition) return refuse('unknown-name', `The schema has no document label ‘${name}’.`);
  const problem = valueProblem(definition, value);
  if (problem) return refuse('bad-value', problem);
  const label: DocumentLabel = { kind: 'label', id, name, value };
  return ok(changeOf([[id, before, label]]));
}
