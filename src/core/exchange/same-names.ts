import type { Schema } from '../model/schema.ts';
import { cleanName } from './clean-name.ts';
import type { ImportMapping, NameMapping } from './import-mapping.ts';
import type { IncomingNames, SeenType } from './incoming-names.ts';
import { withoutEndless } from './needed-types.ts';

/**
 * Every name as it is, also those that are only defined: for a project that takes the schema of the data.
 * @param incoming the schema of the data, as far as they bring one.
 * @param chosen what the person has chosen already: relation types of which it leaves no end go, too.
 */
export function sameNames(
  names: IncomingNames,
  incoming: Schema = { entityTypes: [], relationTypes: [], documentLabels: [] },
  chosen: ImportMapping | null = null,
): ImportMapping {
  const entityTypes = { ...same(names.entityTypes), ...chosen?.entityTypes };
  const relationTypes = same(names.relationTypes);
  return {
    entityTypes: same(names.entityTypes),
    relationTypes: withoutEndless({ entityTypes, relationTypes }, names, incoming),
    documentLabels: same(names.documentLabels),
    entityAttributes: perType(names.entityTypes),
    relationAttributes: perType(names.relationTypes),
  };
}

function same(names: ReadonlyMap<string, unknown>): NameMapping {
  return Object.fromEntries([...names.keys()].map((name) => [name, cleanName(name)]));
}

function perType(types: ReadonlyMap<string, SeenType>): Readonly<Record<string, NameMapping>> {
  const withAttributes = [...types].filter(([, { attributes }]) => attributes.size > 0);
  return Object.fromEntries(
    withAttributes.map(([name, { attributes }]) => [name, same(attributes)]),
  );
}
