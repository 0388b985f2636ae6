import type { UndoState } from '#api/calls/project.ts';
import type { ApiError } from '#api/problem.ts';
import type { Change } from '#core/edit/change.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { Result } from '#core/result.ts';

/** An edit that the window shows already and the disk does not have yet. */
export interface PendingEdit {
  readonly label: string;
  readonly code: string;
  readonly change: Change;
}

type Commit = (
  args: SetKey & PendingEdit & { base: number },
) => Promise<Result<{ readonly revision: number; readonly undo: UndoState }, ApiError>>;

export interface QueueEvents {
  /** All edits are on disk, or one more of them is. */
  readonly onSaved: (queue: CommitQueue, undo: UndoState) => void;
  /** The first waiting edit could not be written; it and those behind it wait for `retry`. */
  readonly onFailed: (queue: CommitQueue, error: ApiError) => void;
}

/** Writes the edits of one set in the order in which they were made, one at a time. */
export class CommitQueue {
  readonly key: SetKey;
  readonly #commit: Commit;
  readonly #events: QueueEvents;
  #base: number;
  #waiting: PendingEdit[] = [];
  #isSending = false;
  #failure: ApiError | null = null;
  #idle: (() => void)[] = [];

  constructor(key: SetKey, base: number, commit: Commit, events: QueueEvents) {
    this.key = key;
    this.#base = base;
    this.#commit = commit;
    this.#events = events;
  }

  /** Edits not on disk, oldest first. */
  get waiting(): readonly PendingEdit[] {
    return this.#waiting;
  }

  /** Why the queue stands still; `null` while it moves. */
  get failure(): ApiError | null {
    return this.#failure;
  }

  push(edit: PendingEdit) {
    this.#waiting.push(edit);
    void this.#send();
  }

  /** Takes the newest edit out again, where it is not on its way yet. */
  pop(): PendingEdit | undefined {
    const isOnItsWay = this.#isSending && this.#waiting.length === 1;
    if (isOnItsWay) return undefined;
    const edit = this.#waiting.pop();
    if (this.#waiting.length === 0) this.#rest();
    return edit;
  }

  /** Tries the first waiting edit again. */
  retry() {
    this.#failure = null;
    void this.#send();
  }

  /** The set was read again at `base`; `edits` are what is still to be written. */
  restart(base: number, edits: readonly PendingEdit[]) {
    this.#base = base;
    this.#waiting = [...edits];
    this.#failure = null;
    void this.#send();
  }

  /** An edit that the host made itself (undo, redo, restore) brought the set to this revision. */
  advance(base: number) {
    this.#base = base;
  }

  /** Resolves when everything is on disk, or when the queue stands still: then `failure` tells why. */
  settled(): Promise<void> {
    if (this.#waiting.length === 0 || this.#failure) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  async #send(): Promise<void> {
    if (this.#isSending || this.#failure) return;
    const edit = this.#waiting[0];
    if (!edit) return this.#rest();
    this.#isSending = true;
    const result = await this.#commit({ ...this.key, ...edit, base: this.#base });
    this.#isSending = false;
    if (result.ok) {
      this.#base = result.value.revision;
      this.#waiting.shift();
      this.#events.onSaved(this, result.value.undo);
      return this.#send();
    }
    this.#failure = result.error;
    this.#rest();
    this.#events.onFailed(this, result.error);
  }

  #rest() {
    const idle = this.#idle;
    this.#idle = [];
    for (const resolve of idle) resolve();
  }
}
