import { isSame } from '../edit/same.ts';
import type { TypePlan } from '../exchange/type-plan.ts';
import type { AttributeDefinition, EntityType, RelationType, Schema } from '../model/schema.ts';
import { findByName } from '../schema/lookup.ts';

/** What the types of another project become here; `null` and missing ones are not compared. */
export interface TypeNames {
  readonly entityTypes: ReadonlyMap<string, Pick<TypePlan, 'name'> | null>;
  readonly relationTypes: ReadonlyMap<string, Pick<TypePlan, 'name'> | null>;
}

const FIELDS: readonly (readonly [keyof RelationType, string])[] = [
  ['parent', 'more general type'],
  ['color', 'colour'],
  ['key', 'key'],
  ['description', 'description'],
  ['examples', 'examples'],
  ['from', 'where it may start'],
  ['to', 'where it may end'],
  ['symmetric', 'whether it has a direction'],
];

/** In what the definitions of two schemas differ, in sentences; those of `ours` are the ones that stay. */
export function schemaDifferences(
  ours: Schema,
  theirs: Schema,
  names: TypeNames,
): readonly string[] {
  return [
    ...ofTypes(ours.entityTypes, theirs.entityTypes, names.entityTypes),
    ...ofTypes(ours.relationTypes, theirs.relationTypes, names.relationTypes),
    ...ofAttributes(ours.documentLabels, theirs.documentLabels, 'The document label'),
  ];
}

function ofTypes(
  ours: readonly EntityType[],
  theirs: readonly EntityType[],
  names: TypeNames['entityTypes'],
): readonly string[] {
  return theirs.flatMap((type) => {
    const name = names.get(type.name)?.name ?? type.name;
    const own = findByName(ours, name);
    if (!own) return [];
    const fields = FIELDS.filter(([field]) => !isSame(fieldOf(own, field), fieldOf(type, field)));
    const called = type.name === name ? `‘${name}’` : `‘${name}’ (there ‘${type.name}’)`;
    const what = fields.map(([, word]) => word).join(', ');
    const kept = what === '' ? [] : [`${called} has another ${what} there; what is here stays.`];
    return [...kept, ...ofAttributes(own.attributes, type.attributes, `${called}: the attribute`)];
  });
}

function fieldOf(type: EntityType, field: keyof RelationType): unknown {
  return (type as Partial<RelationType>)[field];
}

function ofAttributes(
  ours: readonly AttributeDefinition[],
  theirs: readonly AttributeDefinition[],
  what: string,
): readonly string[] {
  return theirs.flatMap((attribute) => {
    const own = findByName(ours, attribute.name);
    // Values that are missing here are added, which is told as a change.
    if (!own || isSame({ ...attribute, values: own.values }, own)) return [];
    return [`${what} ‘${attribute.name}’ is defined otherwise there; what is here stays.`];
  });
}
