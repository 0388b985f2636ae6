import type { Annotator } from '#core/model/annotator.ts';
import type { TellingDifference } from '#core/review/difference.ts';
import type { Task, TaskResult } from './task.ts';

/** What the thread is started with. */
export interface ThreadInput {
  /** Of the project. */
  readonly folder: string;
  readonly me: Annotator;
  readonly task: Task;
}

/** What the thread tells. */
export type ThreadMessage =
  | {
      readonly kind: 'progress';
      readonly done: number;
      readonly total: number;
      readonly text: string;
    }
  | { readonly kind: 'part'; readonly found: readonly TellingDifference[] }
  | { readonly kind: 'done'; readonly result: TaskResult };
