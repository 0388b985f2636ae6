import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { Annotator } from '../model/annotator.ts';
import type { DocumentId } from '../model/ids.ts';
import type { Range } from '../model/range.ts';
import type { Schema } from '../model/schema.ts';
import type { Problem } from '../problem.ts';

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
  /** Tokens that came with the file: sorted, not overlapping, UTF-16. Token formats write these again. */
  readonly tokens?: readonly Range[];
  /** Sentences that came with the file, in the same manner. */
  readonly sentences?: readonly Range[];
  /** What the file says of the document besides its text, by name. */
  readonly metadata?: Readonly<Record<string, string>>;
  /** What only this format knows and writes back unchanged, such as the columns of CoNLL-U. */
  readonly carried?: { readonly format: string; readonly data: unknown };
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
