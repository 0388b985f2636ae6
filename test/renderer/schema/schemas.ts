import type { AttributeDefinition, EntityType, RelationType, Schema } from '#core/model/schema.ts';

/** An entity type for tests; only what matters to the test is given. */
export const entity = (name: string, rest: Partial<EntityType> = {}): EntityType => ({
  name,
  parent: null,
  color: '#0072b2',
  key: null,
  description: '',
  examples: [],
  attributes: [],
  ...rest,
});

/** A relation type for tests. */
export const relation = (name: string, rest: Partial<RelationType> = {}): RelationType => ({
  ...entity(name),
  from: [],
  to: [],
  symmetric: false,
  ...rest,
});

/** An attribute for tests. */
export const attribute = (
  name: string,
  rest: Partial<AttributeDefinition> = {},
): AttributeDefinition => ({
  name,
  kind: 'text',
  values: [],
  default: null,
  required: false,
  key: null,
  description: '',
  ...rest,
});

/** A schema for tests. */
export const schema = (rest: Partial<Schema> = {}): Schema => ({
  entityTypes: [],
  relationTypes: [],
  documentLabels: [],
  ...rest,
});
