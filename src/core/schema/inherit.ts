import type { Attributes, AttributeValue } from '../model/attribute.ts';
import type { AttributeDefinition } from '../model/schema.ts';
import { findByName } from './lookup.ts';

/** A type that may belong to a more general one. */
interface Inheriting {
  readonly name: string;
  readonly parent: string | null;
  readonly attributes: readonly AttributeDefinition[];
}

/**
 * The type and the more general ones it belongs to, the most general last. Unknown parents end the
 * list; so does a circle, which `validateSchema` reports.
 */
export function lineageOf<T extends Inheriting>(types: readonly T[], name: string): readonly T[] {
  const lineage: T[] = [];
  let type = findByName(types, name);
  while (type && !lineage.includes(type)) {
    lineage.push(type);
    type = type.parent === null ? undefined : findByName(types, type.parent);
  }
  return lineage;
}

/** Whether `name` is `ancestor` or belongs to it, directly or not. */
export function isSubtype(types: readonly Inheriting[], name: string, ancestor: string): boolean {
  return lineageOf(types, name).some((type) => type.name === ancestor);
}

/** The types that belong to `name`, directly or not, without itself. */
export function subtypesOf<T extends Inheriting>(types: readonly T[], name: string): readonly T[] {
  return types.filter((type) => type.name !== name && isSubtype(types, type.name, name));
}

/**
 * Attributes of a type: those of its parents first, then its own. Where both define one name, the more
 * special definition holds, in the place of the more general one.
 */
export function attributesOf(
  types: readonly Inheriting[],
  name: string,
): readonly AttributeDefinition[] {
  const definitions = new Map<string, AttributeDefinition>();
  for (const type of [...lineageOf(types, name)].reverse()) {
    for (const attribute of type.attributes) definitions.set(attribute.name, attribute);
  }
  return [...definitions.values()];
}

/** Values that a new annotation of the type starts with. */
export function defaultsOf(types: readonly Inheriting[], name: string): Attributes {
  const defaults: [string, AttributeValue][] = [];
  for (const attribute of attributesOf(types, name)) {
    if (attribute.default !== null) defaults.push([attribute.name, attribute.default]);
  }
  return Object.fromEntries(defaults);
}
