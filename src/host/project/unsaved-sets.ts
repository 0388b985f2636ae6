import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { SetKey } from '#core/model/annotation-set.ts';
import { makeFolder, writeDurable } from '../store/durable-file.ts';
import type { Files } from '../store/files.ts';
import { requireReachable } from './reach.ts';
import { idOf } from './summary-index.ts';

const listType = z.array(z.strictObject({ documentId: z.string(), annotatorId: z.string() }));

/** The list follows after this, since an action may touch thousands of sets. In milliseconds. */
const PAUSE_MS = 100;

/**
 * Which sets have changes in their logs that their JSON files lack. Kept in `cache/unsaved.json`, so
 * that the next session need not look at every set after a kill. Nothing is lost where the list is.
 */
export class UnsavedSets {
  readonly #files: Files;
  readonly #path: string;
  readonly #folder: string;
  readonly #keys = new Map<string, SetKey>();
  #saving: Promise<void> = Promise.resolve();
  #isWaiting = false;
  #timer: NodeJS.Timeout | undefined;
  /** Set once the project may be written. */
  isWritable = false;

  constructor(files: Files, project: string) {
    this.#files = files;
    this.#folder = join(project, 'cache');
    this.#path = join(this.#folder, 'unsaved.json');
  }

  /** Reads the list that the last session left. */
  async load(): Promise<void> {
    try {
      const list = listType.parse(JSON.parse((await this.#files.readFile(this.#path)).toString()));
      for (const key of list) this.#keys.set(idOf(key), key);
    } catch {
      // None, or not readable: sets show what their logs have when they are opened.
    }
  }

  keys(): SetKey[] {
    return [...this.#keys.values()];
  }

  /** Takes note; the list on disk follows soon, and is not waited for. */
  set(key: SetKey, isUnsaved: boolean): void {
    const { documentId, annotatorId } = key;
    if (this.#keys.has(idOf(key)) === isUnsaved) return;
    if (isUnsaved) this.#keys.set(idOf(key), { documentId, annotatorId });
    else this.#keys.delete(idOf(key));
    if (!this.isWritable || this.#isWaiting) return;
    this.#isWaiting = true;
    this.#timer = setTimeout(() => {
      this.#saving = this.#saving.then(() => this.#write());
    }, PAUSE_MS);
    this.#timer.unref();
  }

  /** Brings the list on disk up to date now. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.#isWaiting) this.#saving = this.#saving.then(() => this.#write());
    await this.#saving;
  }

  async #write(): Promise<void> {
    this.#isWaiting = false;
    try {
      // A folder that is away must not be made anew: it could not be put back.
      await requireReachable({ files: this.#files, folder: dirname(this.#folder) });
      await makeFolder(this.#files, this.#folder);
      await writeDurable(this.#files, this.#path, Buffer.from(`${JSON.stringify(this.keys())}\n`));
    } catch {
      // The list only saves time.
    }
  }
}
