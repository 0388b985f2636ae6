import type { DocumentDetails } from '#core/model/document-details.ts';
import type { Status } from '#core/model/document-status.ts';
import type { DocumentId } from '#core/model/ids.ts';

/** One place where a text was found. Offsets in UTF-16 code units. */
export interface TextHit {
  readonly documentId: DocumentId;
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly match: string;
  readonly after: string;
}

export interface DocumentCalls {
  /** The text exactly as imported, after decoding. */
  'documents.text'(args: { documentId: DocumentId }): string;
  /** What the imported file says of the document besides its text; `{}` where there is nothing. */
  'documents.details'(args: { documentId: DocumentId }): Omit<DocumentDetails, 'carried'>;
  'documents.rename'(args: { documentId: DocumentId; name: string }): null;
  /** Puts documents and all their sets into the trash, as one action. */
  'documents.remove'(args: { documentIds: readonly DocumentId[] }): null;
  'documents.restore'(args: { documentIds: readonly DocumentId[] }): null;
  /** Sets the status of documents that need not be open, in the person's own sets. */
  'documents.status'(args: {
    documentIds: readonly DocumentId[];
    status: Status;
    /** Can be stopped until the first set is written; then it goes on to its end. */
    job: string;
  }): null;
  /** Documents whose text contains the words, case-insensitively; 1,000 hits at most, in list order. */
  'documents.search'(args: { query: string; job: string }): {
    readonly hits: readonly TextHit[];
    /** Number of hits by document id, all counted. */
    readonly counts: Readonly<Record<DocumentId, number>>;
  };
  /** Stops the job of that name; whatever it was doing leaves nothing behind. */
  'job.cancel'(args: { job: string }): null;
}
