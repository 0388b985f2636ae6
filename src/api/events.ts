import type { SetKey } from '#core/model/annotation-set.ts';
import type { LockHolder, ProjectView, SetSummary } from './calls/project.ts';

/** Everything the host may announce to a window, unasked. */
export interface Events {
  /** Documents, schema, annotators, trash or undo state are no longer what the window has. */
  'project.changed': ProjectView;
  /** Some summaries, new or changed. */
  'project.summaries': readonly SetSummary[];
  /** Another window or program took the project over; from now on it is read-only here. */
  'project.lost': { readonly holder: LockHolder | null; readonly message: string };
  /** The set changed otherwise than by this window's own call: read it again. */
  'annotations.changed': SetKey & { readonly message: string | null };
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
