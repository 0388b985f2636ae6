import type { Low } from 'lowdb';
import type { UndoState } from '#api/calls/project.ts';
import type { Change } from '#core/edit/change.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { Problem } from '#core/problem.ts';
import type { SetIndex } from '#core/set/set-index.ts';
import type { ChangeLog } from './change-log.ts';
import { DurableAdapter } from './durable-adapter.ts';
import { type EntryHead, encodeEntry, encodeLine, OUTSIDE, OUTSIDE_META } from './log-line.ts';
import type { LogEntry } from './scan-log.ts';
import { MisplacedError, type SetCodec } from './set-codec.ts';
import { type SetContents, setFileCodec } from './set-contents.ts';
import type { SetEnv } from './set-env.ts';
import { conflictName, type SetPlace } from './set-place.ts';
import { StoreError } from './store-error.ts';
import { isStoredChange } from './stored-record.ts';
import { UndoStack } from './undo-stack.ts';

/** What an opened set starts from; `openSet` (open-set.ts) finds it out. */
export interface SetState {
  readonly key: SetKey;
  readonly annotator: Annotator;
  readonly textSha256: string;
  readonly place: SetPlace;
  readonly codec: SetCodec;
  readonly low: Low<SetContents>;
  readonly adapter: DurableAdapter<SetContents>;
  readonly log: ChangeLog;
  readonly index: SetIndex;
  readonly revision: number;
  readonly problems: readonly Problem[];
  readonly readOnly: string | null;
  readonly isOthers: boolean;
  /** In the index, and not in the log yet: what another program did to the file of somebody else's set. */
  readonly unlogged: Change | null;
  /** Entries of the log that the JSON file does not hold. */
  readonly recovered: number;
}

/** What an entry says besides its number and time. */
export type EntryMeta = Omit<EntryHead, 'seq' | 'at' | 'by'> & { readonly by?: string };

/**
 * An annotation set on disk, opened. Its log is the truth: an edit counts once its line is synced; the
 * JSON file follows when there is a pause. All methods throw `StoreError`s, and must be called from
 * within the project's writer queue where they say so.
 */
export class SetStore {
  readonly env: SetEnv;
  readonly state: SetState;
  readonly stack: UndoStack;
  #revision: number;
  #snapshotting: Promise<void> | null = null;
  #readOnly: string | null;
  #fault: Problem | null = null;
  #unlogged: Change | null;
  #hasWritten = false;

  constructor(env: SetEnv, state: SetState) {
    this.env = env;
    this.state = state;
    this.#revision = state.revision;
    this.#readOnly = state.readOnly;
    this.#unlogged = state.unlogged;
    this.stack = new UndoStack(state.log.entries.map(({ head }) => head));
  }

  get key(): SetKey {
    return this.state.key;
  }

  get index(): SetIndex {
    return this.state.index;
  }

  /** `seq` of the last change. */
  get revision(): number {
    return this.#revision;
  }

  /** Why it cannot be written; `null` where it can. */
  get readOnly(): string | null {
    return this.#readOnly;
  }

  get undoState(): UndoState {
    return this.stack.state;
  }

  /** Problems of the files, and words that do not match the text any more. */
  get problems(): readonly Problem[] {
    const { codec, index, problems } = this.state;
    const faults = this.#fault ? [this.#fault] : [];
    return [...faults, ...problems, ...codec.quoteProblems((id) => index.span(id))];
  }

