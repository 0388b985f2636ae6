import type { EntityType } from '../../model/schema.ts';

/** What the wildcards of a configuration stand for. */
export interface Wildcards {
  readonly entities: readonly EntityType[];
  readonly events: readonly EntityType[];
}

export type Ends =
  /** Empty means any. */
  | { readonly ok: true; readonly types: readonly string[]; readonly unknown: readonly string[] }
  /** Relations between relations, which no schema of ours can hold. */
  | { readonly ok: false };

/** Entity types that the values of an argument allow, wildcards resolved to their topmost types. */
export function resolveEnds(values: readonly string[], { entities, events }: Wildcards): Ends {
  const all = new Set([...entities, ...events].map((type) => type.name));
  const types = new Set<string>();
  const unknown: string[] = [];
  let isAny = false;
  for (const value of values) {
    if (value === '<ANY>') isAny = true;
    else if (value === '<ENTITY>') addTop(types, entities);
    else if (value === '<EVENT>') addTop(types, events);
    else if (value === '<RELATION>') return { ok: false };
    else if (all.has(value)) types.add(value);
    else unknown.push(value);
  }
  const top = [...entities, ...events].filter((type) => type.parent === null);
  if (isAny || top.every((type) => types.has(type.name))) return { ok: true, types: [], unknown };
  return { ok: true, types: [...types], unknown };
}

function addTop(names: Set<string>, types: readonly EntityType[]): void {
  for (const type of types) if (type.parent === null) names.add(type.name);
}

/** Both lists of allowed types together, where an empty list means any. */
export function unite(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.length === 0 || b.length === 0 ? [] : [...new Set([...a, ...b])];
}
