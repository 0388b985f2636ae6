/** Lets one piece of writing run at a time, in the order asked for; each answer follows its own work. */
export class WriterQueue {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs the work after all that was asked for before, whether that went well or not. */
  run<Value>(work: () => Promise<Value>): Promise<Value> {
    const result = this.#last.then(work, work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  /** Settles when all work asked for until now has ended. */
  async idle(): Promise<void> {
    await this.#last;
  }
}
