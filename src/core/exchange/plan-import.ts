import type { EntityType, RelationType, Schema } from '../model/schema.ts';
import { lineageOf } from '../schema/inherit.ts';
import { findByName } from '../schema/lookup.ts';
import type { AttributePlan } from './attribute-plan.ts';
import type { ImportMapping, NameMapping } from './import-mapping.ts';
import type { IncomingNames, SeenType } from './incoming-names.ts';
import { PlannedTypes, planLabels } from './planned-types.ts';
import { type TypePlan, targetOf } from './type-plan.ts';

/** What becomes of every incoming name, and the schema that holds it all. `null`: left out. */
export interface ImportPlan {
  readonly schema: Schema;
  readonly entityTypes: ReadonlyMap<string, TypePlan | null>;
  readonly relationTypes: ReadonlyMap<string, TypePlan | null>;
  readonly documentLabels: ReadonlyMap<string, AttributePlan | null>;
}

/**
 * Works out the schema after an import: types, attributes and labels that it lacks are added, and lists of
 * values made longer. What it has stays as it is.
 * @param base the schema of the project.
 * @param incoming the schema of the data, as far as they bring one.
 */
export function planImport(
  base: Schema,
  incoming: Schema,
  names: IncomingNames,
  mapping: ImportMapping,
): ImportPlan {
  const entities = new PlannedTypes<EntityType>(base.entityTypes, base);
  const targets = targetsOf(names.entityTypes, mapping.entityTypes);
  const ordered = generalFirst(incoming.entityTypes, names.entityTypes);
  for (const name of ordered) {
    const target = targets.get(name);
    if (!target) continue;
    const given = findByName(incoming.entityTypes, name);
    entities.add(target, given, parentFor(incoming.entityTypes, name, targets), (type) => type);
  }
  const entityTypes = entities.plan(
    { incoming: incoming.entityTypes, names: names.entityTypes, targets },
    mapping.entityAttributes,
    ordered,
  );

  // Keys of relation types are typed where a relation is chosen: those of entity types are free for them.
  const among = { ...base, entityTypes: [] };
  const relations = new PlannedTypes<RelationType>(base.relationTypes, among);
  const relationTargets = targetsOf(names.relationTypes, mapping.relationTypes);
  const relationOrder = generalFirst(incoming.relationTypes, names.relationTypes);
  for (const name of relationOrder) {
    const target = relationTargets.get(name);
    if (!target) continue;
    const given = findByName(incoming.relationTypes, name);
    const parent = parentFor(incoming.relationTypes, name, relationTargets);
    const ends = given && {
      from: endsFor(given.from, targets),
      to: endsFor(given.to, targets),
      symmetric: given.symmetric,
    };
    relations.add(target, given, parent, (type) => ({ ...type, ...(ends ?? OPEN) }));
  }
  const relationTypes = relations.plan(
    { incoming: incoming.relationTypes, names: names.relationTypes, targets: relationTargets },
    mapping.relationAttributes,
    relationOrder,
  );
  const planned = { ...base, entityTypes: entities.types, relationTypes: relations.types };
  const { schema, documentLabels } = planLabels(planned, incoming, names, (name) =>
    targetOf(mapping.documentLabels, name),
  );
  return { schema, entityTypes, relationTypes, documentLabels };
}

const OPEN = { from: [], to: [], symmetric: false } as const;

function targetsOf(
  names: ReadonlyMap<string, SeenType>,
  mapping: NameMapping,
): ReadonlyMap<string, string | null> {
  return new Map([...names.keys()].map((name) => [name, targetOf(mapping, name)]));
}

/** Names of types, those that others belong to first, so that these find what they inherit. */
function generalFirst(
  types: readonly EntityType[],
  names: ReadonlyMap<string, SeenType>,
): readonly string[] {
  const order = [...names.keys()].map((name) => [lineageOf(types, name).length, name] as const);
  return order.sort(([a], [b]) => a - b).map(([, name]) => name);
}

/** What the nearest more general type becomes that is not left out. */
function parentFor(
  types: readonly EntityType[],
  name: string,
  targets: ReadonlyMap<string, string | null>,
): string | null {
  for (const { name: ancestor } of lineageOf(types, name).slice(1)) {
    const target = targets.get(ancestor);
    if (target) return target;
  }
  return null;
}

function endsFor(
  names: readonly string[],
  targets: ReadonlyMap<string, string | null>,
): readonly string[] {
  return [...new Set(names.flatMap((name) => targets.get(name) ?? []))];
}
