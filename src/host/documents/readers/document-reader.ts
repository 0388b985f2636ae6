import type { FormatOption } from '#api/calls/exports.ts';
import type { ApiError } from '#api/problem.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { FormatOptions } from '#core/formats/format.ts';
import type { Encoding } from '#core/model/document.ts';
import type { Result } from '#core/result.ts';

/** A file as a document reader gets it. Its bytes are kept beside the document, whatever is read of them. */
export interface DocumentSource {
  readonly path: string;
  readonly bytes: Uint8Array;
  /** Chosen by the person; only kinds that are text look at it. */
  readonly encoding?: Encoding;
}

/** How long reading goes on, and whether it shall. */
export interface Reading {
  readonly signal: AbortSignal;
  /** Of so many pages, rows or pieces so many are done. `total` 0: not known. */
  progress(done: number, total: number): void;
}

/**
 * Reads one kind of file as documents: text, headings, pages, metadata; no spans. Lets other work have its
 * turn now and then, and throws the reason of the signal where it was aborted.
 */
export interface DocumentReader {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** Without the dot. */
  readonly extensions: readonly string[];
  /** How likely the file is of this kind, judged by its contents: 0 not at all, 1 certainly. */
  recognizes(source: DocumentSource): number;
  /**
   * Choices that depend on the file, such as what each column of a table is, each with a suggestion.
   * @param chosen what was chosen so far: another sheet has other columns.
   */
  optionsFor?(
    source: DocumentSource,
    reading: Reading,
    chosen?: FormatOptions,
  ): Promise<Result<readonly FormatOption[], ApiError>>;
  /**
   * Reads the file. Labels of a table become a set of the annotator `IMPORTED`, defined in the schema.
   * What could not be read goes into the dataset's `problems`; a file without any text is refused.
   */
  read(
    source: DocumentSource,
    options: FormatOptions,
    reading: Reading,
  ): Promise<Result<Dataset, ApiError>>;
}
