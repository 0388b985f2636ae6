import type { Job } from '../jobs.ts';

/** Tells how far an action on many sets is, and lets it be stopped as long as nothing is written. */
export class Steps {
  readonly #job: Job;
  readonly #total: number;
  readonly #text: string;
  #done = 0;

  /** @param total how many steps there will be. @param text what is going on, for people. */
  constructor(job: Job, total: number, text: string) {
    this.#job = job;
    this.#total = total;
    this.#text = text;
  }

  /** Something was looked at. @throws where the job was stopped: nothing may have been written then. */
  looked(): void {
    this.#job.signal.throwIfAborted();
    this.made();
  }

  /** Something was written; from the first on, the action goes on to its end. */
  made(): void {
    this.#done++;
    this.#job.progress(this.#done, this.#total, this.#text);
  }
}
