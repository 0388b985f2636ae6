import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ApiError } from '#api/problem.ts';
import type { DatasetDocument } from '#core/formats/dataset.ts';
import type { FormatOptions, SourceFile } from '#core/formats/format.ts';
import { err, ok, type Result } from '#core/result.ts';
import { asApiResult } from './as-api-result.ts';
import type { ReadBatch } from './read-batch.ts';
import type { ThreadAnswer, ThreadRequest } from './thread-messages.ts';

const PROGRAM = 'format-thread.js';

/** How much memory the thread may take before reading is given up. In megabytes. */
const MEMORY = 3_072;

/** The build puts it into `out/main`; this file is part of a bundle there, or of one in a folder of it. */
export function threadProgram(): string | undefined {
  const here = import.meta.dirname;
  return [join(here, PROGRAM), join(here, '..', PROGRAM)].find((path) => existsSync(path));
}

/** A thread that reads files of formats, one batch after the other. Close it. */
export class FormatThread {
  readonly #worker: Worker;
  readonly #signal: AbortSignal;
  #settle: ((answer: ThreadAnswer | Error) => void) | null = null;
  #end: Error | null = null;

  /** @param signal ends the thread, whatever it is doing. */
  constructor(program: string, signal: AbortSignal) {
    this.#signal = signal;
    this.#worker = new Worker(program, {
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
    this.#worker.on('message', (answer: ThreadAnswer) => this.#settle?.(answer));
    this.#worker.on('error', (error) => this.#stop(error));
    this.#worker.on('exit', () => this.#stop(new Error('The reading ended before it was done.')));
    signal.addEventListener('abort', this.#abort, { once: true });
  }

  /** Reads files that belong together. Throws the signal's reason where it was aborted. */
  async read(
    format: string,
    sources: readonly SourceFile[],
    options: FormatOptions,
  ): Promise<Result<ReadBatch, ApiError>> {
    const answer = await this.#ask({ kind: 'read', format, sources, options });
    if (answer instanceof Error) return this.#failed(answer, sources);
    if (answer.kind !== 'read') throw new Error(`${format} was not read`);
    const read = asApiResult(answer.result);
    if (!read.ok) return read;
    const { count, schema, problems = [] } = read.value;
    return ok({ schema, problems, documents: this.#documents(count) });
  }

  /** Ends the thread. */
  close(): void {
    this.#signal.removeEventListener('abort', this.#abort);
    this.#settle = null;
    void this.#worker.terminate();
  }

  async *#documents(count: number): AsyncGenerator<DatasetDocument> {
    for (let seen = 0; seen < count; ) {
      const answer = await this.#ask({ kind: 'next' });
      if (answer instanceof Error) throw answer;
      if (answer.kind !== 'next' || answer.documents.length === 0)
        throw new Error('documents are missing');
      yield* answer.documents;
      seen += answer.documents.length;
    }
  }

  async #ask(request: ThreadRequest): Promise<ThreadAnswer | Error> {
    this.#signal.throwIfAborted();
    if (this.#end) return this.#end;
    const answered = new Promise<ThreadAnswer | Error>((resolve) => {
      this.#settle = resolve;
    });
    this.#worker.postMessage(request);
    const answer = await answered;
    this.#signal.throwIfAborted();
    if (!(answer instanceof Error) && answer.kind === 'bug') throw new Error(answer.message);
    return answer;
  }

  #failed(error: Error, sources: readonly SourceFile[]): Result<never, ApiError> {
    if (!('code' in error) || error.code !== 'ERR_WORKER_OUT_OF_MEMORY') throw error;
    const message = 'This is more than fits into memory at once. Split it into several files.';
    return err({ code: 'refused', message, place: { file: sources[0]?.path ?? '' } });
  }

  readonly #abort = () => {
    void this.#worker.terminate();
    this.#stop(new Error('stopped'));
  };

  #stop(error: Error): void {
    this.#end ??= error;
    this.#settle?.(this.#end);
  }
}
