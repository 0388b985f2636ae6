import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { Annotator } from '../model/annotator.ts';
import type { DocumentId } from '../model/ids.ts';
import type { Schema } from '../model/schema.ts';

/** One annotator's work on one document. Offsets of the records are UTF-16, as everywhere in memory. */
export interface DatasetSet {
  readonly annotator: Annotator;
  readonly records: readonly AnnotationRecord[];
}

export interface DatasetDocument {
  readonly id: DocumentId;
  readonly name: string;
  readonly text: string;
  /** At most one per annotator. */
  readonly sets: readonly DatasetSet[];
}

/** What formats read and write: a schema, and documents with the sets on them. */
export interface Dataset {
  readonly name: string;
  readonly schema: Schema;
  readonly documents: readonly DatasetDocument[];
}

/** A set with its document, where order of documents and sets is all that counts. */
export function* setsOf(
  dataset: Dataset,
): Generator<{ readonly document: DatasetDocument; readonly set: DatasetSet }> {
  for (const document of dataset.documents) {
    for (const set of document.sets) yield { document, set };
  }
}
