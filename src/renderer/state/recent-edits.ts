import type { Change } from '#core/edit/change.ts';
import { invert } from '#core/edit/invert.ts';

/** Changes remembered at most. */
const MOST = 100;

/**
 * The latest edits of a set, as far as nothing but this window's own edits and steps came in between. So
 * the window knows what undo and redo will do before the host says so.
 */
export class RecentEdits {
  readonly #done: Change[] = [];
  readonly #undone: Change[] = [];

  /** What the step will change; `undefined` where only the host knows. */
  expected(which: 'undo' | 'redo'): Change | undefined {
    const last = which === 'undo' ? this.#done.at(-1) : this.#undone.at(-1);
    return last && which === 'undo' ? invert(last) : last;
  }

  /** An edit was made. */
  made(change: Change): void {
    this.#undone.length = 0;
    this.#done.push(change);
    if (this.#done.length > MOST) this.#done.shift();
  }

  /** The step was taken, and did as expected. */
  stepped(which: 'undo' | 'redo'): void {
    const [from, to] = which === 'undo' ? [this.#done, this.#undone] : [this.#undone, this.#done];
    const change = from.pop();
    if (change) to.push(change);
  }

  /** Something else changed the set. */
  clear(): void {
    this.#done.length = 0;
    this.#undone.length = 0;
  }
}
