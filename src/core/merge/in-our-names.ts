import { mapRecords } from '../exchange/map-records.ts';
import type { ImportPlan } from '../exchange/plan-import.ts';
import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { RecordId } from '../model/ids.ts';
import type { Records } from './merge-sets.ts';

/**
 * Records of another project in the names of this one. What the plan says nothing of, such as a type that
 * was deleted there since, keeps its name: a merge leaves nothing out.
 */
export function inOurNames(records: Records, plan: ImportPlan): Records {
  const mapped = new Map<RecordId, AnnotationRecord>();
  const given = [...records.values()];
  for (const record of mapRecords(given, plan).records) mapped.set(record.id, record);
  for (const record of given) {
    const isGone = record.kind === 'label' && plan.documentLabels.has(record.name);
    if (!mapped.has(record.id) && !isGone) mapped.set(record.id, record);
  }
  return mapped;
}
