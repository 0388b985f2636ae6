import type { UndoState } from '#api/calls/project.ts';
import type { ApiError } from '#api/problem.ts';
import type { Change } from '#core/edit/change.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { Result } from '#core/result.ts';
import { RecentEdits } from './recent-edits.ts';

/** An edit that the window shows already and the disk does not have yet. */
export interface PendingEdit {
  readonly label: string;
  readonly code: string;
  readonly change: Change;
  /** When it was made: ISO 8601, UTC. */
  readonly at: string;
}

/** What the host said of the set last. */
export interface Stored {
  readonly revision: number;
  readonly undo: UndoState;
}

type Commit = (
  args: SetKey & Omit<PendingEdit, 'at'> & { base: number },
) => Promise<Result<Stored, ApiError>>;

export interface QueueEvents {
  /** All edits are on disk, or one more of them is. */
  readonly onSaved: (queue: CommitQueue) => void;
  /** The first waiting edit could not be written; it and those behind it wait for `retry`. */
  readonly onFailed: (queue: CommitQueue, error: ApiError) => void;
}

/** Writes the edits of one set in the order in which they were made, one at a time. */
export class CommitQueue {
  readonly key: SetKey;
  readonly recent = new RecentEdits();
  readonly #commit: Commit;
  readonly #events: QueueEvents;
  #base: number;
  #undo: UndoState;
  #waiting: PendingEdit[] = [];
  #isSending = false;
  #failure: ApiError | null = null;
  #idle: (() => void)[] = [];

  constructor(key: SetKey, stored: Stored, commit: Commit, events: QueueEvents) {
    this.key = key;
    this.#base = stored.revision;
    this.#undo = stored.undo;
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

  /** What undo would do, with the edits that wait on top. */
  get undo(): UndoState {
    const last = this.#waiting.at(-1);
    if (!last) return this.#undo;
    return { undo: { label: last.label, at: last.at }, redo: null };
  }

  /** Whether what the window shows is the stored set of that revision. */
  isAt(revision: number): boolean {
    return this.#base === revision && this.#waiting.length === 0;
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
    if (this.#waiting.length === 0) {
      this.#failure = null;
      this.#rest();
    }
    return edit;
  }

  /** Tries the first waiting edit again. */
  retry() {
    this.#failure = null;
    void this.#send();
  }

  /** The set was read again; `edits` are what is still to be written. */
  restart(stored: Stored, edits: readonly PendingEdit[]) {
    this.advance(stored);
    this.#waiting = [...edits];
    this.#failure = null;
    void this.#send();
  }

  /** An edit that this window did not make (a restored state, an action on the project) brought the set here. */
  advance(stored: Stored) {
    this.recent.clear();
    this.#store(stored);
  }

  /** A step that did as expected brought the set to this revision. */
  stepped(which: 'undo' | 'redo', stored: Stored) {
    this.recent.stepped(which);
    this.#store(stored);
  }

  /** While the host is at work on the set, edits wait: they belong after what it does. Only when settled. */
  async hold(work: () => Promise<void>): Promise<void> {
    this.#isSending = true;
    try {
      await work();
    } finally {
      this.#isSending = false;
      void this.#send();
    }
  }

  /** Resolves when everything is on disk, or when the queue stands still: then `failure` tells why. */
  settled(): Promise<void> {
    if ((this.#waiting.length === 0 && !this.#isSending) || this.#failure) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }

  #store({ revision, undo }: Stored) {
    this.#base = revision;
    this.#undo = undo;
  }

  async #send(): Promise<void> {
    if (this.#isSending || this.#failure) return;
    const edit = this.#waiting[0];
    if (!edit) return this.#rest();
    this.#isSending = true;
    const { label, code, change } = edit;
    const result = await this.#commit({ ...this.key, base: this.#base, label, code, change });
    this.#isSending = false;
    if (result.ok) {
      this.recent.made(change);
      this.#store(result.value);
      this.#waiting.shift();
      this.#events.onSaved(this);
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
