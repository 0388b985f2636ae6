import type { ApiError } from '#api/problem.ts';
import type { DatasetDocument } from '#core/formats/dataset.ts';
import type { Format, FormatOptions, SourceFile } from '#core/formats/format.ts';
import { formatById } from '#core/formats/registry.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Problem } from '#core/problem.ts';
import { ok, type Result } from '#core/result.ts';
import { asApiResult } from './as-api-result.ts';
import { FormatThread, threadProgram } from './format-thread-client.ts';

/** What was read of files that belong together. */
export interface ReadBatch {
  readonly schema: Schema;
  readonly problems: readonly Problem[];
  readonly documents: AsyncIterable<DatasetDocument> | Iterable<DatasetDocument>;
}

/** Files up to this size are read right here: quicker than handing them to a thread. In code units. */
const SMALL = 64 * 1024;

/** Reads batches of files, large ones in a thread. Close it. */
export class BatchReader {
  readonly #signal: AbortSignal;
  #thread: FormatThread | undefined;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  /** Reads files that belong together. Throws the signal's reason where it was aborted. */
  async read(
    format: Format,
    sources: readonly SourceFile[],
    options: FormatOptions,
  ): Promise<Result<ReadBatch, ApiError>> {
    const size = sources.reduce(
      (sum, source) => sum + ('text' in source ? source.text.length : source.bytes.length),
      0,
    );
    // Where there is no built program for a thread (tests run from source), all is read here.
    const program = size > SMALL && formatById(format.id) ? threadProgram() : undefined;
    if (program !== undefined) {
      this.#thread ??= new FormatThread(program, this.#signal);
      return this.#thread.read(format.id, sources, options);
    }
    if (!format.read) throw new Error(`${format.id} cannot be read`);
    const read = asApiResult(format.read(sources, options));
    if (!read.ok) return read;
    const { schema, documents, problems = [] } = read.value;
    return ok({ schema, documents, problems });
  }

  close(): void {
    this.#thread?.close();
    this.#thread = undefined;
  }
}
