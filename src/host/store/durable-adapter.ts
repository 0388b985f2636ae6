import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { type FileStamp, isSameStamp, makeFolder, stampOf, writeDurable } from './durable-file.ts';
import type { Files } from './files.ts';
import { parseJson } from './parse-json.ts';
import { diskError, isMissing, StoreError, unwrap } from './store-error.ts';

/** How the content of one kind of JSON file is read and written. */
export interface FileCodec<Data> {
  /**
   * Reads a file that is written just as `encode` does it; `undefined` for any other: `decode` is asked then.
   * Says the same as `decode`, and leaves room for other work in between.
   */
  readQuickly?(bytes: Buffer, file: string): Promise<Data | undefined>;
  /**
   * @param file the file's name, for messages.
   * @param isOwn whether these are the very bytes that we wrote: they need no checking then.
   */
  decode(value: unknown, file: string, isOwn: boolean): Result<Data, ApiError>;
  encode(data: Data): Promise<Uint8Array>;
}

export interface AdapterOptions<Data> {
  readonly files: Files;
  readonly path: string;
  /** Name of the file as people know it: its path inside the project. */
  readonly name: string;
  readonly codec: FileCodec<Data>;
  /** SHA-256 of what we wrote last, as far as is known before reading; `null` where it is not. */
  readonly ownSha256?: () => Promise<string | null>;
  /** Asked before each write; throws a `StoreError` where this session may not write (any more). */
  readonly guard: () => Promise<void>;
}

/**
 * lowdb's adapter for files that must survive: written whole or not at all, synced, checked on reading,
 * never overwritten where another program changed them. All failures are thrown as `StoreError`.
 */
export class DurableAdapter<Data> implements Adapter<Data> {
  readonly #options: AdapterOptions<Data>;
  #stamp: FileStamp | null = null;
  #sha256: string | null = null;
  /** Set where the file could not be read: it must not be overwritten then. */
  #fault: StoreError | null = null;

  constructor(options: AdapterOptions<Data>) {
    this.#options = options;
  }

  /** Hash of the file as we last read or wrote it, in hexadecimal; `null` where there was none. */
  get sha256(): string | null {
    return this.#sha256;
  }

  /**
   * @returns `null` where there is no file.
   * @throws {StoreError} `invalid-file`, `newer-format` or `disk`; the file is left as it is.
   */
  async read(): Promise<Data | null> {
    const { files, path, name, codec, ownSha256 } = this.#options;
    this.#fault = null;
    let bytes: Buffer;
    try {
      const stamp = await stampOf(files, path);
      this.#stamp = stamp;
      this.#sha256 = null;
      if (stamp === null) return null;
      bytes = await files.readFile(path);
    } catch (error) {
      if (isMissing(error)) return null;
      throw diskError(error, name, 'Could not read');
    }
    this.#sha256 = sha256Of(bytes);
    try {
      const quick = await codec.readQuickly?.(bytes, name);
      if (quick) return quick;
      const isOwn = this.#sha256 === (await ownSha256?.());
      const value: unknown = isOwn
        ? JSON.parse(bytes.toString('utf8'))
        : unwrap(parseJson(bytes, name));
      return unwrap(codec.decode(value, name, isOwn));
    } catch (error) {
      if (error instanceof StoreError) this.#fault = error;
      throw error;
    }
  }

  /** @throws {StoreError} `conflict` where another program changed the file, or `disk`. */
  async write(data: Data): Promise<void> {
    const { files, path, name, codec, guard } = this.#options;
    await guard();
    const bytes = await codec.encode(data);
    try {
      // Asked before the work, too: a temporary file in a folder that is gone helps nobody.
      await this.requireUntouched();
      if (this.#stamp === null) await makeFolder(files, dirname(path));
      this.#stamp = await writeDurable(files, path, bytes, async () => {
        await guard();
        await this.requireUntouched();
      });
    } catch (error) {
      throw diskError(error, name, 'Could not save');
    }
    this.#sha256 = sha256Of(bytes);
  }

  /**
   * Whether the file's content is no longer what we last read or wrote.
   * @throws {StoreError} `disk`
   */
  async isChanged(): Promise<boolean> {
    const { files, path, name } = this.#options;
    try {
      const stamp = await stampOf(files, path);
      if (isSameStamp(stamp, this.#stamp)) return false;
      if (stamp === null || this.#stamp === null) return true;
      if (sha256Of(await files.readFile(path)) !== this.#sha256) return true;
      this.#stamp = stamp; // touched, or replaced by the same content
      return false;
    } catch (error) {
      throw diskError(error, name, 'Could not read');
    }
  }

  /** @throws {StoreError} `conflict`; `invalid-file` where it could not be read */
  async requireUntouched(): Promise<void> {
    const { name } = this.#options;
    if (this.#fault) throw this.#fault;
    if (!(await this.isChanged())) return;
    throw new StoreError({
      code: 'conflict',
      message: `${name} was changed by another program. It was not overwritten.`,
      place: { file: name },
    });
  }
}

/** SHA-256 in hexadecimal. */
export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}
