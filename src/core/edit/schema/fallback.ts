import type { Schema } from '../../model/schema.ts';
import type { ProjectChange } from '../change.ts';
import type { Migration } from './migration.ts';

export type Fallback = NonNullable<ProjectChange['fallback']>;

/**
 * For each type that exists only after an edit of the schema: the type before the edit that it stands
 * for. Undo gives later annotations of the new type the old one. Types that are simply new stand for none.
 */
export function fallbackOf(
  before: Schema,
  after: Schema,
  migrations: readonly Migration[],
): Fallback {
  return {
    entityTypes: origins(before.entityTypes, after.entityTypes, migrations, 'entity'),
    relationTypes: origins(before.relationTypes, after.relationTypes, migrations, 'relation'),
  };
}

interface Named {
  readonly name: string;
}

/** One type that others come from; `leaves` where the old one is no more. */
interface Move {
  readonly from: string;
  readonly to: readonly string[];
  readonly leaves: boolean;
}

function moveOf(migration: Migration, of: 'entity' | 'relation'): Move | undefined {
  switch (migration.kind) {
    case 'rename-entity-type':
    case 'merge-entity-types':
      if (of !== 'entity') return undefined;
      return { from: migration.from, to: [migration.to], leaves: true };
    case 'rename-relation-type':
    case 'merge-relation-types':
      if (of !== 'relation') return undefined;
      return { from: migration.from, to: [migration.to], leaves: true };
    case 'split-entity-type':
      if (of !== 'entity') return undefined;
      return { from: migration.type, to: Object.values(migration.into), leaves: false };
    default:
      return undefined;
  }
}

function origins(
  before: readonly Named[],
  after: readonly Named[],
  migrations: readonly Migration[],
  of: 'entity' | 'relation',
): Readonly<Record<string, string>> {
  const origin = new Map(before.map(({ name }) => [name, name]));
  for (const migration of migrations) {
    const move = moveOf(migration, of);
    const old = move && origin.get(move.from);
    if (!move || old === undefined) continue;
    if (move.leaves) origin.delete(move.from);
    for (const name of move.to) if (!origin.has(name)) origin.set(name, old);
  }
  const existed = new Set(before.map(({ name }) => name));
  return Object.fromEntries(
    after.flatMap(({ name }) => {
      const old = existed.has(name) ? undefined : origin.get(name);
      return old === undefined ? [] : [[name, old] as const];
    }),
  );
}
