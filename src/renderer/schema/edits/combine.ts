import type { Schema } from '#core/model/schema.ts';

/** What bringing another schema in would do, by part. Names only; for reading before it is done. */
export interface SchemaDifference {
  readonly part: 'entity types' | 'relation types' | 'document labels';
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

interface Named {
  readonly name: string;
}

/** Both together: what only the file has is added, and what both have is as in the file. */
export function mergeSchemas(present: Schema, file: Schema): Schema {
  return {
    entityTypes: union(present.entityTypes, file.entityTypes),
    relationTypes: union(present.relationTypes, file.relationTypes),
    documentLabels: union(present.documentLabels, file.documentLabels),
  };
}

/**
 * The file's schema, and behind it what the project uses and the file does not have: replacing a
 * schema never deletes annotations.
 * @param isUsed tells whether annotations name it.
 */
export function replaceSchema(
  present: Schema,
  file: Schema,
  isUsed: (part: keyof Schema, name: string) => boolean,
): Schema {
  const keep = <T extends Named>(part: keyof Schema, old: readonly T[], next: readonly T[]) => [
    ...next,
    ...old.filter((o) => !next.some((n) => n.name === o.name) && isUsed(part, o.name)),
  ];
  return detachMissing({
    entityTypes: keep('entityTypes', present.entityTypes, file.entityTypes),
    relationTypes: keep('relationTypes', present.relationTypes, file.relationTypes),
    documentLabels: keep('documentLabels', present.documentLabels, file.documentLabels),
  });
}

/** How `next` differs from `present`; parts where nothing differs are left out. */
export function schemaDifference(present: Schema, next: Schema): readonly SchemaDifference[] {
  return [
    difference('entity types', present.entityTypes, next.entityTypes),
    difference('relation types', present.relationTypes, next.relationTypes),
    difference('document labels', present.documentLabels, next.documentLabels),
  ].filter((d) => d.added.length + d.changed.length + d.removed.length > 0);
}

function union<T extends Named>(present: readonly T[], file: readonly T[]): readonly T[] {
  const news = new Map(file.map((item) => [item.name, item]));
  const old = new Set(present.map((item) => item.name));
  return [
    ...present.map((item) => news.get(item.name) ?? item),
    ...file.filter((item) => !old.has(item.name)),
  ];
}

function difference(
  part: SchemaDifference['part'],
  present: readonly Named[],
  next: readonly Named[],
): SchemaDifference {
  const before = new Map(present.map((item) => [item.name, JSON.stringify(item)]));
  const after = new Set(next.map((item) => item.name));
  return {
    part,
    added: next.filter((item) => !before.has(item.name)).map((item) => item.name),
    changed: next
      .filter((item) => (before.get(item.name) ?? JSON.stringify(item)) !== JSON.stringify(item))
      .map((item) => item.name),
    removed: present.filter((item) => !after.has(item.name)).map((item) => item.name),
  };
}

/** A kept type may hang below one, or lead to one, that is gone now. */
function detachMissing(schema: Schema): Schema {
  const entities = new Set(schema.entityTypes.map((t) => t.name));
  const relations = new Set(schema.relationTypes.map((t) => t.name));
  const under = (names: ReadonlySet<string>, parent: string | null) =>
    parent !== null && names.has(parent) ? parent : null;
  return {
    ...schema,
    entityTypes: schema.entityTypes.map((t) => ({ ...t, parent: under(entities, t.parent) })),
    relationTypes: schema.relationTypes.map((t) => ({
      ...t,
      parent: under(relations, t.parent),
      from: t.from.filter((name) => entities.has(name)),
      to: t.to.filter((name) => entities.has(name)),
    })),
  };
}
