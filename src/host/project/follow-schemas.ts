import { handBack } from '#core/edit/schema/hand-back.ts';
import { planMigrations } from '#core/edit/schema/plan-migrations.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { SetIndex } from '#core/set/set-index.ts';
import type { Follow } from '../store/set-history.ts';
import { type ActionLine, readAction } from './carry-out.ts';
import type { Project } from './project.ts';

/**
 * How records of a set's past fit the schema of today: undo and restoring bring back annotations whose
 * types were renamed, merged or deleted since. Goes through the schema edits since then, one by one.
 *
 * @param since when the records were as they are given: ISO 8601, UTC; empty for all of the past.
 * @throws {StoreError}
 */
export async function followSchemas(project: Project, since: string): Promise<Follow> {
  const lines: ActionLine[] = [];
  for (const { head } of project.parts.log.entries) {
    if (head.at < since) continue;
    const line = await readAction(project, head.seq);
    if (line.change.schema) lines.push(line);
  }
  if (lines.length === 0) return (record) => record;
  return (record) => {
    let now: AnnotationRecord | undefined = record;
    for (const line of lines) now = now && step(now, line);
    return now && step(now, null, project);
  };
}

/** What becomes of a record in one edit of the schema; without one: whether today's schema knows it. */
function step(
  record: AnnotationRecord,
  line: ActionLine | null,
  project?: Project,
): AnnotationRecord | undefined {
  const set = new SetIndex([record]);
  const [before, after] = line?.change.schema ?? [project?.schema, project?.schema];
  if (!before || !after) return record;
  if (line?.change.migrations)
    set.apply(planMigrations(set, before, after, line.change.migrations));
  const back = handBack(set, after, line?.change.fallback);
  if (line?.reverts) set.apply(back.change);
  const { spans, relations, labels } = back.orphans;
  if (!line && spans + relations + labels > 0) return undefined;
  return [...set.all()][0];
}
