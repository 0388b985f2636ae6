import type { EntityType, RelationType, Schema } from '../model/schema.ts';
import { freeKey, keyProblem, keyUses } from '../schema/keys.ts';
import { paletteColor } from '../schema-formats/palette.ts';

/** The colour of a new type: the one it brings, unless another has it; then one that none has. */
export function freeColor(
  wanted: string | undefined,
  taken: readonly { readonly color: string }[],
) {
  const used = new Set(taken.map(({ color }) => color.toLowerCase()));
  const isColor = wanted !== undefined && /^#[0-9a-f]{6}$/iu.test(wanted);
  if (isColor && !used.has(wanted.toLowerCase())) return wanted;
  for (let i = 0; i < 10; i++) if (!used.has(paletteColor(i))) return paletteColor(i);
  return isColor ? wanted : paletteColor(taken.length);
}

/** The key of a new entity type: the one it brings, if that is free; else another one, if any is. */
export function entityKey(schema: Schema, { key, name }: Pick<EntityType, 'key' | 'name'>) {
  return isFree(schema, key) ? key : freeKey(schema, name);
}

/** The key of a new relation type; relation types share none with each other. */
export function relationKey(schema: Schema, { key, name }: Pick<RelationType, 'key' | 'name'>) {
  const among: Schema = { ...schema, entityTypes: [] };
  return isFree(among, key) ? key : freeKey(among, name);
}

/** A key that nothing has. */
export function isFree(schema: Schema, key: string | null): key is string {
  if (key === null || keyProblem(key) !== undefined) return false;
  return keyUses(schema).every((use) => use.key !== key);
}
