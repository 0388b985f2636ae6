import type { AttributeDefinition, EntityType, RelationType, Schema } from '../model/schema.ts';
import { attributesOf } from '../schema/inherit.ts';
import type { Dataset, DatasetDocument } from './dataset.ts';
import { changedDocument } from './lazy-document.ts';
import { schemaFromUse } from './schema-from-use.ts';
import { byId } from './set-to-json.ts';

/** A schema that a file brings, with what the annotations use and it does not define. */
export function completeSchema(schema: Schema, documents: readonly DatasetDocument[]): Schema {
  const used = schemaFromUse(documents);
  return {
    entityTypes: completeTypes<EntityType>(schema.entityTypes, used.entityTypes),
    relationTypes: completeTypes<RelationType>(schema.relationTypes, used.relationTypes),
    documentLabels: [
      ...schema.documentLabels,
      ...missing(schema.documentLabels, used.documentLabels),
    ],
  };
}

/** The dataset with the records of each set in the order of their ids, so that one set gives one file. */
export function inOrderOfIds(dataset: Dataset): Dataset {
  const documents = dataset.documents.map((document) =>
    changedDocument(document, (one) => ({
      ...one,
      sets: one.sets.map((set) => ({ ...set, records: [...set.records].sort(byId) })),
    })),
  );
  return { ...dataset, documents };
}

function completeTypes<Type extends EntityType>(
  types: readonly Type[],
  used: readonly Type[],
): readonly Type[] {
  const uses = new Map(used.map((use) => [use.name, use]));
  const completed = types.map((type) => {
    const use = uses.get(type.name);
    if (!use || use.attributes.length === 0) return type;
    const more = missing(attributesOf(types, type.name), use.attributes);
    return more.length === 0 ? type : { ...type, attributes: [...type.attributes, ...more] };
  });
  return [...completed, ...missing(types, used)];
}

function missing<Named extends Pick<AttributeDefinition, 'name'>>(
  known: readonly { readonly name: string }[],
  used: readonly Named[],
): readonly Named[] {
  const names = new Set(known.map(({ name }) => name));
  return used.filter(({ name }) => !names.has(name));
}
