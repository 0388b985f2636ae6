import type { Schema } from '#core/model/schema.ts';
import {
  mapTypes,
  patchLabel,
  patchType,
  type SchemaEdit,
  type TypeKind,
  typesOf,
} from './schema-edit.ts';

/** Gives a type another name everywhere: in the schema and in all annotations. */
export function renameType(schema: Schema, kind: TypeKind, from: string, to: string): SchemaEdit {
  const other = (name: string) => (name === from ? to : name);
  let next = mapTypes(schema, kind, (type) => ({
    ...type,
    name: other(type.name),
    parent: type.parent === null ? null : other(type.parent),
  }));
  if (kind === 'entity') {
    next = {
      ...next,
      relationTypes: next.relationTypes.map((type) => ({
        ...type,
        from: type.from.map(other),
        to: type.to.map(other),
      })),
    };
  }
  return {
    label: `Rename ‘${from}’ to ‘${to}’`,
    schema: next,
    migrations: [{ kind: `rename-${kind}-type`, from, to }],
    alsoDoes: [],
  };
}

/** Gives an attribute of a type another name, in the schema and in all annotations. */
export function renameAttribute(
  schema: Schema,
  kind: TypeKind,
  type: string,
  from: string,
  to: string,
): SchemaEdit {
  const attributes = typesOf(schema, kind).find((t) => t.name === type)?.attributes ?? [];
  return {
    label: `Rename the attribute ‘${from}’ of ‘${type}’ to ‘${to}’`,
    schema: patchType(schema, kind, type, {
      attributes: attributes.map((a) => (a.name === from ? { ...a, name: to } : a)),
    }),
    migrations: [{ kind: 'rename-attribute', of: kind, type, from, to }],
    alsoDoes: [],
  };
}

/** Gives a document label another name, in the schema and on all documents. */
export function renameLabel(schema: Schema, from: string, to: string): SchemaEdit {
  return {
    label: `Rename the document label ‘${from}’ to ‘${to}’`,
    schema: patchLabel(schema, from, { name: to }),
    migrations: [{ kind: 'rename-label', from, to }],
    alsoDoes: [],
  };
}
