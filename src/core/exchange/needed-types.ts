import type { Schema } from '../model/schema.ts';
import { lineageOf } from '../schema/inherit.ts';
import { findByName } from '../schema/lookup.ts';
import { at } from './at.ts';
import { cleanName } from './clean-name.ts';
import type { ImportMapping, NameMapping } from './import-mapping.ts';
import type { IncomingNames } from './incoming-names.ts';

/** Mappings of types, as far as a person has chosen them. */
export type ChosenTypes = Pick<ImportMapping, 'entityTypes' | 'relationTypes'>;

/**
 * Brings back entity types that nothing uses and that others need: those that a new type belongs to, and
 * those that a new relation type allows as its ends. Without them, types would lose what they belong to, and
 * relations would be allowed anywhere.
 */
export function withNeeded(
  { entityTypes, relationTypes }: ChosenTypes,
  { project, incoming }: { readonly project: Schema; readonly incoming: Schema },
): NameMapping {
  const needed = new Map(Object.entries(entityTypes));
  const isNew = (target: string | null | undefined, types: Schema['entityTypes']) =>
    typeof target === 'string' && !findByName(types, target);
  const keep = (name: string) => {
    if (needed.get(name) === null) needed.set(name, cleanName(name));
  };
  for (const { name, from, to } of incoming.relationTypes)
    if (isNew(at(relationTypes, name), project.relationTypes))
      for (const end of [...from, ...to]) keep(end);
  for (const [name, target] of [...needed])
    if (isNew(target, project.entityTypes))
      for (const ancestor of lineageOf(incoming.entityTypes, name).slice(1)) keep(ancestor.name);
  return Object.fromEntries(needed);
}

/** Leaves out relation types that nothing uses and of which an end has no type any more. */
export function withoutEndless(
  { entityTypes, relationTypes }: ChosenTypes,
  names: Pick<IncomingNames, 'relationTypes'>,
  incoming: Schema,
): NameMapping {
  const isGone = (ends: readonly string[]) =>
    ends.length > 0 && ends.every((name) => at(entityTypes, name) === null);
  const endless = incoming.relationTypes.filter(
    ({ name, from, to }) =>
      (names.relationTypes.get(name)?.count ?? 0) === 0 && (isGone(from) || isGone(to)),
  );
  return Object.fromEntries([
    ...Object.entries(relationTypes),
    ...endless.map(({ name }) => [name, null] as const),
  ]);
}
