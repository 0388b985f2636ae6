import type { DocumentEntry, Encoding } from '#core/model/document.ts';
import type { DocumentDetails } from '#core/model/document-details.ts';
import type { Status } from '#core/model/document-status.ts';
import type { DocumentId } from '#core/model/ids.ts';
import type { Problem } from '#core/problem.ts';

/** What one file would become if it were imported. Nothing is written yet. */
export interface ImportCandidate {
  readonly path: string;
  /** Name that the document would get. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** Encoding found, or chosen by the caller. */
  readonly encoding: Encoding;
  readonly hasBom: boolean;
  /** The first characters as they would be read, 2,000 at most. */
  readonly preview: string;
  /** The same bytes in each encoding that could be meant, where UTF-8 does not hold. Empty otherwise. */
  readonly choices: readonly { readonly encoding: Encoding; readonly preview: string }[];
  /** Name of the document that has this text already; `null` for none. */
  readonly duplicateOf: string | null;
  /** Where that document is: in the project, or looked at together with this file. */
  readonly duplicateIn: 'project' | 'list';
  /** Why it cannot be imported as it stands (byte offset, line); `null` for fine. */
  readonly problem: Problem | null;
}

export interface ImportChoice {
  readonly path: string;
  readonly encoding: Encoding;
}

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
  /**
   * Looks at files and folders (all `.txt`, `.text`, `.md`, `.markdown` files inside, recursively).
   * Sends `job.progress` under the job's name; fails with `cancelled` after `job.cancel`.
   */
  'documents.inspect'(args: {
    paths: readonly string[];
    encodings?: Readonly<Record<string, Encoding>>;
    job: string;
  }): readonly ImportCandidate[];
  /** Imports all or nothing, as one project-wide action that undo takes back. */
  'documents.import'(args: {
    files: readonly ImportChoice[];
    job: string;
  }): readonly DocumentEntry[];
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
