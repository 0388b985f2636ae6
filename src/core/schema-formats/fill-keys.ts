import type { EntityType, Schema } from '../model/schema.ts';
import { freeKey } from '../schema/keys.ts';

/** Gives a free key to each entity type that has none, as long as there are any: in a foreign file few have one. */
export function withKeys(schema: Schema): Schema {
  let filled = schema;
  for (const [i, type] of schema.entityTypes.entries()) {
    if (type.key !== null) continue;
    const key = freeKey(filled, type.name);
    if (key === null) break;
    const entityTypes: readonly EntityType[] = filled.entityTypes.with(i, { ...type, key });
    filled = { ...filled, entityTypes };
  }
  return filled;
}
