import type { Change } from '#core/edit/change.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { OpenSet } from './calls/annotations.ts';
import type { LockHolder, ProjectView, SetSummary } from './calls/project.ts';

/** How a set that a window has open was changed. */
export interface SetNews extends Pick<OpenSet, 'revision' | 'undo' | 'problems'> {
  /** The revision to which the change was made; a window that has another one reads the set again. */
  readonly base: number;
  readonly change: Change;
}

/** Everything the host may announce to a window, unasked. */
export interface Events {
  /** Documents, schema, annotators, trash or undo state are no longer what the window has. */
  'project.changed': ProjectView;
  /** Some summaries, new or changed. */
  'project.summaries': readonly SetSummary[];
  /** Another window or program took the project over; from now on it is read-only here. */
  'project.lost': { readonly holder: LockHolder | null; readonly message: string };
  /**
   * The set changed otherwise than by this window's own call: read it again, unless `news` tells how.
   * `news` is the JSON of a `SetNews`; it may be large, and JSON is quicker on the way (see `Bridge`).
   */
  'annotations.changed': SetKey & { readonly message: string | null; readonly news?: string };
  /** `total` 0 means: not known. */
  'job.progress': {
    readonly job: string;
    readonly done: number;
    readonly total: number;
    readonly text: string;
  };
  /** A menu entry was chosen; `id` is that of an action. */
  'menu.action': { readonly id: string };
  /** Files or folders handed over by a second start or the system. */
  'files.opened': { readonly paths: readonly string[] };
  /** Something the person should know, not tied to a call. It takes the place of what was said on its topic before. */
  notice: {
    readonly kind: 'info' | 'warning' | 'error';
    readonly message: string;
    readonly topic?: 'folder' | 'saving';
  };
}
