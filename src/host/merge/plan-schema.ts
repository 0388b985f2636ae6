import { setImmediate as breathe } from 'node:timers/promises';
import { isSame } from '#core/edit/same.ts';
import { describeSchemaChange } from '#core/exchange/describe-schema-change.ts';
import type { ImportMapping } from '#core/exchange/import-mapping.ts';
import { NameTally } from '#core/exchange/incoming-names.ts';
import { type ImportPlan, planImport } from '#core/exchange/plan-import.ts';
import { sameNames } from '#core/exchange/same-names.ts';
import { completeMapping, suggestMapping } from '#core/exchange/suggest-mapping.ts';
import { schemaDifferences } from '#core/merge/schema-differences.ts';
import type { Schema } from '#core/model/schema.ts';
import type { ProjectSession } from '../project/session.ts';
import type { Renames } from './renames-since.ts';

/** What becomes of the schema, and of names there. */
export interface SchemaPlan {
  readonly schema: Schema;
  /** `null`: both schemas are the same, and all names stay. */
  readonly plan: ImportPlan | null;
  /** In sentences. */
  readonly added: readonly string[];
  readonly differences: readonly string[];
}

/**
 * Works out how the names of another project fit the schema here: what it lacks is added, also types that
 * nothing uses yet, and nothing is left out.
 * @param ours the schema here, as earlier sources of the same merge have left it.
 */
export async function planSchema(
  ours: Schema,
  {
    session,
    chosen,
    renamed,
  }: {
    readonly session: ProjectSession;
    readonly chosen: ImportMapping | null;
    readonly renamed: Renames;
  },
): Promise<SchemaPlan> {
  const theirs = session.schema;
  if (isSame(ours, theirs) && chosen === null)
    return { schema: ours, plan: null, added: [], differences: [] };
  const names = new NameTally(theirs);
  for (const key of await session.listSets()) {
    const set = await session.readSet(key);
    if (set.ok) names.add(set.value.index.all());
    await breathe();
  }
  const suggested = withAll(suggestMapping(names, ours), sameNames(names));
  const mapping = completeMapping(chosen, {
    ...suggested,
    entityTypes: { ...suggested.entityTypes, ...renamed.entityTypes },
    relationTypes: { ...suggested.relationTypes, ...renamed.relationTypes },
  });
  const plan = planImport(ours, theirs, names, mapping);
  return {
    ...{ schema: plan.schema, plan },
    added: describeSchemaChange(ours, plan.schema),
    differences: schemaDifferences(ours, theirs, plan),
  };
}

type Names = ImportMapping['entityTypes'];
type PerType = ImportMapping['entityAttributes'];

/** The suggestion, with names that it leaves out, because nothing uses them yet, as they are. */
function withAll(suggested: ImportMapping, same: ImportMapping): ImportMapping {
  const all = (names: Names, other: Names): Names =>
    Object.fromEntries(
      Object.entries(names).map(([name, to]) => [name, to ?? valueAt(other, name) ?? name]),
    );
  const perType = (types: PerType, other: PerType): PerType =>
    Object.fromEntries(
      Object.entries(types).map(([type, names]) => [type, all(names, valueAt(other, type) ?? {})]),
    );
  return {
    entityTypes: all(suggested.entityTypes, same.entityTypes),
    relationTypes: all(suggested.relationTypes, same.relationTypes),
    documentLabels: all(suggested.documentLabels, same.documentLabels),
    entityAttributes: perType(suggested.entityAttributes, same.entityAttributes),
    relationAttributes: perType(suggested.relationAttributes, same.relationAttributes),
  };
}

function valueAt<Value>(map: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}
