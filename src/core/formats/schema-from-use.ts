import type { AttributeValue } from '../model/attribute.ts';
import type { AttributeDefinition, Schema } from '../model/schema.ts';
import { newAttribute, newEntityType, newRelationType } from '../schema-formats/new-type.ts';
import { paletteColor } from '../schema-formats/palette.ts';
import type { DatasetDocument } from './dataset.ts';

/** Values seen of each attribute, by type and name. */
type Seen = Map<string, Map<string, AttributeValue[]>>;

/** A schema in which all that the annotations use is defined, for formats that bring none. */
export function schemaFromUse(documents: readonly DatasetDocument[]): Schema {
  const entities: Seen = new Map();
  const relations: Seen = new Map();
  const labels = new Map<string, AttributeValue[]>();
  for (const { sets } of documents) {
    for (const record of sets.flatMap((set) => set.records)) {
      if (record.kind === 'span') note(entities, record.type, record.attributes);
      else if (record.kind === 'relation') note(relations, record.type, record.attributes);
      else if (record.kind === 'label') push(labels, record.name, record.value);
    }
  }
  return {
    entityTypes: [...entities].map(([name, seen], i) =>
      newEntityType(name, paletteColor(i), { attributes: definitions(seen) }),
    ),
    relationTypes: [...relations].map(([name, seen], i) =>
      newRelationType(name, paletteColor(i), { attributes: definitions(seen) }),
    ),
    documentLabels: definitions(labels),
  };
}

function note(
  seen: Seen,
  type: string,
  attributes: Readonly<Record<string, AttributeValue>>,
): void {
  const values = seen.get(type) ?? new Map<string, AttributeValue[]>();
  seen.set(type, values);
  for (const [name, value] of Object.entries(attributes)) push(values, name, value);
}

function push(values: Map<string, AttributeValue[]>, name: string, value: AttributeValue): void {
  const list = values.get(name);
  if (list) list.push(value);
  else values.set(name, [value]);
}

function definitions(seen: Map<string, AttributeValue[]>): readonly AttributeDefinition[] {
  return [...seen].map(([name, values]) => define(name, values));
}

/** Up to so many different short texts are taken for a list of choices. */
const MOST_CHOICES = 20;

function define(name: string, values: readonly AttributeValue[]): AttributeDefinition {
  if (values.every((value) => typeof value === 'boolean')) return newAttribute(name);
  if (values.every((value) => typeof value === 'number')) {
    return newAttribute(name, { kind: 'number' });
  }
  const texts = [
    ...new Set(values.flatMap((value) => (Array.isArray(value) ? value : String(value)))),
  ];
  if (values.some((value) => Array.isArray(value))) {
    return newAttribute(name, { kind: 'many-of', values: texts });
  }
  const isChoice = texts.length <= MOST_CHOICES && texts.every((text) => text.length <= 60);
  return newAttribute(name, isChoice ? { kind: 'one-of', values: texts } : { kind: 'text' });
}
