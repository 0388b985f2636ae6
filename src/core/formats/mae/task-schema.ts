import type { AttributeDefinition, Schema } from '../../model/schema.ts';
import { newAttribute, newEntityType, newRelationType } from '../../schema-formats/new-type.ts';
import { paletteColor } from '../../schema-formats/palette.ts';
import { DOCUMENT_TAG, NOTE } from './names.ts';
import type { MaeAttribute, MaeTag, MaeTask } from './parse-dtd.ts';

/** Whether the values of an attribute are yes and no. */
export function isYesNo({ values }: MaeAttribute): boolean {
  return values.length === 2 && values.includes('true') && values.includes('false');
}

/** The schema that tasks define. What two tasks define, the first one does. */
export function schemaOfTasks(tasks: readonly MaeTask[]): Schema {
  const entities = new Map<string, Schema['entityTypes'][number]>();
  const relations = new Map<string, Schema['relationTypes'][number]>();
  const labels = new Map<string, AttributeDefinition>();
  for (const { tags, shown } of tasks) {
    const nameOf = (stored: string) => shown.get(stored) ?? stored;
    for (const tag of tags.values()) {
      if (tag.name === DOCUMENT_TAG) continue;
      const name = nameOf(tag.name);
      const attributes = attributesOf(tag, nameOf);
      if (tag.isLink) {
        const type = newRelationType(name, paletteColor(relations.size), { attributes });
        if (!relations.has(name)) relations.set(name, type);
      } else if (tag.isDocumentLevel) {
        if (!labels.has(name)) labels.set(name, newAttribute(name));
      } else if (!entities.has(name)) {
        entities.set(name, newEntityType(name, paletteColor(entities.size), { attributes }));
      }
    }
  }
  return {
    entityTypes: [...entities.values()],
    relationTypes: [...relations.values()],
    documentLabels: [...labels.values()],
  };
}

function attributesOf(
  { attributes }: MaeTag,
  nameOf: (stored: string) => string,
): readonly AttributeDefinition[] {
  const unique = new Map(attributes.map((one) => [one.name, one]));
  return [...unique.values()]
    .filter(({ name }) => name !== NOTE)
    .map((attribute) => {
      const { values, isRequired: required } = attribute;
      const name = nameOf(attribute.name);
      if (isYesNo(attribute)) {
        const given = attribute.default === '' ? null : attribute.default === 'true';
        return newAttribute(name, { required, default: given });
      }
      const kind = values.length > 0 ? 'one-of' : 'text';
      const isChoice = kind === 'text' || values.includes(attribute.default);
      const given = attribute.default !== '' && isChoice ? attribute.default : null;
      return newAttribute(name, { kind, values: [...new Set(values)], required, default: given });
    });
}
