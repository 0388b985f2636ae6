import { isSame } from '#core/edit/same.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import { openSet } from '../store/open-set.ts';
import type { SetEnv, SetIdentity } from '../store/set-env.ts';
import { takeInOutside } from '../store/set-outside.ts';
import type { SetStore } from '../store/set-store.ts';
import { StoreError } from '../store/store-error.ts';
import { isReachable, requireReachable } from './reach.ts';
import { idOf } from './summary-index.ts';
import { UnsavedSets } from './unsaved-sets.ts';

/** A pause of this length in the edits of a set, and its JSON file is written. In milliseconds. */
const PAUSE_MS = 2_000;
/** After a failed snapshot, tried again after this. In milliseconds. */
const RETRY_MS = 5_000;
/** Sets kept open besides those with changes that their JSON files lack. */
const KEPT_OPEN = 4;

export interface SetPoolOptions {
  readonly env: Omit<SetEnv, 'onDirty' | 'onChange'>;
  readonly onChange: (set: SetStore) => void;
  /** Told, once per failure, that a JSON file could not be written; the log has everything. `null`: it could now. */
  readonly onTrouble: (message: string | null) => void;
  /** What the project knows of the set. @throws {StoreError} `not-found` */
  readonly identify: (key: SetKey) => Promise<SetIdentity>;
}

/**
 * The open sets of a project: opens them, brings their JSON files up to date when there is a pause,
 * and looks whether other programs touched their files.
 */
export class SetPool {
  readonly #options: SetPoolOptions;
  readonly #env: SetEnv;
  readonly #open = new Map<string, SetStore>();
  /** Ids of the sets that were asked for, to be kept open; and the one asked for last, which stays open. */
  readonly #asked = new Set<string>();
  #latest: string | undefined;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly unsaved: UnsavedSets;
  #isClosed = false;
  #isInTrouble = false;
  #sweeping: NodeJS.Timeout | undefined;

