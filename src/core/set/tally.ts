import type { AnnotationRecord } from '../model/annotation-set.ts';

/** How many annotations a set holds. */
export interface Counts {
  readonly spans: number;
  readonly relations: number;
  readonly labels: number;
  /** Spans by entity type; types without spans are not listed. */
  readonly byType: ReadonlyMap<string, number>;
  /** Relations by relation type. */
  readonly byRelationType: ReadonlyMap<string, number>;
}

/** Counts that follow a set as records come and go. */
export class Tally implements Counts {
  spans = 0;
  relations = 0;
  labels = 0;
  readonly byType = new Map<string, number>();
  readonly byRelationType = new Map<string, number>();

  /** @param by 1 for a record that comes, -1 for one that goes. */
  count(record: AnnotationRecord, by: 1 | -1): void {
    if (record.kind === 'span') {
      this.spans += by;
      bump(this.byType, record.type, by);
    } else if (record.kind === 'relation') {
      this.relations += by;
      bump(this.byRelationType, record.type, by);
    } else if (record.kind === 'label') this.labels += by;
  }
}

function bump(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}
