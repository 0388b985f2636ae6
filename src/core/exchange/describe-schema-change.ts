import { isSame } from '../edit/same.ts';
import type { AttributeDefinition, EntityType, Schema } from '../model/schema.ts';
import { findByName } from '../schema/lookup.ts';

/** What an import adds to a schema, in sentences; empty where it stays as it is. */
export function describeSchemaChange(before: Schema, after: Schema): readonly string[] {
  if (isSame(before, after)) return [];
  return [
    ...describeTypes('entity type', before.entityTypes, after.entityTypes),
    ...describeTypes('relation type', before.relationTypes, after.relationTypes),
    ...describeAttributes('document label', '', before.documentLabels, after.documentLabels),
  ];
}

function describeTypes(
  what: string,
  before: readonly EntityType[],
  after: readonly EntityType[],
): readonly string[] {
  return after.flatMap((type) => {
    const known = findByName(before, type.name);
    if (known)
      return describeAttributes(
        'attribute',
        ` of ‘${type.name}’`,
        known.attributes,
        type.attributes,
      );
    const names = type.attributes.map(({ name }) => `‘${name}’`).join(', ');
    const plural = type.attributes.length === 1 ? 'attribute' : 'attributes';
    return [`New ${what} ‘${type.name}’${names === '' ? '' : ` with the ${plural} ${names}`}`];
  });
}

function describeAttributes(
  what: string,
  where: string,
  before: readonly AttributeDefinition[],
  after: readonly AttributeDefinition[],
): readonly string[] {
  return after.flatMap((attribute) => {
    const known = findByName(before, attribute.name);
    if (!known) return [`New ${what} ‘${attribute.name}’${where}`];
    const values = attribute.values.filter((value) => !known.values.includes(value));
    if (values.length === 0) return [];
    const shown = values.slice(0, 5).map((value) => `‘${value}’`);
    const more = values.length > 5 ? ` and ${values.length - 5} more` : '';
    const noun = values.length === 1 ? 'New value' : 'New values';
    return [`${noun} ${shown.join(', ')}${more} of the ${what} ‘${attribute.name}’${where}`];
  });
}
