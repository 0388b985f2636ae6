import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { Annotator } from '../model/annotator.ts';
import type { DocumentDetails } from '../model/document-details.ts';
import type { DocumentId } from '../model/ids.ts';
import type { Schema } from '../model/schema.ts';
import type { Problem } from '../problem.ts';

/** One annotator's work on one document. Offsets of the records are UTF-16, as everywhere in memory. */
export interface DatasetSet {
  readonly annotator: Annotator;
  readonly records: readonly AnnotationRecord[];
}

export interface DatasetDocument extends DocumentDetails {
  readonly id: DocumentId;
  readonly name: string;
  readonly text: string;
  /** At most one per annotator. */
  readonly sets: readonly DatasetSet[];
  /**
   * Paths of the source files that it came from, the one with the text first. Absent where all files of
   * the import belong to all its documents.
   */
  readonly files?: readonly string[];
}

/** Whose set it is where a file does not say who annotated. */
export const IMPORTED: Annotator = { id: 'imported', name: 'Imported' };

/** What formats read and write: a schema, and documents with the sets on them. */
export interface Dataset {
  readonly name: string;
  readonly schema: Schema;
  readonly documents: readonly DatasetDocument[];
  /** What was read in part or not at all, each with file, line and reason. Absent where all was read. */
  readonly problems?: readonly Problem[];
}

/** A set with its document, where order of documents and sets is all that counts. */
export function* setsOf(
  dataset: Dataset,
): Generator<{ readonly document: DatasetDocument; readonly set: DatasetSet }> {
  for (const document of dataset.documents) {
    for (const set of document.sets) yield { document, set };
  }
}
