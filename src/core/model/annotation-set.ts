import type { DocumentLabel } from './document-label.ts';
import type { DocumentNote } from './document-note.ts';
import type { DocumentStatus } from './document-status.ts';
import type { AnnotatorId, DocumentId, RecordId } from './ids.ts';
import type { Relation } from './relation.ts';
import type { Span } from './span.ts';

/** Anything a set holds; `kind` tells which. */
export type AnnotationRecord = Span | Relation | DocumentLabel | DocumentNote | DocumentStatus;

/** Names one annotation set. */
export interface SetKey {
  readonly documentId: DocumentId;
  readonly annotatorId: AnnotatorId;
}

/** One annotator's spans, relations, labels and notes on one document. Offsets in UTF-16 code units. */
export interface AnnotationSet extends SetKey {
  readonly records: ReadonlyMap<RecordId, AnnotationRecord>;
}

/** What an edit needs to see of a set. `SetIndex` answers without walking the set. */
export interface SetReader {
  get(id: RecordId): AnnotationRecord | undefined;
  /** Relations that start or end at the span, in no particular order. */
  relationsOf(spanId: string): readonly Relation[];
  /** Spans that share a character with [from, to), each once. */
  spansIn(from: number, to: number): readonly Span[];
  all(): Iterable<AnnotationRecord>;
}
