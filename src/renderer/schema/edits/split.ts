import type { AttributeDefinition, EntityType, Schema } from '#core/model/schema.ts';
import { freeKeyFor } from './keys.ts';
import { nextColor } from './new-type.ts';
import { patchType, type SchemaEdit } from './schema-edit.ts';
import { treeRows } from './tree.ts';

/** Values by which a type can be split: the choices of a `one of`, or yes and no. */
export function splitValues(attribute: AttributeDefinition): readonly string[] {
  if (attribute.kind === 'one-of') return attribute.values;
  return attribute.kind === 'yes-no' ? ['true', 'false'] : [];
}

/**
 * Turns values of an attribute into types: each annotation of `type` whose attribute has a value
 * of `into` gets that type and loses the attribute; others stay as they are. Types that do not
 * exist yet are made below `type`, so that relations allowed for it stay allowed.
 * @param removeAttribute whether the attribute leaves the schema, with values not named in `into`.
 */
export function splitType(
  schema: Schema,
  type: string,
  attribute: string,
  into: Readonly<Record<string, string>>,
  removeAttribute: boolean,
): SchemaEdit {
  let next = schema;
  for (const name of new Set(Object.values(into))) {
    if (next.entityTypes.some((t) => t.name === name)) continue;
    const draft: EntityType = {
      name,
      parent: type,
      color: nextColor(next),
      key: freeKeyFor(next, { kind: 'entity', name }),
      description: '',
      examples: [],
      attributes: [],
    };
    next = { ...next, entityTypes: treeRows([...next.entityTypes, draft]).map((r) => r.item) };
  }
  if (removeAttribute) {
    const own = next.entityTypes.find((t) => t.name === type)?.attributes ?? [];
    next = patchType(next, 'entity', type, { attributes: own.filter((a) => a.name !== attribute) });
  }
  return {
    label: `Split ‘${type}’ by ‘${attribute}’`,
    schema: next,
    migrations: [
      { kind: 'split-entity-type', type, attribute, into },
      ...(removeAttribute
        ? [{ kind: 'delete-attribute', of: 'entity', type, name: attribute } as const]
        : []),
    ],
    alsoDoes: [],
  };
}
