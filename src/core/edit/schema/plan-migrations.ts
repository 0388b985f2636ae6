import type { AnnotationRecord, SetReader } from '../../model/annotation-set.ts';
import type { RecordId } from '../../model/ids.ts';
import type { Schema } from '../../model/schema.ts';
import type { Change } from '../change.ts';
import { changeOf, type Step } from '../change-of.ts';
import { followSchema } from './follow-schema.ts';
import type { Migration } from './migration.ts';
import { type Transform, transformOf } from './transform.ts';

/**
 * What migrations do to one set, in their order, as one change. Relations that lose a span go with it.
 * @param before the schema that the annotations follow now.
 * @param after the schema that they shall follow; `before` where it is not known yet (a preview).
 */
export function planMigrations(
  set: SetReader,
  before: Schema,
  after: Schema,
  migrations: readonly Migration[],
): Change {
  const transforms = transformsOf(before, after, migrations);
  if (transforms.length === 0) return changeOf([]);
  const steps = new Map<RecordId, Step>();
  const arrivals: AnnotationRecord[] = [];
  const gone: RecordId[] = [];
  for (const record of set.all()) {
    const moved = runAll(transforms, record);
    if (moved === record) continue;
    const stays = moved?.id === record.id;
    steps.set(record.id, [record.id, record, stays ? moved : undefined]);
    if (moved && !stays) arrivals.push(moved);
    if (!moved && record.kind === 'span') gone.push(record.id);
  }
  for (const spanId of gone) {
    for (const relation of set.relationsOf(spanId)) {
      steps.set(relation.id, [relation.id, relation, undefined]);
    }
  }
  for (const record of arrivals) {
    steps.set(record.id, [record.id, set.get(record.id), record]);
  }
  return changeOf(steps.values());
}

function transformsOf(
  before: Schema,
  after: Schema,
  migrations: readonly Migration[],
): readonly Transform[] {
  let schema = before;
  return migrations.map((migration) => {
    const transform = transformOf(migration, schema, after);
    schema = followSchema(schema, migration);
    return transform;
  });
}

function runAll(
  transforms: readonly Transform[],
  record: AnnotationRecord,
): AnnotationRecord | undefined {
  let moved: AnnotationRecord | undefined = record;
  for (const transform of transforms) {
    if (!moved) return undefined;
    moved = transform(moved);
  }
  return moved;
}
