import type { MigrationPreview } from '#api/calls/schema.ts';
import { stepsOf } from '#core/edit/change-of.ts';
import { isEmpty } from '#core/edit/is-empty.ts';
import { isSame } from '#core/edit/same.ts';
import { countChange } from '#core/edit/schema/count-change.ts';
import { followSchema } from '#core/edit/schema/follow-schema.ts';
import type { Migration } from '#core/edit/schema/migration.ts';
import { planMigrations } from '#core/edit/schema/plan-migrations.ts';
import { validateSchema } from '#core/schema/validate.ts';
import { quoteLine } from '#core/text/quote.ts';
import type { EndpointsOf } from '../context.ts';
import { act } from '../project/act.ts';
import { concernedSets } from '../project/concerned-sets.ts';
import type { Project } from '../project/project.ts';
import { StoreError } from '../store/store-error.ts';
import { type OwnContext, withProject } from './own-context.ts';

const EXAMPLES = 5;

/** Answers the calls that change the schema. */
export function schemaEndpoints(ctx: OwnContext): EndpointsOf<'schema.edit' | 'schema.preview'> {
  return {
    'schema.edit': ({ label, schema, migrations }) =>
      withProject(ctx, async (project) => {
        const fault = validateSchema(schema).find(({ severity }) => severity === 'error');
        if (fault) {
          const { message, place } = fault;
          throw new StoreError({ code: 'refused', message, ...(place ? { place } : {}) });
        }
        await project.parts.queue.run(async () => {
          if (isSame(schema, project.schema) && migrations.length === 0) return;
          const change = { schema: [project.schema, schema] as const, migrations };
          await act(project, { label, code: 'schema.edit', change });
        });
        return { schema: project.schema };
      }),
    'schema.preview': ({ migrations }) =>
      withProject(ctx, (project) => preview(project, migrations)),
  };
}

/** One set at a time, with room for edits in between. */
async function preview(
  project: Project,
  migrations: readonly Migration[],
): Promise<MigrationPreview> {
  const { schema } = project;
  const { queue } = project.parts;
  const after = migrations.reduce(followSchema, schema);
  const keys = await queue.run(() => concernedSets(project, schema, after, migrations));
  const documents = new Set<string>();
  const examples: MigrationPreview['examples'][number][] = [];
  const total = { sets: 0, spans: 0, relations: 0, labels: 0, valuesGone: 0 };
  for (const key of keys) {
    const entry = project.entryOf(key.documentId, true);
    if (!entry) continue;
    await queue.run(() =>
      project.pool.visit(key, async (set) => {
        const change = planMigrations(set.index, schema, after, migrations);
        if (isEmpty(change)) return;
        const { spans, relations, labels, valuesGone } = countChange(change);
        documents.add(key.documentId);
        total.sets++;
        total.spans += spans;
        total.relations += relations;
        total.labels += labels;
        total.valuesGone += valuesGone;
        for (const [, before] of stepsOf(change)) {
          if (examples.length >= EXAMPLES) break;
          if (before?.kind !== 'span') continue;
          const quote = quoteLine(set.state.codec.text, before.ranges);
          examples.push({ document: entry.name, quote });
        }
      }),
    );
  }
  return { documents: documents.size, ...total, examples };
}
