import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Change } from '../change.ts';
import { stepsOf } from '../change-of.ts';

/** How many annotations a change touches, and how many it takes away: for reading before it is done. */
export interface ChangeCounts {
  readonly spans: number;
  readonly relations: number;
  readonly labels: number;
  /** Of those, how many go. */
  readonly spansGone: number;
  readonly relationsGone: number;
  readonly labelsGone: number;
  /** Attribute values that annotations lose which themselves stay. */
  readonly valuesGone: number;
}

export const NOTHING_COUNTED: ChangeCounts = {
  spans: 0,
  relations: 0,
  labels: 0,
  spansGone: 0,
  relationsGone: 0,
  labelsGone: 0,
  valuesGone: 0,
};

/** Counts what a change does to the annotations of one set. A renamed label counts once. */
export function countChange(change: Change): ChangeCounts {
  const counts = { ...NOTHING_COUNTED };
  let labelsAdded = 0;
  for (const [, before, after] of stepsOf(change)) {
    const record = after ?? before;
    if (record?.kind === 'span') counts.spans++;
    if (record?.kind === 'relation') counts.relations++;
    if (record?.kind === 'label') {
      counts.labels++;
      if (!before) labelsAdded++;
      if (!after) counts.labelsGone++;
    }
    if (!after && record?.kind === 'span') counts.spansGone++;
    if (!after && record?.kind === 'relation') counts.relationsGone++;
    if (before && after) counts.valuesGone += Math.max(0, valuesOf(before) - valuesOf(after));
  }
  const renamed = Math.min(labelsAdded, counts.labelsGone);
  return {
    ...counts,
    labels: counts.labels - renamed,
    labelsGone: counts.labelsGone - renamed,
  };
}

/** Both together. */
export function addCounts(a: ChangeCounts, b: ChangeCounts): ChangeCounts {
  return {
    spans: a.spans + b.spans,
    relations: a.relations + b.relations,
    labels: a.labels + b.labels,
    spansGone: a.spansGone + b.spansGone,
    relationsGone: a.relationsGone + b.relationsGone,
    labelsGone: a.labelsGone + b.labelsGone,
    valuesGone: a.valuesGone + b.valuesGone,
  };
}

function valuesOf(record: AnnotationRecord): number {
  const hasAttributes = record.kind === 'span' || record.kind === 'relation';
  return hasAttributes ? Object.keys(record.attributes).length : 0;
}
