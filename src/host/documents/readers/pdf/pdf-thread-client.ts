import { Worker } from 'node:worker_threads';
import { threadProgram } from './program-files.ts';
import type { ThreadAnswer, ThreadRequest } from './thread-messages.ts';

/** No page takes so long, in milliseconds; what does is made to. */
const LONGEST_ANSWER_MS = 60_000;
/** Of the thread's heap, in megabytes. */
const MEMORY_MB = 1024;

/** A thread that waits for the next PDF. */
let idle: PdfThread | undefined;

/** A thread that reads PDFs, one at a time. */
export class PdfThread {
  readonly #worker: Worker;
  #isAlive = true;

  get isAlive(): boolean {
    return this.#isAlive;
  }

  private constructor() {
    this.#worker = new Worker(threadProgram(), {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      stdout: true,
      stderr: true,
    });
    this.#worker.on('error', () => {
      this.#isAlive = false;
    });
    this.#worker.on('exit', () => {
      this.#isAlive = false;
      if (idle === this) idle = undefined;
    });
  }

  /** The thread that waits, or a new one. Give it back with `release`, or end it with `stop`. */
  static take(): PdfThread {
    const waiting = idle;
    idle = undefined;
    if (!waiting?.isAlive) return new PdfThread();
    waiting.#worker.ref();
    return waiting;
  }

  /**
   * Asks the thread. `failed` where it ended, takes too long, or fails otherwise; throws the reason of the
   * signal where that was aborted, without waiting for the answer. In both cases the thread is stopped.
   */
  async ask(request: ThreadRequest, signal: AbortSignal): Promise<ThreadAnswer> {
    signal.throwIfAborted();
    const given = await new Promise<ThreadAnswer>((resolve) => {
      const settle = (answer: ThreadAnswer) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        for (const [name, listener] of listeners) this.#worker.off(name, listener);
        resolve(answer);
      };
      const failed = (message: string) => () => settle({ kind: 'failed', message });
      const onAbort = failed('aborted');
      const listeners = [
        ['message', settle],
        ['error', failed('the thread failed')],
        ['exit', failed('the thread ended')],
      ] as const;
      const timer = setTimeout(failed('the thread does not answer'), LONGEST_ANSWER_MS);
      for (const [name, listener] of listeners) this.#worker.on(name, listener);
      signal.addEventListener('abort', onAbort);
      if (this.#isAlive) this.#worker.postMessage(request);
      else onAbort();
    });
    if (given.kind === 'failed') await this.stop();
    signal.throwIfAborted();
    return given;
  }

  /** Lets the thread wait for the next PDF; it keeps no program from ending. */
  async release(): Promise<void> {
    if (!this.#isAlive) return;
    const closed = await this.ask({ kind: 'close' }, new AbortController().signal);
    if (closed.kind !== 'closed' || idle) return this.stop();
    this.#worker.unref();
    idle = this;
  }

  /** Ends the thread at once. */
  async stop(): Promise<void> {
    this.#isAlive = false;
    await this.#worker.terminate();
  }
}
