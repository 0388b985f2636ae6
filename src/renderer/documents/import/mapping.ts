import { at as own } from '#core/exchange/at.ts';
import { type ImportMapping, type NameMapping, SAME_NAMES } from '#core/exchange/import-mapping.ts';
import type { Schema } from '#core/model/schema.ts';
import { attributesOf } from '#core/schema/inherit.ts';

/** Where a name stands in a mapping. */
export type NamePart =
  | { readonly part: 'entityTypes' | 'relationTypes' | 'documentLabels' }
  | { readonly part: 'entityAttributes' | 'relationAttributes'; readonly type: string };

/** What the mapping says of the names of one part. */
export function namesOf(mapping: ImportMapping, at: NamePart): NameMapping {
  return 'type' in at ? (own(mapping[at.part], at.type) ?? {}) : mapping[at.part];
}

/** What becomes of an incoming name: its name in the project, or `null`. */
export function targetOf(
  chosen: ImportMapping | null,
  suggested: ImportMapping,
  at: NamePart,
  name: string,
): { readonly target: string | null; readonly isSuggested: boolean } {
  const decided = chosen ? own(namesOf(chosen, at), name) : undefined;
  if (decided !== undefined) return { target: decided, isSuggested: false };
  const target = own(namesOf(suggested, at), name);
  return { target: target === undefined ? name : target, isSuggested: true };
}

/** Says what becomes of some names. `undefined` for a name: as suggested. */
export function withNames(
  mapping: ImportMapping | null,
  at: NamePart,
  targets: Readonly<Record<string, string | null | undefined>>,
): ImportMapping {
  const before = mapping ?? SAME_NAMES;
  const entries = Object.entries({ ...namesOf(before, at), ...targets });
  const names = Object.fromEntries(
    entries.flatMap(([name, target]) => (target === undefined ? [] : [[name, target]])),
  );
  return 'type' in at
    ? { ...before, [at.part]: { ...before[at.part], [at.type]: names } }
    : { ...before, [at.part]: names };
}

/** Names that the project has, onto which an incoming name can be brought. */
export function projectNames(
  schema: Schema,
  at: NamePart,
  targetType: string | null,
): readonly string[] {
  if (!('type' in at)) return schema[at.part].map(({ name }) => name);
  const types = at.part === 'entityAttributes' ? schema.entityTypes : schema.relationTypes;
  return targetType === null ? [] : attributesOf(types, targetType).map(({ name }) => name);
}

/** The four things that can become of a name, as the value of a select. */
export type Fate = 'add' | 'rename' | 'out' | `to:${string}`;

/** Which of them it is. */
export function fateOf(name: string, target: string | null, known: readonly string[]): Fate {
  if (target === null) return 'out';
  if (known.includes(target)) return `to:${target}`;
  return target === name ? 'add' : 'rename';
}
