import type { AttributeDefinition, EntityType, RelationType, Schema } from '../model/schema.ts';

/**
 * The schemas of several files as one. Of what two define, the first definition counts, with the values
 * and ends of both.
 */
export function combineSchemas(schemas: Iterable<Schema>): Schema {
  const entityTypes = new Map<string, EntityType>();
  const relationTypes = new Map<string, RelationType>();
  const labels = new Map<string, AttributeDefinition>();
  for (const schema of schemas) {
    for (const type of schema.entityTypes) {
      const known = entityTypes.get(type.name);
      entityTypes.set(type.name, known ? withAttributes(known, type) : type);
    }
    for (const type of schema.relationTypes) {
      const known = relationTypes.get(type.name);
      relationTypes.set(type.name, known ? withEnds(withAttributes(known, type), type) : type);
    }
    for (const label of schema.documentLabels) addTo(labels, label);
  }
  return {
    entityTypes: [...entityTypes.values()],
    relationTypes: [...relationTypes.values()],
    documentLabels: [...labels.values()],
  };
}

function withAttributes<Type extends EntityType>(type: Type, other: EntityType): Type {
  if (other.attributes.length === 0) return type;
  const attributes = new Map(type.attributes.map((one) => [one.name, one]));
  for (const attribute of other.attributes) addTo(attributes, attribute);
  return { ...type, attributes: [...attributes.values()] };
}

function addTo(list: Map<string, AttributeDefinition>, more: AttributeDefinition): void {
  const known = list.get(more.name);
  const values = known && [...new Set([...known.values, ...more.values])];
  list.set(more.name, known && values ? { ...known, values } : more);
}

/** Where one file leaves an end open, it is open. */
function withEnds(type: RelationType, other: RelationType): RelationType {
  const both = (a: readonly string[], b: readonly string[]) =>
    a.length === 0 || b.length === 0 ? [] : [...new Set([...a, ...b])];
  return { ...type, from: both(type.from, other.from), to: both(type.to, other.to) };
}
