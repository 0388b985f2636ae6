import { create } from 'zustand';
import type { AppInfo } from '#api/calls/app.ts';
import type { HistoryLine, ProjectView, SetSummary, UndoState } from '#api/calls/project.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import type { AnnotatorId, DocumentId, RelationId, SpanId } from '#core/model/ids.ts';
import type { Ranges } from '#core/model/range.ts';
import type { Problem } from '#core/problem.ts';
import type { SetIndex } from '#core/set/set-index.ts';

/** The document on screen, with the one annotation set that is shown on it. */
export interface OpenDocument {
  readonly entry: DocumentEntry;
  readonly text: string;
  /** Changed in place; `version` of the session counts up with each change. */
  readonly index: SetIndex;
  /** Whose set is shown. */
  readonly annotatorId: AnnotatorId;
  readonly readOnly: boolean;
  /** Only what is near the caret is there yet: the rest of a large set is being read. */
  readonly isPart: boolean;
  readonly problems: readonly Problem[];
}

export type Selected =
  | { readonly kind: 'span'; readonly id: SpanId }
  | { readonly kind: 'relation'; readonly id: RelationId };

export type Saving = 'saved' | 'saving' | { readonly failed: string };

/** An earlier state of the open set that is being looked at. Nothing can be edited meanwhile. */
export interface Viewing {
  readonly line: HistoryLine;
  readonly index: SetIndex;
}

export const NOTHING_TO_UNDO: UndoState = { undo: null, redo: null };

/** What the window knows and what the person points at. Changed only by the functions of this folder. */
export interface Session {
  /** `null` until the host has answered for the first time. */
  readonly app: AppInfo | null;
  readonly project: ProjectView | null;
  /** By `summaryKey`. */
  readonly summaries: ReadonlyMap<string, SetSummary>;
  readonly document: OpenDocument | null;
  readonly viewing: Viewing | null;
  /** Counts up whenever the open set changes or another one is shown. */
  readonly version: number;
  readonly selected: Selected | null;
  /** The words selected in the text, snapped; `null` for none. */
  readonly words: Ranges | null;
  /** Entity type that each selection of words gets at once; `null` for none. */
  readonly armed: string | null;
  /** Span from which a relation is being drawn. */
  readonly linking: SpanId | null;
  /** The entity type given last. */
  readonly lastType: string | null;
  /** Keys move the edges of the selected span. */
  readonly edges: boolean;
  readonly saving: Saving;
  /** Of the open set. */
  readonly undo: UndoState;
}

const EMPTY: Session = {
  app: null,
  project: null,
  summaries: new Map(),
  document: null,
  viewing: null,
  version: 0,
  selected: null,
  words: null,
  armed: null,
  linking: null,
  lastType: null,
  edges: false,
  saving: 'saved',
  undo: NOTHING_TO_UNDO,
};

/** The session of this window. Components read it by selectors; functions by `getState()`. */
export const useSession = create<Session>()(() => EMPTY);

/** Where the summary of a set stands in `summaries`. */
export const summaryKey = (documentId: DocumentId, annotatorId: AnnotatorId) =>
  `${documentId}\n${annotatorId}`;
