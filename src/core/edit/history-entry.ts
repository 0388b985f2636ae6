import type { Change, ProjectChange } from './change.ts';

/** One line of a change log: who did what when. */
export interface HistoryEntry<C> {
  /** Counts up by one in each log, from 1. */
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Id of the annotator who did it. */
  readonly by: string;
  /** For people: `Tag Person ‘Rajnath Singh’`. Undo shows it as `Undo tag …`. */
  readonly label: string;
  /** For programs: `span.add`. */
  readonly code: string;
  readonly change: C;
  /** Set on an undo: the entry it took back. */
  readonly undoes?: number;
  /** Set on a redo: the entry it brought back. */
  readonly redoes?: number;
  /** Set where a project-wide action made this change to the set: its `seq` in `project.log`. */
  readonly action?: number;
}

export type SetHistoryEntry = HistoryEntry<Change>;
export type ProjectHistoryEntry = HistoryEntry<ProjectChange>;
