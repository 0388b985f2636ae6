import type { AttributeDefinition, Schema } from '#core/model/schema.ts';
import { mapTypes, patchType, type SchemaEdit, type TypeKind, typesOf } from './schema-edit.ts';
import { isWithin } from './tree.ts';

const unique = (names: readonly string[]) => [...new Set(names)];

/** Attributes of `from` that `to` does not have, with those of the types above it. */
export function attributesToTakeOver(
  schema: Schema,
  kind: TypeKind,
  from: string,
  to: string,
): readonly AttributeDefinition[] {
  const types = typesOf(schema, kind);
  const known = new Set(
    types
      .filter((t) => isWithin(types, to, t.name))
      .flatMap((t) => t.attributes.map((a) => a.name)),
  );
  const given = types
    .filter((t) => isWithin(types, from, t.name) && !isWithin(types, to, t.name))
    .flatMap((t) => t.attributes);
  return given.filter((a, i) => {
    return !known.has(a.name) && given.findIndex((other) => other.name === a.name) === i;
  });
}

/**
 * Gives all annotations of `from` the type `to`, and takes `from` out of the schema. What stood
 * below `from` moves below `to`; relations that may start or end at `from` may do so at `to`.
 * @param takeOver whether `to` gets the attributes it does not know yet; else their values go.
 */
export function mergeTypes(
  schema: Schema,
  kind: TypeKind,
  from: string,
  to: string,
  takeOver: boolean,
): SchemaEdit {
  const types = typesOf(schema, kind);
  const gone = types.find((t) => t.name === from);
  const target = types.find((t) => t.name === to);
  const taken = takeOver ? attributesToTakeOver(schema, kind, from, to) : [];
  const alsoDoes: string[] = [];
  const below = types.filter((t) => t.parent === from && t.name !== to).map((t) => t.name);
  if (below.length > 0) alsoDoes.push(`${below.join(', ')} will move under ${to}.`);

  let next = patchType(schema, kind, to, {
    attributes: [...(target?.attributes ?? []), ...taken.map((a) => ({ ...a, required: false }))],
    ...(target?.parent === from ? { parent: gone?.parent ?? null } : {}),
  });
  next = mapTypes(next, kind, (type) => (type.parent === from ? { ...type, parent: to } : type));
  next =
    kind === 'entity'
      ? { ...next, entityTypes: next.entityTypes.filter((t) => t.name !== from) }
      : { ...next, relationTypes: next.relationTypes.filter((t) => t.name !== from) };
  if (kind === 'entity') {
    const other = (names: readonly string[]) =>
      unique(names.map((name) => (name === from ? to : name)));
    next = {
      ...next,
      relationTypes: next.relationTypes.map((type) => ({
        ...type,
        from: other(type.from),
        to: other(type.to),
      })),
    };
  }
  return {
    label: `Merge ‘${from}’ into ‘${to}’`,
    schema: next,
    migrations: [{ kind: `merge-${kind}-types`, from, to }],
    alsoDoes,
  };
}
