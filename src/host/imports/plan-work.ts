import { setImmediate as breathe } from 'node:timers/promises';
import type { ImportChoice } from '#api/calls/imports.ts';
import { combineSchemas } from '#core/exchange/combine-schemas.ts';
import { describeSchemaChange } from '#core/exchange/describe-schema-change.ts';
import type { ImportMapping } from '#core/exchange/import-mapping.ts';
import { NameTally } from '#core/exchange/incoming-names.ts';
import { type ImportPlan, planImport } from '#core/exchange/plan-import.ts';
import { sameNames } from '#core/exchange/same-names.ts';
import { completeMapping, suggestMapping } from '#core/exchange/suggest-mapping.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Into } from './into.ts';
import type { ReadDocument } from './read-document.ts';

/** What becomes of the names of an import. */
export interface NamesPlan {
  readonly names: NameTally;
  readonly suggested: ImportMapping;
  readonly plan: ImportPlan;
  readonly changes: readonly string[];
}

const EMPTY: Schema = { entityTypes: [], relationTypes: [], documentLabels: [] };

/** Works out what the names in the documents become in the project. */
export async function planNames(
  documents: readonly ReadDocument[],
  schemas: readonly Schema[],
  into: Into,
  choice: ImportChoice,
): Promise<NamesPlan> {
  const incoming = combineSchemas(schemas);
  const names = new NameTally(incoming);
  for (const [i, { sets }] of documents.entries()) {
    for (const { records } of sets) names.add(records);
    if (i % 100 === 99) await breathe();
  }
  const isEmpty =
    names.entityTypes.size + names.relationTypes.size + names.documentLabels.size === 0;
  const plan = (isReplaced: boolean): NamesPlan => {
    const suggested = isReplaced
      ? sameNames(names, incoming, choice.mapping)
      : suggestMapping(names, into.schema, incoming, choice.mapping);
    const mapping = completeMapping(choice.mapping, suggested);
    const base = isReplaced ? EMPTY : into.schema;
    const planned = planImport(base, incoming, names, mapping);
    const changes = describeSchemaChange(base, planned.schema);
    const first = 'The schema of the files takes the place of the default one';
    return { names, suggested, plan: planned, changes: isReplaced ? [first, ...changes] : changes };
  };
  if (isEmpty || !into.isFresh) return plan(false);
  const replaced = plan(true);
  const stay = namesIn(replaced.plan.schema);
  const isLost = [...namesIn(into.schema)].some(
    (name) => into.trashed.has(name) && !stay.has(name),
  );
  return isLost ? plan(false) : replaced;
}

function namesIn({ entityTypes, relationTypes, documentLabels }: Schema): ReadonlySet<string> {
  return new Set([...entityTypes, ...relationTypes, ...documentLabels].map(({ name }) => name));
}
