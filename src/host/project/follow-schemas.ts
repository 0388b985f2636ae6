import { handBack } from '#core/edit/schema/hand-back.ts';
import { planMigrations } from '#core/edit/schema/plan-migrations.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Schema } from '#core/model/schema.ts';
import { SetIndex } from '#core/set/set-index.ts';
import type { Follow, Moment } from '../store/set-history.ts';
import { type ActionLine, readAction } from './carry-out.ts';
import type { Project } from './project.ts';

/**
 * How records of a set's past fit the schema of today: undo and restoring bring back annotations whose
 * types were renamed or merged since. Goes through the schema edits since then, one by one; an edit and
 * its undo cancel out. A deleted type that is there again today takes its annotations back.
 *
 * @param since when the records were as they are given.
 * @throws {StoreError}
 */
export async function followSchemas(project: Project, since: Moment): Promise<Follow> {
  const lines: ActionLine[] = [];
  for (const { head } of project.parts.log.entries) {
    if (head.seq <= since.action || head.at < since.at) continue;
    const line = await readAction(project, head.seq);
    if (!line.change.schema) continue;
    const undone = lines.findIndex((one) => one.head.seq === line.reverts);
    if (undone < 0) lines.push(line);
    else lines.splice(undone, 1);
  }
  if (lines.length === 0) return (record) => record;
  return (record) => {
    let now = record;
    for (const line of lines) now = step(now, line);
    return isKnown(now, project.schema) ? now : undefined;
  };
}

/** What becomes of a record in one edit of the schema. Those it deletes wait for what comes after. */
function step(record: AnnotationRecord, { change, reverts }: ActionLine): AnnotationRecord {
  if (!change.schema) return record;
  const [before, after] = change.schema;
  const set = new SetIndex([record]);
  if (change.migrations) set.apply(planMigrations(set, before, after, change.migrations));
  if (reverts !== null) set.apply(handBack(set, after, change.fallback).change);
  return [...set.all()][0] ?? record;
}

function isKnown(record: AnnotationRecord, schema: Schema): boolean {
  const { spans, relations, labels } = handBack(new SetIndex([record]), schema).orphans;
  return spans + relations + labels === 0;
}
