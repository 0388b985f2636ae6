import type { RelationType, Schema } from '#core/model/schema.ts';
import { patchType, type SchemaEdit, type TypeKind, typesOf } from './schema-edit.ts';

/** Takes a type and all its annotations away. What stood below it moves up to its parent. */
export function deleteType(schema: Schema, kind: TypeKind, name: string): SchemaEdit {
  const { without, alsoDoes } = withoutType(schema, kind, name);
  return {
    label: `Delete the ${kind === 'entity' ? 'entity' : 'relation'} type ‘${name}’`,
    schema: without,
    migrations: [{ kind: `delete-${kind}-type`, type: name }],
    alsoDoes,
  };
}

/** Takes an attribute of a type away, with its values in all annotations. */
export function deleteAttribute(
  schema: Schema,
  kind: TypeKind,
  type: string,
  name: string,
): SchemaEdit {
  const attributes = typesOf(schema, kind).find((t) => t.name === type)?.attributes ?? [];
  return {
    label: `Delete the attribute ‘${name}’ of ‘${type}’`,
    schema: patchType(schema, kind, type, {
      attributes: attributes.filter((a) => a.name !== name),
    }),
    migrations: [{ kind: 'delete-attribute', of: kind, type, name }],
    alsoDoes: [],
  };
}

/** Takes a document label away, with its values on all documents. */
export function deleteLabel(schema: Schema, name: string): SchemaEdit {
  return {
    label: `Delete the document label ‘${name}’`,
    schema: { ...schema, documentLabels: schema.documentLabels.filter((l) => l.name !== name) },
    migrations: [{ kind: 'delete-label', name }],
    alsoDoes: [],
  };
}

/**
 * The schema without one type. Its subtypes move up; relations that named it as an end name its
 * parent's place no more, and where that would leave an end open to all, this is said.
 */
function withoutType(schema: Schema, kind: TypeKind, name: string) {
  const alsoDoes: string[] = [];
  const parent = typesOf(schema, kind).find((t) => t.name === name)?.parent ?? null;
  const strip = <T extends { name: string; parent: string | null }>(types: readonly T[]) =>
    types
      .filter((type) => type.name !== name)
      .map((type) => (type.parent === name ? { ...type, parent } : type));
  const below = typesOf(schema, kind).filter((type) => type.parent === name);
  if (below.length > 0) {
    const where = parent === null ? 'to the top' : `under ${parent}`;
    alsoDoes.push(`${below.map((t) => t.name).join(', ')} will move ${where}.`);
  }
  if (kind === 'relation') {
    return { without: { ...schema, relationTypes: strip(schema.relationTypes) }, alsoDoes };
  }
  const open = (type: RelationType, end: 'from' | 'to') => {
    const left = type[end].filter((other) => other !== name);
    if (left.length < type[end].length) {
      const verb = end === 'from' ? 'start from' : 'lead to';
      const rest = left.length > 0 ? `${left.join(', ')} only` : 'any type';
      alsoDoes.push(`‘${type.name}’ will ${verb} ${rest}.`);
    }
    return left;
  };
  const relationTypes = schema.relationTypes.map((type) => ({
    ...type,
    from: open(type, 'from'),
    to: open(type, 'to'),
  }));
  return {
    without: { ...schema, entityTypes: strip(schema.entityTypes), relationTypes },
    alsoDoes,
  };
}
