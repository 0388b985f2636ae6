import type { Schema } from '#core/model/schema.ts';

const NONE: Schema = { entityTypes: [], relationTypes: [], documentLabels: [] };

const namesOf = ({ entityTypes, relationTypes, documentLabels }: Schema) => [
  ...entityTypes.map(({ name }) => `entity ${name}`),
  ...relationTypes.map(({ name }) => `relation ${name}`),
  ...documentLabels.map(({ name }) => `label ${name}`),
];

/**
 * The schema into which the names of an import come: the project's, or an empty one where the schema of
 * the files takes its place. An import adds to a schema that stays, so one that lost a name does not.
 */
export function schemaBefore(project: Schema, after: Schema): Schema {
  const stay = new Set(namesOf(after));
  return namesOf(project).every((name) => stay.has(name)) ? project : NONE;
}
