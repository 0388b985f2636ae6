import type { AttributeDefinition, EntityType, RelationType } from '../model/schema.ts';

/** An entity type with nothing but name and colour, and whatever is given. */
export function newEntityType(
  name: string,
  color: string,
  more: Partial<EntityType> = {},
): EntityType {
  return {
    name,
    parent: null,
    color,
    key: null,
    description: '',
    examples: [],
    attributes: [],
    ...more,
  };
}

/** A relation type between any two spans, with whatever is given. */
export function newRelationType(
  name: string,
  color: string,
  more: Partial<RelationType> = {},
): RelationType {
  return { ...newEntityType(name, color), from: [], to: [], symmetric: false, ...more };
}

/** A yes/no attribute without default, with whatever is given. */
export function newAttribute(
  name: string,
  more: Partial<AttributeDefinition> = {},
): AttributeDefinition {
  return {
    name,
    kind: 'yes-no',
    values: [],
    default: null,
    required: false,
    key: null,
    description: '',
    ...more,
  };
}
