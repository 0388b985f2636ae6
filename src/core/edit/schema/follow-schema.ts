import type { AttributeDefinition, EntityType, RelationType, Schema } from '../../model/schema.ts';
import type { Migration } from './migration.ts';

type AnyType = EntityType | RelationType;

/**
 * What a migration does to the names in a schema, and no more: the next migration of a list finds types
 * and attributes under their new names. The schema that the person gets is made by the editor.
 */
export function followSchema(schema: Schema, migration: Migration): Schema {
  switch (migration.kind) {
    case 'rename-entity-type':
      return renameEntityType(schema, migration.from, migration.to);
    case 'rename-relation-type':
      return { ...schema, relationTypes: renameType(schema.relationTypes, migration) };
    case 'merge-entity-types': {
      const entityTypes = schema.entityTypes.filter(({ name }) => name !== migration.from);
      return renameEntityType({ ...schema, entityTypes }, migration.from, migration.to);
    }
    case 'merge-relation-types': {
      const others = schema.relationTypes.filter(({ name }) => name !== migration.from);
      return { ...schema, relationTypes: renameType(others, migration) };
    }
    case 'delete-entity-type':
      return { ...schema, entityTypes: dropType(schema.entityTypes, migration.type) };
    case 'delete-relation-type':
      return { ...schema, relationTypes: dropType(schema.relationTypes, migration.type) };
    case 'rename-attribute':
      return mapAttributes(schema, migration, (list) => renameIn(list, migration));
    case 'delete-attribute':
      return mapAttributes(schema, migration, (list) =>
        list.filter(({ name }) => name !== migration.name),
      );
    case 'rename-label':
      return { ...schema, documentLabels: renameIn(schema.documentLabels, migration) };
    case 'delete-label':
      return {
        ...schema,
        documentLabels: schema.documentLabels.filter(({ name }) => name !== migration.name),
      };
    case 'split-entity-type':
    case 'rename-values':
    case 'rename-label-values':
      return schema;
  }
}

interface Renaming {
  readonly from: string;
  readonly to: string;
}

function renameIn(list: readonly AttributeDefinition[], { from, to }: Renaming) {
  return list.map((each) => (each.name === from ? { ...each, name: to } : each));
}

/** Gives a type another name, also where others name it as their parent. */
function renameType<T extends AnyType>(types: readonly T[], { from, to }: Renaming): readonly T[] {
  return types.map((type) => ({
    ...type,
    name: type.name === from ? to : type.name,
    parent: type.parent === from ? to : type.parent,
  }));
}

function renameEntityType(schema: Schema, from: string, to: string): Schema {
  const rename = (names: readonly string[]) => names.map((name) => (name === from ? to : name));
  return {
    ...schema,
    entityTypes: renameType(schema.entityTypes, { from, to }),
    relationTypes: schema.relationTypes.map((type) => ({
      ...type,
      from: rename(type.from),
      to: rename(type.to),
    })),
  };
}

/** The types without one; those below it stand below its parent. */
function dropType<T extends AnyType>(types: readonly T[], name: string): readonly T[] {
  const parent = types.find((type) => type.name === name)?.parent ?? null;
  return types
    .filter((type) => type.name !== name)
    .map((type) => (type.parent === name ? { ...type, parent } : type));
}

function mapAttributes(
  schema: Schema,
  { of, type }: { readonly of: 'entity' | 'relation'; readonly type: string },
  change: (list: readonly AttributeDefinition[]) => readonly AttributeDefinition[],
): Schema {
  const map = <T extends AnyType>(types: readonly T[]) =>
    types.map((each) =>
      each.name === type ? { ...each, attributes: change(each.attributes) } : each,
    );
  return of === 'entity'
    ? { ...schema, entityTypes: map(schema.entityTypes) }
    : { ...schema, relationTypes: map(schema.relationTypes) };
}
