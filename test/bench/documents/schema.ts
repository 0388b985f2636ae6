import type { EntityType, RelationType, Schema } from '#core/model/schema.ts';
import type { Annotations } from './document.ts';

const COLORS = ['#116985', '#a54d00', '#08b866', '#7a3db8', '#b0306a', '#5b7a00', '#2f55c4'];

/** Keys of the first entity types of every project that is measured. */
export const TYPE_KEYS = 'pold';

/** A schema with just the types that the annotations use, the first ones with keys. */
export function schemaFor({ entities, relations }: Annotations): Schema {
  const colorOf = (i: number) => COLORS[i % COLORS.length] ?? '#116985';
  const base = { parent: null, description: '', examples: [], attributes: [] };
  const entityTypes = [...new Set(entities.map(({ label }) => label))].sort().map(
    (name, i): EntityType => ({
      ...base,
      name,
      color: colorOf(i),
      key: TYPE_KEYS.charAt(i) || null,
    }),
  );
  const relationTypes = [...new Set(relations.map(({ label }) => label))].sort().map(
    (name, i): RelationType => ({
      ...base,
      name,
      color: colorOf(i),
      key: null,
      from: [],
      to: [],
      symmetric: false,
    }),
  );
  return { entityTypes, relationTypes, documentLabels: [] };
}
