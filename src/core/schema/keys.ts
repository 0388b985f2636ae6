import type { AttributeDefinition, Schema } from '../model/schema.ts';
import { isSubtype } from './inherit.ts';

/** Something of the schema that is reached with a key. */
export interface KeyUse {
  readonly key: string;
  readonly kind: 'entity' | 'relation' | 'label' | 'attribute';
  /** Name of the type, label or attribute. */
  readonly name: string;
  /** Of an attribute: the type that defines it, and its kind. */
  readonly owner?: { readonly kind: 'entity' | 'relation'; readonly type: string };
}

/** Characters that are keys of actions of the window while the text has the focus. */
export const RESERVED_KEYS: readonly string[] = ['.', '+', '-', '?', ' '];

/** All keys that the schema gives, in its order. */
export function keyUses(schema: Schema): readonly KeyUse[] {
  const uses: KeyUse[] = [];
  const addAttributes = (
    attributes: readonly AttributeDefinition[],
    owner: NonNullable<KeyUse['owner']>,
  ) => {
    for (const { key, name } of attributes) {
      if (key !== null) uses.push({ key, kind: 'attribute', name, owner });
    }
  };
  for (const kind of ['entity', 'relation'] as const) {
    for (const type of kind === 'entity' ? schema.entityTypes : schema.relationTypes) {
      if (type.key !== null) uses.push({ key: type.key, kind, name: type.name });
      addAttributes(type.attributes, { kind, type: type.name });
    }
  }
  for (const { key, name } of schema.documentLabels) {
    if (key !== null) uses.push({ key, kind: 'label', name });
  }
  return uses;
}

/**
 * Whether two uses of one key would get in each other's way. Keys of relation types are typed where a
 * relation is chosen and meet only each other and the attributes of relations. Attributes meet where
 * one annotation can have both.
 */
export function doKeysMeet(schema: Schema, a: KeyUse, b: KeyUse): boolean {
  if (a.owner && b.owner) {
    if (a.owner.kind !== b.owner.kind) return false;
    const types = a.owner.kind === 'entity' ? schema.entityTypes : schema.relationTypes;
    return (
      isSubtype(types, a.owner.type, b.owner.type) || isSubtype(types, b.owner.type, a.owner.type)
    );
  }
  const isRelational = ({ kind, owner }: KeyUse) =>
    kind === 'relation' || owner?.kind === 'relation';
  const [left, right] = [isRelational(a), isRelational(b)];
  return left === right || (left ? b : a).kind === 'label';
}

/** Pairs of uses that share a key and get in each other's way. */
export function keyConflicts(schema: Schema): readonly (readonly [KeyUse, KeyUse])[] {
  const byKey = new Map<string, KeyUse[]>();
  const conflicts: (readonly [KeyUse, KeyUse])[] = [];
  for (const use of keyUses(schema)) {
    const earlier = byKey.get(use.key) ?? [];
    for (const other of earlier) if (doKeysMeet(schema, other, use)) conflicts.push([other, use]);
    byKey.set(use.key, [...earlier, use]);
  }
  return conflicts;
}

/**
 * Proposes a key that nothing uses yet: a letter of the name, else any letter or digit.
 * @returns `null` where all are taken.
 */
export function freeKey(schema: Schema, name: string): string | null {
  const taken = new Set([...keyUses(schema).map((use) => use.key), ...RESERVED_KEYS]);
  const letters = [...name.toLowerCase()].filter((letter) => /^[\p{L}\p{N}]$/u.test(letter));
  const candidates = [...letters, ...'abcdefghijklmnopqrstuvwxyz0123456789'];
  return candidates.find((key) => !taken.has(key)) ?? null;
}

/** Why this cannot be a key, as a sentence; `undefined` where it can. */
export function keyProblem(key: string): string | undefined {
  if ([...key].length !== 1 || key.trim() === '') return 'A key is one character.';
  if (key !== key.toLowerCase()) return 'A key is a small letter: Shift with it arms the label.';
  if (RESERVED_KEYS.includes(key)) return `‘${key}’ is the key of an action.`;
  return undefined;
}
