import type { SetSummary } from '#api/calls/project.ts';
import type { Emit } from '../emit.ts';
import { idOf } from './summary-index.ts';

/** News are told together after this. In milliseconds. */
const PAUSE_MS = 50;

/** Tells the window of changed summaries, many at a time: an action may change thousands of sets. */
export class SummaryNews {
  readonly #emit: Emit;
  readonly #waiting = new Map<string, SetSummary>();
  #timer: NodeJS.Timeout | undefined;

  constructor(emit: Emit) {
    this.#emit = emit;
  }

  /** Tells it soon. */
  add(summary: SetSummary): void {
    this.#waiting.set(idOf(summary), summary);
    this.#timer ??= setTimeout(() => this.tell(), PAUSE_MS);
  }

  /** Tells now what is waiting. */
  tell(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#waiting.size === 0) return;
    const news = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#emit('project.summaries', news);
  }
}
