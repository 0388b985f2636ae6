import { ACTIONS } from '#api/actions.ts';
import type { Schema } from '#core/model/schema.ts';
import { isWithin } from './tree.ts';

/** Who a key belongs to. Attributes name their type too; document labels have only a name. */
export type KeyOwner =
  | { readonly kind: 'entity' | 'relation' | 'label'; readonly name: string }
  | {
      readonly kind: 'attribute';
      readonly of: 'entity' | 'relation';
      readonly type: string;
      readonly name: string;
    };

const RESERVED = new Map<string, string>(
  ACTIONS.flatMap((action) =>
    action.keys.filter((key) => [...key].length === 1).map((key) => [key, action.title] as const),
  ),
);

/**
 * Why this key cannot be had; `null` where it can. Keys of relations are typed in the relation
 * chooser only, so they meet no others; entity types, attributes and document labels are all
 * typed in the text, but two attributes meet only where one annotation can have both.
 */
export function keyConflict(schema: Schema, owner: KeyOwner, key: string): string | null {
  if ([...key].length !== 1 || key.trim() === '') return 'A key is one character.';
  if (key !== key.toLowerCase()) return 'A key is a small letter: Shift with it arms the label.';
  const action = RESERVED.get(key);
  if (action !== undefined && owner.kind !== 'relation') {
    return `‘${key}’ is the key of “${action}”.`;
  }
  const other = allKeys(schema).find(
    (entry) =>
      entry.key === key && !isSame(entry.owner, owner) && doMeet(schema, entry.owner, owner),
  );
  return other ? `‘${key}’ is the key of ${describeOwner(other.owner)} already.` : null;
}

/** A key that is free: a letter of the name if one is, else any letter or digit; `null` for none. */
export function freeKey(schema: Schema, owner: KeyOwner): string | null {
  const letters = owner.name.toLowerCase().match(/[\p{Letter}\p{Number}]/gu) ?? [];
  for (const key of [...letters, ...'abcdefghijklmnopqrstuvwxyz1234567890']) {
    if (keyConflict(schema, owner, key) === null) return key;
  }
  return null;
}

function allKeys(schema: Schema): { readonly owner: KeyOwner; readonly key: string | null }[] {
  const of = (kind: 'entity' | 'relation', types: Schema['entityTypes']) =>
    types.flatMap((type) => [
      { owner: { kind, name: type.name }, key: type.key },
      ...type.attributes.map((attribute) => ({
        owner: { kind: 'attribute', of: kind, type: type.name, name: attribute.name } as const,
        key: attribute.key,
      })),
    ]);
  return [
    ...of('entity', schema.entityTypes),
    ...of('relation', schema.relationTypes),
    ...schema.documentLabels.map((label) => ({
      owner: { kind: 'label', name: label.name } as const,
      key: label.key,
    })),
  ];
}

function isSame(a: KeyOwner, b: KeyOwner): boolean {
  if (a.kind === 'attribute' && b.kind === 'attribute') {
    return a.of === b.of && a.type === b.type && a.name === b.name;
  }
  return a.kind === b.kind && a.name === b.name;
}

function doMeet(schema: Schema, a: KeyOwner, b: KeyOwner): boolean {
  if (a.kind === 'relation' || b.kind === 'relation') return a.kind === b.kind;
  if (a.kind === 'attribute' && b.kind === 'attribute') {
    if (a.of !== b.of) return false;
    const types = a.of === 'entity' ? schema.entityTypes : schema.relationTypes;
    return isWithin(types, a.type, b.type) || isWithin(types, b.type, a.type);
  }
  return true;
}

function describeOwner(owner: KeyOwner): string {
  if (owner.kind === 'attribute') return `the attribute ‘${owner.name}’ of ${owner.type}`;
  if (owner.kind === 'label') return `the document label ‘${owner.name}’`;
  return owner.name;
}
