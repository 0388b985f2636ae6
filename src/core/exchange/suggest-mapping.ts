import type { Schema } from '../model/schema.ts';
import { attributesOf } from '../schema/inherit.ts';
import { findByName } from '../schema/lookup.ts';
import { at } from './at.ts';
import { cleanName } from './clean-name.ts';
import type { ImportMapping, NameMapping } from './import-mapping.ts';
import type { IncomingNames, SeenType } from './incoming-names.ts';
import { KnownNames } from './known-names.ts';
import { type ChosenTypes, withNeeded, withoutEndless } from './needed-types.ts';

/**
 * Suggests what each incoming name becomes: the same name where the project has it; else one that differs
 * in case and separators only; else one that is known to mean the same; else a new name. Names that are
 * only defined, and that the project lacks, are left out, unless a new type belongs to them or a new relation
 * type names them as its ends.
 * @param incoming the schema of the data, as far as they bring one.
 * @param chosen what the person has chosen already: the suggestion for other names follows it.
 */
export function suggestMapping(
  names: IncomingNames,
  project: Schema,
  incoming: Schema = NO_SCHEMA,
  chosen: ImportMapping | null = null,
): ImportMapping {
  const used = {
    entityTypes: typeMapping('entityTypes', names.entityTypes, project),
    relationTypes: typeMapping('relationTypes', names.relationTypes, project),
  };
  const needed = withNeeded(chosenTypes(chosen, used), { project, incoming });
  // What was chosen is no suggestion.
  const own = Object.entries(used.entityTypes).filter(([name]) => isChosen(chosen, name));
  const entityTypes = merged(record(own), needed);
  const ends = chosenTypes(chosen, { ...used, entityTypes });
  const relationTypes = withoutEndless(
    { ...ends, relationTypes: used.relationTypes },
    names,
    incoming,
  );
  const labels = new KnownNames(project.documentLabels);
  return {
    entityTypes,
    relationTypes,
    documentLabels: record(
      [...names.documentLabels].map(([name, { count }]) => [
        name,
        labels.find(name) ?? (count > 0 ? cleanName(name) : null),
      ]),
    ),
    entityAttributes: attributeMapping(names.entityTypes, project.entityTypes, entityTypes),
    relationAttributes: attributeMapping(names.relationTypes, project.relationTypes, relationTypes),
  };
}

/** What the person chose, and the suggestion where the choice says nothing. */
export function completeMapping(
  chosen: ImportMapping | null,
  suggested: ImportMapping,
): ImportMapping {
  if (chosen === null) return suggested;
  const perType = (
    own: ImportMapping['entityAttributes'],
    other: ImportMapping['entityAttributes'],
  ) =>
    record(
      [...new Set([...Object.keys(own), ...Object.keys(other)])].map((type) => [
        type,
        merged(at(own, type) ?? {}, at(other, type) ?? {}),
      ]),
    );
  return {
    entityTypes: merged(chosen.entityTypes, suggested.entityTypes),
    relationTypes: merged(chosen.relationTypes, suggested.relationTypes),
    documentLabels: merged(chosen.documentLabels, suggested.documentLabels),
    entityAttributes: perType(chosen.entityAttributes, suggested.entityAttributes),
    relationAttributes: perType(chosen.relationAttributes, suggested.relationAttributes),
  };
}

const isChosen = (chosen: ImportMapping | null, name: string) =>
  Object.hasOwn(chosen?.entityTypes ?? {}, name);

const NO_SCHEMA: Schema = { entityTypes: [], relationTypes: [], documentLabels: [] };

function chosenTypes(chosen: ImportMapping | null, suggested: ChosenTypes): ChosenTypes {
  return {
    entityTypes: merged(chosen?.entityTypes ?? {}, suggested.entityTypes),
    relationTypes: merged(chosen?.relationTypes ?? {}, suggested.relationTypes),
  };
}

function merged(chosen: NameMapping, suggested: NameMapping): NameMapping {
  return record([...Object.entries(suggested), ...Object.entries(chosen)]);
}

/** `fromEntries` defines plain properties, whatever the name. */
function record<Value>(
  entries: readonly (readonly [string, Value])[],
): Readonly<Record<string, Value>> {
  return Object.fromEntries(entries);
}

function typeMapping(
  kind: 'entityTypes' | 'relationTypes',
  incoming: ReadonlyMap<string, SeenType>,
  project: Schema,
): NameMapping {
  const names = new KnownNames(project[kind]);
  return record(
    [...incoming].map(([name, { count }]) => [
      name,
      names.find(name) ?? names.findWellKnown(kind, name) ?? (count > 0 ? cleanName(name) : null),
    ]),
  );
}

function attributeMapping(
  incoming: ReadonlyMap<string, SeenType>,
  types: Schema['entityTypes'],
  mapped: NameMapping,
): ImportMapping['entityAttributes'] {
  return record(
    [...incoming]
      .filter(([, { attributes }]) => attributes.size > 0)
      .map(([type, { attributes }]) => {
        const target = at(mapped, type);
        const names = new KnownNames(target ? attributesOf(types, target) : []);
        const isNew = !target || !findByName(types, target);
        const own = [...attributes].map(
          ([name, { count }]) =>
            [name, names.find(name) ?? (isNew || count > 0 ? cleanName(name) : null)] as const,
        );
        return [type, record(own)] as const;
      }),
  );
}
