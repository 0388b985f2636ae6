import { ACTIONS } from '#api/actions.ts';
import type { Schema } from '#core/model/schema.ts';
import { doKeysMeet, type KeyUse, keyProblem, keyUses } from '#core/schema/keys.ts';

/** What a key is for: all of a key use but the key. */
export type KeyOwner = Omit<KeyUse, 'key'>;

/** Why this key cannot be had, as a sentence; `null` where it can. */
export function keyConflict(schema: Schema, owner: KeyOwner, key: string): string | null {
  const action = ACTIONS.find((a) => (a.keys as readonly string[]).includes(key));
  if (action) return `‘${key}’ is the key of “${action.title}”.`;
  const problem = keyProblem(key);
  if (problem !== undefined) return problem;
  const use: KeyUse = { ...owner, key };
  const other = keyUses(schema).find(
    (known) => known.key === key && !isSame(known, owner) && doKeysMeet(schema, known, use),
  );
  return other ? `‘${key}’ is the key of ${describeOwner(other)} already.` : null;
}

/** A key that can be had: a letter of the name if one can, else any letter or digit; `null` for none. */
export function freeKeyFor(schema: Schema, owner: KeyOwner): string | null {
  const letters = owner.name.toLowerCase().match(/[\p{Letter}\p{Number}]/gu) ?? [];
  for (const key of [...letters, ...'abcdefghijklmnopqrstuvwxyz1234567890']) {
    if (keyConflict(schema, owner, key) === null) return key;
  }
  return null;
}

function isSame(a: KeyOwner, b: KeyOwner): boolean {
  return (
    a.kind === b.kind &&
    a.name === b.name &&
    a.owner?.kind === b.owner?.kind &&
    a.owner?.type === b.owner?.type
  );
}

function describeOwner({ kind, name, owner }: KeyOwner): string {
  if (owner) return `the attribute ‘${name}’ of ${owner.type}`;
  return kind === 'label' ? `the document label ‘${name}’` : name;
}
