import type { Annotator } from '#core/model/annotator.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import type { Status } from '#core/model/document-status.ts';
import type { AnnotatorId, DocumentId } from '#core/model/ids.ts';
import type { Schema } from '#core/model/schema.ts';

/** What the documents pane shows of one set, without reading it. */
export interface SetSummary {
  readonly documentId: DocumentId;
  readonly annotatorId: AnnotatorId;
  readonly status: Status;
  /** When the status was given; empty for `new`. */
  readonly statusAt: string;
  readonly spans: number;
  readonly relations: number;
  readonly labels: number;
}

export interface LockHolder {
  readonly annotator: string;
  readonly host: string;
  readonly pid: number;
  /** ISO 8601, UTC. */
  readonly since: string;
}

/** What undo and redo would do now. `null` where there is nothing. `at` is ISO 8601, UTC. */
export interface UndoState {
  readonly undo: { readonly label: string; readonly at: string } | null;
  readonly redo: { readonly label: string; readonly at: string } | null;
}

export interface TrashedDocument {
  readonly document: DocumentEntry;
  readonly at: string;
  readonly by: string;
}

export interface ProjectView {
  readonly path: string;
  readonly name: string;
  readonly schema: Schema;
  readonly documents: readonly DocumentEntry[];
  readonly trash: readonly TrashedDocument[];
  /** Everyone who has a set here, and whoever works on this machine. */
  readonly annotators: readonly Annotator[];
  readonly me: Annotator;
  /** Why nothing can be written; `null` where everything can. */
  readonly readOnly: string | null;
  /** Edits found in change logs that the last session had not yet put into the JSON files. */
  readonly recovered: number;
  /** Files that could not be read; each was left untouched. */
  readonly problems: readonly { readonly code: string; readonly message: string }[];
  readonly undo: UndoState;
}

/** An entry of a history, for reading. */
export interface HistoryLine {
  readonly seq: number;
  readonly at: string;
  /** Display name of the annotator. */
  readonly by: string;
  readonly label: string;
  readonly code: string;
  readonly undoes?: number;
  readonly redoes?: number;
}

export type OpenResult =
  | { readonly state: 'open'; readonly project: ProjectView }
  | { readonly state: 'locked'; readonly holder: LockHolder };

export interface ProjectCalls {
  /**
   * Makes a project folder `<parent>/<name>` (a free name next to it where that is taken), with the
   * default schema, and opens it. Without `parent`: the person's documents folder.
   */
  'project.create'(args: { name: string; parent?: string }): ProjectView;
  /** Copies the sample project to the person's documents folder (once) and opens it. */
  'project.sample'(args: null): OpenResult;
  'project.open'(args: { path: string; mode: 'ask' | 'read-only' | 'take-over' }): OpenResult;
  'project.view'(args: null): ProjectView;
  'project.rename'(args: { name: string }): null;
  'project.close'(args: null): null;
  /** Closes the open project and removes its folder; `refused` unless nothing was ever done in it. */
  'project.discard'(args: null): null;
  /** Summaries of all sets. Answers at once with what is known; `project.summaries` events bring the rest. */
  'project.summaries'(args: null): readonly SetSummary[];
  /** Takes back the last project-wide action (schema edit, import, removal, …). */
  'project.undo'(args: null): { readonly label: string };
  'project.redo'(args: null): { readonly label: string };
  'project.history'(args: null): readonly HistoryLine[];
}
