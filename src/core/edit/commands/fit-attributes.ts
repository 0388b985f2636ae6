import type { Attributes } from '../../model/attribute.ts';
import type { EntityType, RelationType } from '../../model/schema.ts';
import { attributesOf, defaultsOf } from '../../schema/inherit.ts';
import { valueProblem } from '../../schema/values.ts';

/**
 * Attributes of an annotation that gets another type: values that the new type has a place for stay,
 * the others go, and defaults fill what is not given.
 */
export function fitAttributes(
  types: readonly (EntityType | RelationType)[],
  type: string,
  attributes: Attributes,
): Attributes {
  const definitions = new Map(attributesOf(types, type).map((each) => [each.name, each]));
  const kept = Object.entries(attributes).filter(([name, value]) => {
    const definition = definitions.get(name);
    return definition && valueProblem(definition, value) === undefined;
  });
  return Object.fromEntries([...Object.entries(defaultsOf(types, type)), ...kept]);
}
