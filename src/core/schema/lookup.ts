import type { AttributeDefinition, EntityType, RelationType, Schema } from '../model/schema.ts';

/** What has a name in a list: types, attributes, labels. */
interface Named {
  readonly name: string;
}

const indexes = new WeakMap<readonly Named[], ReadonlyMap<string, Named>>();

/** The first with that name. Remembers an index of each list, which never changes once made. */
export function findByName<T extends Named>(list: readonly T[], name: string): T | undefined {
  let index = indexes.get(list);
  if (!index) {
    index = new Map([...list].reverse().map((item) => [item.name, item]));
    indexes.set(list, index);
  }
  return index.get(name) as T | undefined;
}

/** The entity type of that name. */
export function findEntityType(schema: Schema, name: string): EntityType | undefined {
  return findByName(schema.entityTypes, name);
}

/** The relation type of that name. */
export function findRelationType(schema: Schema, name: string): RelationType | undefined {
  return findByName(schema.relationTypes, name);
}

/** The document label of that name. */
export function findDocumentLabel(schema: Schema, name: string): AttributeDefinition | undefined {
  return findByName(schema.documentLabels, name);
}
