import type { AttributeDefinition, EntityType, RelationType, Schema } from '#core/model/schema.ts';
import { type KeyOwner, keyConflict } from './keys.ts';

/**
 * The schema without keys that get in the way of an earlier one, or that cannot be typed.
 * @returns also the names that lost their key.
 */
export function withoutConflicts(schema: Schema): { schema: Schema; lost: readonly string[] } {
  const lost: string[] = [];
  let next: Schema = { entityTypes: [], relationTypes: [], documentLabels: [] };
  const fits = (owner: KeyOwner, key: string | null) => {
    if (key === null || keyConflict(next, owner, key) === null) return key;
    lost.push(owner.name);
    return null;
  };
  const type = <T extends EntityType | RelationType>(kind: 'entity' | 'relation', item: T): T => ({
    ...item,
    key: fits({ kind, name: item.name }, item.key),
    attributes: item.attributes.map((a) => attribute(a, { kind, type: item.name })),
  });
  const attribute = (
    item: AttributeDefinition,
    owner: { kind: 'entity' | 'relation'; type: string },
  ) => ({ ...item, key: fits({ kind: 'attribute', name: item.name, owner }, item.key) });

  for (const item of schema.entityTypes) {
    next = { ...next, entityTypes: [...next.entityTypes, type('entity', item)] };
  }
  for (const item of schema.relationTypes) {
    next = { ...next, relationTypes: [...next.relationTypes, type('relation', item)] };
  }
  for (const item of schema.documentLabels) {
    const label = { ...item, key: fits({ kind: 'label', name: item.name }, item.key) };
    next = { ...next, documentLabels: [...next.documentLabels, label] };
  }
  return { schema: next, lost };
}
