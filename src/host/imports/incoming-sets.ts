import type { ImportChoice } from '#api/calls/imports.ts';
import { stepsOf } from '#core/edit/change-of.ts';
import { type MappedSet, mapRecords } from '#core/exchange/map-records.ts';
import { type Merged, mergeRecords } from '#core/exchange/merge-records.ts';
import type { ImportPlan } from '#core/exchange/plan-import.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { ReadDocument } from './read-document.ts';

/** A set as it comes in: whose it becomes, and its records in the project's names. */
export interface IncomingSet extends MappedSet {
  readonly annotator: Annotator;
}

/** The sets of a document, mapped. */
export function incomingSets(
  { sets }: ReadDocument,
  plan: ImportPlan,
  annotators: ImportChoice['annotators'],
): readonly IncomingSet[] {
  return sets.map(({ annotator, records }) => {
    const { id } = annotator;
    const chosen = Object.hasOwn(annotators, id) ? annotators[id] : undefined;
    return { annotator: chosen ?? annotator, ...mapRecords(records, plan) };
  });
}

/** A set that grows by several incoming ones. */
export class GrowingSet {
  readonly annotator: Annotator;
  readonly #records: Map<string, AnnotationRecord>;
  readonly #newId: (prefix: string) => string;

  constructor(
    annotator: Annotator,
    present: Iterable<AnnotationRecord>,
    newId: (prefix: string) => string,
  ) {
    this.annotator = annotator;
    this.#records = new Map([...present].map((record) => [record.id, record]));
    this.#newId = newId;
  }

  get records(): readonly AnnotationRecord[] {
    return [...this.#records.values()];
  }

  add(incoming: readonly AnnotationRecord[]): Merged {
    const merged = mergeRecords(this.#records.values(), incoming, this.#newId);
    for (const [id, , after] of stepsOf(merged.change)) if (after) this.#records.set(id, after);
    return merged;
  }
}
