import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { ApiError } from '#api/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import { sourceFileName } from '../documents/names.ts';
import type { ProjectSession } from '../project/session.ts';
import type { ImportedFile } from '../store/details-format.ts';
import type { ReadFile } from './read-files.ts';
import type { NewDocument } from './work.ts';

/** Where a document's imported file is kept. */
export interface KeptSource {
  readonly name: string;
  /** Its name in the project. */
  readonly file: string;
  /** To be written beside the document; `null` where it is kept for several. */
  readonly bytes: Uint8Array | null;
}

/**
 * Keeps the imported files: beside the document where only one comes of a file, else once for all of them.
 * What is kept is what was read; a file that was changed in between stops the import.
 */
export class KeptSources {
  readonly #session: ProjectSession;
  readonly #files: ReadonlyMap<string, ReadFile>;
  /** How many documents come of each file, by path. */
  readonly #uses = new Map<string, number>();
  readonly #staged = new Map<string, Promise<Result<ImportedFile, ApiError>>>();

  constructor(
    session: ProjectSession,
    files: ReadonlyMap<string, ReadFile>,
    documents: readonly NewDocument[],
  ) {
    this.#session = session;
    this.#files = files;
    for (const { read } of documents)
      for (const path of read.files) this.#uses.set(path, (this.#uses.get(path) ?? 0) + 1);
  }

  /** What a file was read as. */
  fileAt(path: string): ReadFile {
    const file = this.#files.get(path);
    if (!file) throw new Error(`no file ${path} was read`);
    return file;
  }

  /** The file with the document's text. */
  async first(path: string): Promise<Result<KeptSource, ApiError>> {
    const name = nameOf(path);
    if (this.#uses.get(path) === 1) {
      const bytes = await this.#read(path);
      return bytes.ok ? ok({ name, file: sourceFileName(path), bytes: bytes.value }) : bytes;
    }
    const kept = await this.further(path);
    return kept.ok ? ok({ name, file: kept.value.file, bytes: null }) : kept;
  }

  /** A file that is kept for several documents, or besides the one with the text. */
  further(path: string): Promise<Result<ImportedFile, ApiError>> {
    const known = this.#staged.get(path);
    if (known) return known;
    const staging = this.#stage(path);
    this.#staged.set(path, staging);
    return staging;
  }

  async #stage(path: string): Promise<Result<ImportedFile, ApiError>> {
    const bytes = await this.#read(path);
    if (!bytes.ok) return bytes;
    const { sha256 } = this.fileAt(path);
    const kept = `${sha256}${sourceFileName(path).slice('source'.length)}`;
    const staged = await this.#session.stageSource(kept, bytes.value);
    return staged.ok ? ok({ name: nameOf(path), file: `sources/${kept}`, sha256 }) : staged;
  }

  async #read(path: string): Promise<Result<Uint8Array, ApiError>> {
    const { file, sha256 } = this.fileAt(path);
    const bytes = await file.read();
    if (!bytes.ok) return bytes;
    if (createHash('sha256').update(bytes.value).digest('hex') === sha256) return bytes;
    const message = `‘${basename(path)}’ was changed while it was imported. Nothing was changed; choose the files again.`;
    return err({ code: 'conflict', message, place: { file: path } });
  }
}

function nameOf(path: string): string {
  return basename(path).toWellFormed().slice(-1_000) || 'file';
}
