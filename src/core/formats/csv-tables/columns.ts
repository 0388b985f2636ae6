import { type Dataset, setsOf } from '../dataset.ts';

/** Names of the attributes that spans, or relations, of the dataset have: those of the schema, in its order, first. */
export function attributeNames(dataset: Dataset, kind: 'span' | 'relation'): readonly string[] {
  const { entityTypes, relationTypes } = dataset.schema;
  const types = kind === 'span' ? entityTypes : relationTypes;
  const used = new Set<string>();
  for (const { set } of setsOf(dataset)) {
    for (const record of set.records) {
      if (record.kind !== kind || !('attributes' in record)) continue;
      for (const name of Object.keys(record.attributes)) used.add(name);
    }
  }
  const known = types.flatMap((type) => type.attributes.map((attribute) => attribute.name));
  return [...new Set([...known.filter((name) => used.has(name)), ...used])];
}
