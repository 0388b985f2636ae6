import { dirname, join } from 'node:path';
import { makeFolder, renamePatiently, syncFolder } from '../store/durable-file.ts';
import type { Files } from '../store/files.ts';
import { namesIn } from '../store/stale-files.ts';
import { diskError, isMissing } from '../store/store-error.ts';
import { requireReachable } from './reach.ts';
import { writeNew } from './write-new.ts';

const INCOMING = '.incoming-';

/**
 * Imported files that belong to several documents, or besides another one to one document; each once, by
 * its hash. They never change.
 */
export class SourceStore {
  readonly #files: Files;
  readonly #folder: string;
  /** Files that were staged, and how that goes. */
  readonly #staging = new Map<string, Promise<void>>();
  readonly #unwritten = new Set<string>();

  /** @param project absolute path of the project's folder. */
  constructor(files: Files, project: string) {
    this.#files = files;
    this.#folder = join(project, 'sources');
  }

  /** Whether a file is being staged right now. */
  get isBusy(): boolean {
    return this.#unwritten.size > 0;
  }

  /** Writes a file that an import is about to bring, unless it is there. @throws {StoreError} `disk` */
  stage(name: string, bytes: Uint8Array): Promise<void> {
    const known = this.#staging.get(name);
    if (known) return known;
    this.#unwritten.add(name);
    const staging = this.#write(name, bytes)
      .catch((error: unknown) => {
        this.#staging.delete(name);
        throw diskError(error, `sources/${name}`, 'Could not save');
      })
      .finally(() => this.#unwritten.delete(name));
    this.#staging.set(name, staging);
    return staging;
  }

  async #write(name: string, bytes: Uint8Array): Promise<void> {
    const path = join(this.#folder, INCOMING + name);
    if (await this.#isThere(name, bytes.byteLength)) return;
    await requireReachable({ files: this.#files, folder: dirname(this.#folder) });
    await makeFolder(this.#files, this.#folder);
    await this.#files.rm(path, { force: true });
    await writeNew(this.#files, path, bytes);
  }

  /** Whether a file is there: staged, or in its place. */
  async has(name: string): Promise<boolean> {
    const paths = [INCOMING + name, name].map((one) => join(this.#folder, one));
    for (const path of paths) if (await this.#files.stat(path).catch(() => null)) return true;
    return false;
  }

  /** A staged file; `null` where there is none. */
  readStaged(name: string): Promise<Buffer | null> {
    return this.#files.readFile(join(this.#folder, INCOMING + name)).catch(() => null);
  }

  /**
   * Moves staged files into their place; those that are there already stay, and so do those that another
   * import is writing. @throws {StoreError} `disk`
   */
  async settle(): Promise<void> {
    let moved = 0;
    for (const staged of await this.#staged()) {
      const name = staged.slice(INCOMING.length);
      if (this.#unwritten.has(name)) continue;
      this.#staging.delete(name);
      try {
        await renamePatiently(this.#files, join(this.#folder, staged), join(this.#folder, name));
        moved++;
      } catch (error) {
        if (!isMissing(error)) throw diskError(error, `sources/${name}`, 'Could not save');
      }
    }
    if (moved > 0) await syncFolder(this.#files, this.#folder);
  }

  /** Removes all staged files, and the folder where nothing else is in it. */
  async discard(): Promise<void> {
    this.#staging.clear();
    const staged = await this.#staged();
    for (const name of staged)
      await this.#files.rm(join(this.#folder, name), { force: true }).catch(() => undefined);
    if (staged.length > 0) await this.#files.rmdir(this.#folder).catch(() => undefined);
  }

  async #staged(): Promise<readonly string[]> {
    const names = await namesIn(this.#files, this.#folder);
    return names.filter((name) => name.startsWith(INCOMING));
  }

  async #isThere(name: string, size: number): Promise<boolean> {
    const stats = await this.#files.stat(join(this.#folder, name)).catch(() => null);
    return stats?.size === size;
  }
}
