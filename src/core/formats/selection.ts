import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { AnnotatorId, DocumentId, SpanId } from '../model/ids.ts';
import type { Dataset, DatasetDocument } from './dataset.ts';
import type { Loss } from './losses.ts';

/** What to take of a dataset. An empty list means all. */
export interface Selection {
  readonly documents: readonly DocumentId[];
  readonly annotators: readonly AnnotatorId[];
  readonly entityTypes: readonly string[];
  readonly relationTypes: readonly string[];
}

/** The selection that takes everything. */
export const EVERYTHING: Selection = {
  documents: [],
  annotators: [],
  entityTypes: [],
  relationTypes: [],
};

/** Makes a test of a list of wanted values, where an empty list wants all. */
export function wants(wanted: readonly string[]): (value: string) => boolean {
  if (wanted.length === 0) return () => true;
  const set = new Set(wanted);
  return (value) => set.has(value);
}

/**
 * Takes the chosen part of a dataset. A relation stays only with both its ends; those that were chosen
 * and lost an end are counted as a loss, since leaving them out was not asked for.
 */
export function select(
  dataset: Dataset,
  selection: Selection,
): { readonly dataset: Dataset; readonly losses: readonly Loss[] } {
  const wantsDocument = wants(selection.documents);
  const filter = new RecordFilter(selection);
  const documents = dataset.documents
    .filter((document) => wantsDocument(document.id))
    .map((document) => filter.document(document));
  return { dataset: { ...dataset, documents }, losses: filter.losses() };
}

class RecordFilter {
  readonly #wantsAnnotator: (id: string) => boolean;
  readonly #wantsEntity: (type: string) => boolean;
  readonly #wantsRelation: (type: string) => boolean;
  #withoutChosenEnd = 0;
  #dangling = 0;

  constructor({ annotators, entityTypes, relationTypes }: Selection) {
    this.#wantsAnnotator = wants(annotators);
    this.#wantsEntity = wants(entityTypes);
    this.#wantsRelation = wants(relationTypes);
  }

  document(document: DatasetDocument): DatasetDocument {
    const sets = document.sets
      .filter((set) => this.#wantsAnnotator(set.annotator.id))
      .map((set) => ({ ...set, records: this.#records(set.records) }));
    return { ...document, sets };
  }

  #records(records: readonly AnnotationRecord[]): readonly AnnotationRecord[] {
    const all = new Set<SpanId>();
    const kept = new Set<SpanId>();
    for (const record of records) {
      if (record.kind !== 'span') continue;
      all.add(record.id);
      if (this.#wantsEntity(record.type)) kept.add(record.id);
    }
    return records.filter((record) => {
      if (record.kind === 'span') return kept.has(record.id);
      if (record.kind !== 'relation') return true;
      if (!this.#wantsRelation(record.type)) return false;
      if (kept.has(record.from) && kept.has(record.to)) return true;
      if (all.has(record.from) && all.has(record.to)) this.#withoutChosenEnd++;
      else this.#dangling++;
      return false;
    });
  }

  losses(): readonly Loss[] {
    const losses: readonly Loss[] = [
      {
        what: 'relations',
        count: this.#withoutChosenEnd,
        why: 'A span at one of their ends has a type that was not chosen.',
      },
      {
        what: 'relations without both ends',
        count: this.#dangling,
        why: 'They name a span that is not in the set.',
      },
    ];
    return losses.filter((loss) => loss.count > 0);
  }
}
