import { cleanName } from './clean-name.ts';
import type { ImportMapping, NameMapping } from './import-mapping.ts';
import type { IncomingNames, SeenType } from './incoming-names.ts';

/** Every name as it is, also those that are only defined: for a project that takes the schema of the data. */
export function sameNames(names: IncomingNames): ImportMapping {
  return {
    entityTypes: same(names.entityTypes),
    relationTypes: same(names.relationTypes),
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