  constructor(options: SetPoolOptions) {
    this.#options = options;
    this.unsaved = new UnsavedSets(options.env.files, options.env.folder);
    this.#env = {
      ...options.env,
      onDirty: (key, isDirty) => this.#onDirty(key, isDirty),
      onChange: (key) => {
        const set = this.#open.get(idOf(key));
        if (set) options.onChange(set);
        this.#schedule(key, PAUSE_MS);
      },
    };
  }

  /** The open set of that key; `undefined` where it is not open. */
  get(key: SetKey): SetStore | undefined {
    return this.#open.get(idOf(key));
  }

  /** Whether the set was ever opened: a window may show it, although it need not be open any more. */
  wasOpened(key: SetKey): boolean {
    return this.#asked.has(idOf(key));
  }

  /** Opens a set and keeps it open. Inside the queue only. @throws {StoreError} */
  async open(key: SetKey): Promise<SetStore> {
    this.#latest = idOf(key);
    this.#asked.add(this.#latest);
    return this.#openAnyway(key);
  }

  /** Opens a set that nobody asked for: it gives way before the others. */
  async #openAnyway(key: SetKey): Promise<SetStore> {
    const id = idOf(key);
    const known = this.#open.get(id);
    if (known) {
      this.#open.delete(id);
      this.#open.set(id, known);
      return known;
    }
    const set = await this.#read(key);
    this.#open.set(id, set);
    if (set.isDirty) this.#schedule(key, PAUSE_MS);
    this.#closeSome();
    return set;
  }

  /**
   * Gives the set to `work` and forgets it afterwards, unless it is open for the window. Changes made by
   * the work stay in its log until `flushSome` finds the set unsaved. Inside the queue only.
   */
  async visit<Value>(key: SetKey, work: (set: SetStore) => Promise<Value>): Promise<Value> {
    const known = this.#open.get(idOf(key));
    if (known) return work(known);
    const set = await this.#read(key);
    const { revision } = set;
    const value = await work(set);
    if (set.revision !== revision) this.#options.onChange(set);
    return value;
  }

  /** Writes the JSON files of all open sets that lack changes. Failures are told, not thrown. */
  async flush(): Promise<void> {
    for (const set of [...this.#open.values()]) await this.#snapshot(set);
  }

  /**
   * Writes the JSON files of sets that are not open and lack changes, until done or told to stop.
   * @returns how many entries of logs they had lacked.
   */
  async flushUnsaved(isStopped: () => boolean): Promise<number> {
    let entries = 0;
    for (const key of this.unsaved.keys()) {
      if (isStopped() || this.#isClosed) break;
      if (this.#open.has(idOf(key))) continue;
      try {
        const set = await this.#env.queue.run(() => this.#openAnyway(key));
        set.follow();
        entries += set.state.recovered;
        if (set.isDirty) await this.#snapshot(set);
        else this.unsaved.set(key, false);
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
        if (error.problem.code === 'not-found') this.unsaved.set(key, false);
      }
    }
    return entries;
  }

  /** Looks whether other programs touched the files of the open sets, and takes in what they did. */
  async lookOutside(): Promise<void> {
    // A folder that is gone (a disk unplugged) is no change: what we hold stays.
    if (!(await isReachable(this.#env))) return;
    for (const set of [...this.#open.values()]) {
      if (this.#isClosed) return;
      try {
        await this.#env.queue.run(async () => {
          if (this.#open.get(idOf(set.key)) !== set) return;
          if ((await takeInOutside(set)) === 'reload') await this.reload(set);
        });
      } catch (error) {
        if (!(error instanceof StoreError)) throw error;
      }
    }
  }

  /** Reads a set anew whose log another program changed; keeps a copy of ours. Inside the queue only. */
  async reload(set: SetStore): Promise<void> {
    if (!(await isReachable(this.#env))) return;
    const fresh = await openSet(this.#env, await this.#options.identify(set.key));
    const isEqual = isSame(
      [...set.index.records].sort(byKey),
      [...fresh.index.records].sort(byKey),
    );
    const mayCopy = set.readOnly === null && !set.state.isOthers;
    const copy = !isEqual && mayCopy ? await set.keepCopy() : null;
    this.#open.set(idOf(set.key), fresh);
    this.#options.onChange(fresh);
    const kept = copy === null ? '' : ` Your version is kept as ${copy}.`;
    const message = `${set.state.place.name} and its log were changed by another program and are read again.${kept}`;
    this.#env.onOutside(set.key, isEqual ? null : message);
  }

  /** From now on nothing is written any more. */
  freeze(reason: string): void {
    clearTimeout(this.#sweeping);
    for (const set of this.#open.values()) set.freeze(reason);
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  /** Writes what is to be written and stops. */
  async close(): Promise<void> {
    clearTimeout(this.#sweeping);
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    await this.flush();
    const start = performance.now();
    await this.flushUnsaved(() => performance.now() - start > PAUSE_MS);
    this.#isClosed = true;
    await this.unsaved.save();
  }

  /** @throws {StoreError} `disk` where the folder is gone: a set without files is empty otherwise. */
  async #read(key: SetKey): Promise<SetStore> {
    const set = await openSet(this.#env, await this.#options.identify(key));
    if (set.revision === 0) await requireReachable(this.#env);
    return set;
  }

  #onDirty(key: SetKey, isDirty: boolean): void {
    this.unsaved.set(key, isDirty);
    if (!isDirty) return;
    if (this.#open.has(idOf(key))) this.#schedule(key, PAUSE_MS);
    else this.#sweepLater();
  }

  /** Sets that an action changed without their being open are brought into their files, too. */
  #sweepLater(): void {
    if (this.#isClosed) return;
    clearTimeout(this.#sweeping);
    this.#sweeping = setTimeout(() => {
      // What fails stays in the list, for the next session.
      void this.flushUnsaved(() => this.#isClosed).catch(() => undefined);
    }, PAUSE_MS);
    this.#sweeping.unref();
  }

  #schedule(key: SetKey, after: number): void {
    const id = idOf(key);
    const set = this.#open.get(id);
    if (!set?.isDirty || this.#isClosed) return;
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => void this.#snapshot(set), after),
    );
  }

  /** Never rejects: it runs from timers. */
  async #snapshot(set: SetStore): Promise<void> {
    clearTimeout(this.#timers.get(idOf(set.key)));
    this.#timers.delete(idOf(set.key));
    if (!set.isDirty) return;
    try {
      await set.snapshot();
      if (this.#isInTrouble) this.#options.onTrouble(null);
      this.#isInTrouble = false;
      this.#options.onChange(set);
    } catch (error) {
      const code = error instanceof StoreError ? error.problem.code : 'bug';
      if (code === 'conflict') await this.lookOutside().catch(() => undefined);
      else if (code !== 'read-only' && !this.#isInTrouble && (await isReachable(this.#env))) {
        this.#isInTrouble = true;
        const message = error instanceof Error ? error.message : String(error);
        this.#options.onTrouble(`${message} Your edits are safe in the change log.`);
      }
      this.#schedule(set.key, RETRY_MS);
    }
  }

  #closeSome(): void {
    const clean = [...this.#open]
      .filter(([id, set]) => id !== this.#latest && !set.isDirty && !set.isSnapshotting)
      .sort(([a], [b]) => Number(this.#asked.has(a)) - Number(this.#asked.has(b)));
    for (const [id] of clean.slice(0, Math.max(0, this.#open.size - KEPT_OPEN)))
      this.#open.delete(id);
    // On switch: the sets left behind are written now, not after the pause.
    const [last] = [...this.#open.values()].slice(-1);
    for (const set of this.#open.values()) {
      if (set !== last && set.isDirty) this.#schedule(set.key, 0);
    }
  }
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
