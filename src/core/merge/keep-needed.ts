import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { RecordId } from '../model/ids.ts';
import type { MergeConflict } from './merge-conflict.ts';

interface ThreeStates {
  readonly base: ReadonlyMap<RecordId, AnnotationRecord>;
  readonly ours: ReadonlyMap<RecordId, AnnotationRecord>;
  readonly theirs: ReadonlyMap<RecordId, AnnotationRecord>;
}

/**
 * Puts back spans that one side deleted and to which the other has a relation: without them its work would
 * hang in the air. Changes `merged`; each is listed.
 */
export function keepNeeded(
  merged: Map<RecordId, AnnotationRecord>,
  { base, ours, theirs }: ThreeStates,
  conflicts: MergeConflict[],
): void {
  for (const relation of [...merged.values()]) {
    if (relation.kind !== 'relation') continue;
    for (const id of [relation.from, relation.to]) {
      if (merged.has(id)) continue;
      const span = ours.get(id) ?? theirs.get(id) ?? base.get(id);
      if (span?.kind !== 'span') continue;
      merged.set(id, span);
      const sides = { base: base.get(id), ours: ours.get(id), theirs: theirs.get(id) };
      conflicts.push({ id, reason: 'still-needed', ...sides });
    }
  }
}
