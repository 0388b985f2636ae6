import type { AttributeDefinition, Schema } from '#core/model/schema.ts';
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

/**
 * Values that got another name when a list of values was written anew: those that are gone, each
 * with what stands in its place. Empty where that does not account for all that are gone, since
 * then it is unclear what became of them.
 */
export function renamedValues(
  before: readonly string[],
  after: readonly string[],
): Readonly<Record<string, string>> {
  const gone = before.filter((value) => !after.includes(value));
  const pairs = gone.flatMap((old): [string, string][] => {
    const now = after[before.indexOf(old)];
    return now === undefined || before.includes(now) ? [] : [[old, now]];
  });
  const isClear = before.length === after.length && pairs.length === gone.length;
  return isClear ? Object.fromEntries(pairs) : {};
}

/** Writes the values of a choice anew, where some of them only get other names. */
export function renameValuesOf(
  definition: AttributeDefinition,
  values: readonly string[],
  into: Readonly<Record<string, string>>,
): AttributeDefinition {
  const rename = (value: string) => (Object.hasOwn(into, value) ? (into[value] ?? value) : value);
  const { default: usual } = definition;
  const next = Array.isArray(usual)
    ? usual.map((value: string) => rename(value))
    : typeof usual === 'string'
      ? rename(usual)
      : usual;
  return { ...definition, values, default: next };
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
