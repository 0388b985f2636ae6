import type { SetSummary, UndoState } from '#api/calls/project.ts';
import type { ApiError } from '#api/problem.ts';
import type { ProjectChange } from '#core/edit/change.ts';
import type { DatasetSet } from '#core/formats/dataset.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { DocumentId } from '#core/model/ids.ts';
import type { ProjectManifest } from '#core/model/project.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Problem } from '#core/problem.ts';
import type { Result } from '#core/result.ts';
import type { SetIndex } from '#core/set/set-index.ts';
import type { StoredDetails } from '../store/details-format.ts';

/** A set as it stands in the project now. */
export interface StoredSet {
  readonly key: SetKey;
  /** Who made it; the name is the one stored with the set, or the project's. */
  readonly annotator: Annotator;
  /** Live where the set is open in the window: read it, and do not keep it over an `await`. Never `apply` to it. */
  readonly index: SetIndex;
  readonly revision: number;
  /** Quotes that do not match, damaged logs, … */
  readonly problems: readonly Problem[];
}

/** A project-wide action: happens whole or not at all, and is one undo. */
export interface ProjectAction {
  /** For people: `Import 3 documents`. */
  readonly label: string;
  /** For programs: `documents.import`. */
  readonly code: string;
  /**
   * Documents added must have been staged (`stageDocument`), or have been removed before and kept their files.
   * A document removed goes to the trash and keeps its files and sets.
   */
  readonly change: ProjectChange;
}

/** The files of a document that is about to be imported. */
export interface DocumentFiles {
  readonly documentId: DocumentId;
  /** Exactly the document's text; written as UTF-8 to `text.txt`. */
  readonly text: string;
  /** The imported file, byte for byte; `null` where it is kept for several documents (`stageSource`). */
  readonly source: Uint8Array | null;
  /** Its name in the project: `source.<ext>`, or `sources/<sha256>.<ext>`; the `source.file` of the entry. */
  readonly sourceFile: string;
  readonly details?: StoredDetails;
  /** Sets that the document comes with; one per annotator. Their records must fit the text. */
  readonly sets?: readonly DatasetSet[];
}

/**
 * One window's (or program's) open project. Its values are those of now: read them anew after each `await`.
 * All failures are `ApiError`s with sentences for people.
 */
export interface ProjectSession {
  /** Absolute path of the project's folder. */
  readonly folder: string;
  readonly me: Annotator;
  readonly manifest: ProjectManifest;
  readonly schema: Schema;
  /** Why nothing can be written; `null` where everything can. */
  readonly readOnly: string | null;
  /** Manifest's annotators, all who have a set on disk, and `me`. */
  readonly annotators: readonly Annotator[];

  /** The text as imported. Checked against the entry's length and hash. Works for documents in the trash too. */
  readText(documentId: DocumentId): Promise<Result<string, ApiError>>;
  /** The imported file, byte for byte. */
  readSource(documentId: DocumentId): Promise<Result<Uint8Array, ApiError>>;

  /** What the imported file says of the document besides its text. Works for documents in the trash too. */
  readDetails(documentId: DocumentId): Promise<Result<StoredDetails, ApiError>>;

  /** Keys of all sets on disk whose document is in the list (not in the trash), in list order. */
  listSets(): Promise<readonly SetKey[]>;
  /** Opens a set and keeps it open: for the window. A set that does not exist yet is empty, at revision 0. */
  openSet(key: SetKey): Promise<Result<StoredSet, ApiError>>;
  /** Reads a set and forgets it again (or gives the open one): for going through many. */
  readSet(key: SetKey): Promise<Result<StoredSet, ApiError>>;
  /** Names of types and labels in use, in the list and in the trash. */
  usedNames(): Promise<{
    readonly listed: ReadonlySet<string>;
    readonly trashed: ReadonlySet<string>;
  }>;
  /** What is known of all sets without reading them, in no particular order. */
  summaries(): readonly SetSummary[];

  /** A free document id made of a name, in lower case. `taken`: ids promised but not yet in the project. */
  newDocumentId(name: string, taken?: ReadonlySet<DocumentId>): DocumentId;
  /**
   * Writes a document's files durably beside the project's, where nothing counts them as a document yet.
   * Several may run at once. The next `act` that adds the document moves them into place; `discardStaged`, or
   * the next opening of the project, removes them.
   */
  stageDocument(files: DocumentFiles): Promise<Result<null, ApiError>>;
  /** Writes an imported file that several documents share, by the hash in its name: `<sha256>.<ext>`. */
  stageSource(name: string, bytes: Uint8Array): Promise<Result<null, ApiError>>;
  /** Removes the staged files of these documents, and all shared ones where no other import is under way. */
  discardStaged(documentIds: readonly DocumentId[]): Promise<void>;

  /** Carries out a project-wide action; it is durable when this answers. `project.changed` is announced. */
  act(action: ProjectAction): Promise<Result<{ readonly seq: number }, ApiError>>;
  undoState(): UndoState;

  /** Puts all into the JSON files, gives the lock back, stops watching. */
  close(): Promise<void>;
}