  /**
   * Lets the JSON file follow the log, though the set is somebody else's: an action of this project wrote to
   * that log. Where somebody else wrote to the file meanwhile, it is left alone.
   */
  follow(): void {
    if (this.#unlogged === null) this.#hasWritten = true;
  }

  /** Whether the JSON file lacks changes that the log has. */
  get isDirty(): boolean {
    if (this.#readOnly !== null || (this.state.isOthers && !this.#hasWritten)) return false;
    return this.isSnapshotting || this.state.low.data.revision < this.#revision;
  }

  /** Whether the JSON file is being written right now. */
  get isSnapshotting(): boolean {
    return this.#snapshotting !== null;
  }

  /** From now on nothing is written any more. @param fault of the set's files, where that is why. */
  freeze(reason: string, fault: Problem | null = null): void {
    this.#readOnly = reason;
    this.#fault = fault;
  }

  /** @throws {StoreError} `read-only` */
  requireWritable(): void {
    if (this.#readOnly === null) return;
    throw new StoreError({ code: 'read-only', message: this.#readOnly });
  }

  /**
   * Makes a change durable, then applies it. Must fit the present state. Inside the queue only.
   * @throws {StoreError} `disk`, `conflict`, `read-only`, `locked`: nothing happened then.
   */
  async append(meta: EntryMeta, change: Change): Promise<number> {
    this.requireWritable();
    await this.env.guard();
    const { index, log, codec } = this.state;
    const at = this.env.now().toISOString();
    const { by = this.env.me.id, ...rest } = meta;
    let seq = Math.max(this.#revision, log.last) + 1;
    const lines: (readonly [EntryHead, Change])[] = [];
    if (this.#unlogged)
      lines.push([{ ...OUTSIDE_META, seq: seq++, at, by: OUTSIDE }, this.#unlogged]);
    lines.push([{ seq, at, by, ...rest }, change]);
    await log.append(...lines.map(([head, one]) => encodeEntry(head, codec.encodeChange(one))));
    this.#unlogged = null;
    index.apply(change);
    for (const [head] of lines) this.stack.add(head);
    this.#hasWritten = true;
    this.#revision = seq;
    this.env.onDirty(this.key, true);
    this.env.onChange(this.key);
    return seq;
  }

  /** The changes of entries of the log, in memory's terms. @throws {StoreError} `invalid-file` */
  async changesOf(entries: readonly LogEntry[]): Promise<readonly Change[]> {
    return decodeChanges(this.state.codec, await this.state.log.changes(entries), this.state.place);
  }

  /** The change of one entry. @throws {StoreError} `not-found` */
  async changeOf(seq: number): Promise<Change> {
    const entry = this.state.log.entries.find(({ head }) => head.seq === seq);
    const [change] = entry ? await this.changesOf([entry]) : [];
    if (change) return change;
    throw new StoreError({
      code: 'not-found',
      message: `The history has no entry ${seq} any more, so it cannot be taken back.`,
    });
  }

  /**
   * Brings the JSON file up to date. Runs beside the queue: edits may go on while it is written.
   * @throws {StoreError} `conflict` where another program changed the file; `disk`.
   */
  async snapshot(): Promise<void> {
    while (this.#snapshotting) await this.#snapshotting.catch(() => undefined);
    if (!this.isDirty) return;
    this.#snapshotting = this.#writeSnapshot();
    try {
      await this.#snapshotting;
    } finally {
      this.#snapshotting = null;
    }
  }

  /** Writes the set as it is here beside its file, under a name that no set has. @returns the file's name. */
  async keepCopy(): Promise<string> {
    const { json, folder } = this.state.place;
    const path = conflictName(json, this.env.me.name, this.env.now());
    const copy = new DurableAdapter<SetContents>({
      files: this.env.files,
      path,
      name: path.slice(folder.length + 1),
      codec: setFileCodec(this.state.codec),
      guard: this.env.guard,
    });
    await copy.write(this.contents());
    return path.slice(folder.length + 1);
  }

  /** The set as it is now, as the JSON file will have it. */
  contents(): SetContents {
    const { annotator, key, index, textSha256 } = this.state;
    return {
      documentId: key.documentId,
      annotator,
      revision: this.#revision,
      textSha256,
      records: [...index.all()],
      misplaced: [],
    };
  }

  async #writeSnapshot(): Promise<void> {
    const { low, adapter, log } = this.state;
    const before = low.data;
    const contents = this.contents();
    low.data = contents;
    try {
      await low.write();
    } catch (error) {
      low.data = before;
      throw error;
    }
    await this.env.queue.run(async () => {
      await this.env.guard();
      const { revision } = contents;
      await log.append(encodeLine({ snapshot: revision, sha256: adapter.sha256 ?? '' }));
    });
    if (low.data.revision >= this.#revision) this.env.onDirty(this.key, false);
  }
}

/** Stored changes in memory's terms. @throws {StoreError} `invalid-file` */
export function decodeChanges(
  codec: SetCodec,
  stored: readonly unknown[],
  place: SetPlace,
): readonly Change[] {
  return stored.map((one) => {
    try {
      if (isStoredChange(one)) return codec.decodeChange(one);
    } catch (error) {
      if (!(error instanceof MisplacedError)) throw error;
    }
    const file = place.name.replace(/\.json$/u, '.log');
    throw new StoreError({
      code: 'invalid-file',
      message: `${file} holds an entry that is no change to this document. It was left as it is.`,
      place: { file },
    });
  });
}
