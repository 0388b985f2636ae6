import type { AttributeDefinition, Schema } from '../model/schema.ts';
import { paletteColor } from '../schema-formats/palette.ts';

/** So many different values are a list of choices; more are free text, as in `schemaFromUse`. */
const MOST_CHOICES = 20;

/** The schema of what was read piece by piece: the types, attributes and choices of both. */
export function mergedSchema(known: Schema, more: Schema): Schema {
  return {
    entityTypes: mergedTypes(known.entityTypes, more.entityTypes),
    relationTypes: mergedTypes(known.relationTypes, more.relationTypes),
    documentLabels: mergedAttributes(known.documentLabels, more.documentLabels),
  };
}

interface Type {
  readonly name: string;
  readonly color: string;
  readonly attributes: readonly AttributeDefinition[];
}

function mergedTypes<T extends Type>(known: readonly T[], more: readonly T[]): readonly T[] {
  const others = new Map(more.map((type) => [type.name, type]));
  const merged = known.map((type) => {
    const other = others.get(type.name);
    others.delete(type.name);
    if (!other || other.attributes.length === 0) return type;
    return { ...type, attributes: mergedAttributes(type.attributes, other.attributes) };
  });
  const added = [...others.values()].map((type, i) => ({
    ...type,
    color: paletteColor(known.length + i),
  }));
  return [...merged, ...added];
}

function mergedAttributes(
  known: readonly AttributeDefinition[],
  more: readonly AttributeDefinition[],
): readonly AttributeDefinition[] {
  const others = new Map(more.map((attribute) => [attribute.name, attribute]));
  const merged = known.map((attribute) => {
    const other = others.get(attribute.name);
    others.delete(attribute.name);
    return other ? mergedAttribute(attribute, other) : attribute;
  });
  return [...merged, ...others.values()];
}

function mergedAttribute(a: AttributeDefinition, b: AttributeDefinition): AttributeDefinition {
  if (a.kind !== b.kind) return a.kind === 'many-of' || b.kind !== 'many-of' ? asText(a) : b;
  const values = [...new Set([...a.values, ...b.values])];
  if (values.length === a.values.length) return a;
  return a.kind === 'one-of' && values.length > MOST_CHOICES ? asText(a) : { ...a, values };
}

function asText(attribute: AttributeDefinition): AttributeDefinition {
  return attribute.kind === 'many-of' ? attribute : { ...attribute, kind: 'text', values: [] };
}
