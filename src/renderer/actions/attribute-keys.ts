import { setAttribute } from '#core/edit/commands/set-attribute.ts';
import type { AttributeValue } from '#core/model/attribute.ts';
import type { AttributeDefinition } from '#core/model/schema.ts';
import { attributesOf } from '#core/schema/inherit.ts';
import { act } from '../state/annotate.ts';
import { useSession } from '../state/session.ts';
import { goToInspector } from './bind-view.ts';
import { canEdit } from './binding.ts';
import { characterPressed, type KeyPress } from './keys.ts';

/** The value that comes after this one; `undefined` stands for none. */
export function nextValue(
  definition: AttributeDefinition,
  value: AttributeValue | undefined,
): AttributeValue | undefined {
  if (definition.kind === 'yes-no') return value !== true;
  const at = definition.values.indexOf(String(value ?? ''));
  const next = definition.values[at + 1];
  return next ?? (definition.required ? definition.values[0] : undefined);
}

/**
 * The key of an attribute of the selected annotation: switches yes/no, goes to the next of several values,
 * or puts the caret where the value is typed. Selected words come first: then the key is a label's.
 * @returns whether the key is one.
 */
export function onAttributeKey(press: KeyPress): boolean {
  const session = useSession.getState();
  const { document, project, selected, words } = session;
  if (!(document && project && selected) || words || press.shiftKey || !canEdit(session))
    return false;
  const record = document.index.get(selected.id);
  if (record?.kind !== 'span' && record?.kind !== 'relation') return false;
  const { entityTypes, relationTypes } = project.schema;
  const types = record.kind === 'span' ? entityTypes : relationTypes;
  const keyed = new Map(
    attributesOf(types, record.type).flatMap((each) =>
      each.key === null ? [] : [[each.key, each]],
    ),
  );
  const key = characterPressed(press, keyed.keys());
  const definition = key === undefined ? undefined : keyed.get(key);
  if (!definition) return false;
  const { name, kind } = definition;
  if (kind === 'yes-no' || kind === 'one-of') {
    const value = nextValue(definition, record.attributes[name]);
    act('attribute.set', (set, schema) =>
      setAttribute(set, schema, { id: record.id, name, value }),
    );
  } else goToInspector({ attribute: name });
  return true;
}
