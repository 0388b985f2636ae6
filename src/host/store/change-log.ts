import { basename, dirname } from 'node:path';
import {
  type FileStamp,
  isSameStamp,
  makeFolder,
  stampOf,
  syncFolder,
  writeAll,
  writeDurable,
} from './durable-file.ts';
import type { Files } from './files.ts';
import { changeOfBody, checkedBody, type Marker, readLine } from './log-line.ts';
import { type LogEntry, runningSum, scanLog } from './scan-log.ts';
import { diskError, StoreError } from './store-error.ts';

export interface OpenLogOptions {
  /** Leave even torn tails as they are. */
  readonly readOnly: boolean;
  /** For the name under which damaged bytes are kept. */
  readonly now: () => Date;
  /**
   * Revision of the JSON file beside it: after damage, later lines are kept where that file holds all
   * that the damage hides.
   */
  readonly snapshot: number;
}

/**
 * An append-only change log on disk. An entry counts once `append` has settled: it is then on the disk
 * itself. Reads need no lock; one `ChangeLog` at a time may write to a file.
 */
export class ChangeLog {
  readonly path: string;
  /** What was wrong with the file, for people; empty where nothing was. */
  readonly problems: string[] = [];
  readonly #files: Files;
  #entries: LogEntry[] = [];
  #marker: Marker | null = null;
  /** Length in bytes of all that is good; the file may be longer after an append that failed. */
  #length = 0;
  #sum = 0;
  #stamp: FileStamp | null = null;
  #hasUncutTail = false;
  #needsFolderSync = false;

  private constructor(files: Files, path: string) {
    this.#files = files;
    this.path = path;
  }

  /**
   * Opens a log, or prepares one that does not exist yet. A torn last line, which was never confirmed,
   * is cut off. Damage is moved to `<name>.log.damaged-<time>` and named in `problems`.
   * @throws {StoreError} `disk`
   */
  static async open(files: Files, path: string, options: OpenLogOptions): Promise<ChangeLog> {
    const log = new ChangeLog(files, path);
    try {
      await log.#load(options);
    } catch (error) {
      throw diskError(error, basename(path), 'Could not read');
    }
    return log;
  }

  get entries(): readonly LogEntry[] {
    return this.#entries;
  }

  /** The last marker. */
  get marker(): Marker | null {
    return this.#marker;
  }

  /** `seq` of the last entry; 0 where there is none. */
  get last(): number {
    return this.#entries.at(-1)?.head.seq ?? 0;
  }

  /** Whether there is neither a file nor an entry. */
  get isNew(): boolean {
    return this.#stamp === null;
  }

  /** Changes of consecutive entries as stored, read from the file. Items of which one is not JSON are `undefined`. */
  async changes(entries: readonly LogEntry[]): Promise<readonly unknown[]> {
    const [first, last] = [entries[0], entries.at(-1)];
    if (!first || !last) return [];
    const bytes = Buffer.alloc(last.at + last.length - first.at);
    try {
      const handle = await this.#files.open(this.path, 'r');
      try {
        await handle.read(bytes, 0, bytes.length, first.at);
      } finally {
        await handle.close();
      }
    } catch (error) {
      throw diskError(error, basename(this.path), 'Could not read');
    }
    return entries.map(({ at, length }) => {
      const body = checkedBody(bytes.subarray(at - first.at, at - first.at + length - 1));
      return body === undefined ? undefined : changeOfBody(body);
    });
  }

  /**
   * Appends lines made by `encodeEntry` or `encodeLine`; on the disk when this settles.
   * @throws {StoreError} `conflict` where another program touched the file, `disk` where the system
   *   refused: nothing of it counts then, and the file is cut back to what is good.
   */
  async append(...lines: readonly Buffer[]): Promise<void> {
    const bytes = Buffer.concat(lines);
    try {
      if (this.#stamp === null) await makeFolder(this.#files, dirname(this.path));
      const isMade = this.#stamp === null;
      await this.requireUntouched();
      const handle = await this.#files.open(this.path, isMade ? 'ax' : 'a');
      try {
        if (isMade) this.#stamp = stampFrom(await handle.stat());
        if (this.#hasUncutTail) await handle.truncate(this.#length);
        this.#hasUncutTail = true;
        await writeAll(handle, bytes);
        await handle.datasync();
        if (isMade || this.#needsFolderSync) {
          this.#needsFolderSync = true;
          await syncFolder(this.#files, dirname(this.path));
          this.#needsFolderSync = false;
        }
        const stamp = stampFrom(await handle.stat());
        if (stamp.size !== this.#length + bytes.length) throw outside(this.path);
        this.#stamp = stamp;
        this.#hasUncutTail = false;
      } catch (error) {
        await handle.truncate(this.#length).catch(() => undefined);
        throw error;
      } finally {
        await handle.close();
      }
    } catch (error) {
      throw diskError(error, basename(this.path), 'Could not save to');
    }
    this.#take(bytes);
  }

  /**
   * Makes sure that nobody else wrote to the file since we last did.
   * @throws {StoreError} `conflict`
   */
  async requireUntouched(): Promise<void> {
    if (!(await this.isUntouched())) throw outside(this.path);
  }

  /**
   * Whether the file is as we left it. Compares stamps; only where they differ, the content.
   * @throws {StoreError} `disk`
   */
  async isUntouched(): Promise<boolean> {
    try {
      const stamp = await stampOf(this.#files, this.path);
      if (isSameStamp(stamp, this.#stamp)) return true;
      if (stamp === null || this.#stamp === null) return false;
      if (!this.#hasUncutTail && stamp.size !== this.#length) return false;
      const bytes = await this.#files.readFile(this.path);
      if (bytes.length < this.#length) return false;
      if (runningSum(bytes.subarray(0, this.#length)) !== this.#sum) return false;
      this.#stamp = stamp;
      return true;
    } catch (error) {
      throw diskError(error, basename(this.path), 'Could not read');
    }
  }

  async #load({ readOnly, now, snapshot }: OpenLogOptions): Promise<void> {
    const stamp = await stampOf(this.#files, this.path);
    if (stamp === null) return;
    const bytes = await this.#files.readFile(this.path);
    const scanned = scanLog(bytes);
    this.#stamp = stamp;
    this.#entries = [...scanned.entries];
    this.#marker = scanned.marker;
    this.#length = scanned.goodLength;
    this.#sum = runningSum(bytes.subarray(0, scanned.goodLength));
    if (scanned.rest === 'torn') this.#hasUncutTail = true;
    if (scanned.rest !== 'damaged') return;

    const kept = `${this.path}.damaged-${now().toISOString().replace(/[:.]/gu, '-')}`;
    this.problems.push(
      `Line ${scanned.badLine} of ${basename(this.path)} is damaged. ${
        readOnly
          ? 'What can be read is shown.'
          : `What can be read was kept; the damaged file is now ${basename(kept)}.`
      }`,
    );
    if (readOnly) return;
    const good = Buffer.concat([
      bytes.subarray(0, scanned.goodLength),
      firstSeq(scanned.later) <= snapshot + 1 ? scanned.later : Buffer.alloc(0),
    ]);
    await writeDurable(this.#files, kept, bytes);
    this.#stamp = await writeDurable(this.#files, this.path, good);
    const again = scanLog(good);
    this.#entries = [...again.entries];
    this.#marker = again.marker;
    this.#length = good.length;
    this.#sum = runningSum(good);
  }

  #take(bytes: Buffer): void {
    for (let at = 0; at < bytes.length; ) {
      const end = bytes.indexOf(0x0a, at) + 1;
      const read = readLine(bytes.subarray(at, end - 1));
      if (read === undefined) throw new Error('appended a line that cannot be read back');
      if (read.kind === 'marker') this.#marker = read.marker;
      else this.#entries.push({ head: read.head, at: this.#length + at, length: end - at });
      at = end;
    }
    this.#length += bytes.length;
    this.#sum = runningSum(bytes, this.#sum);
  }
}

/** Where the last marker is looked for: the end of the log, in bytes. */
const MARKER_WITHIN = 64 * 1024;

/** The last marker of a log, found at its end without reading it all; `null` where none is there. */
export async function lastMarker(files: Files, path: string): Promise<Marker | null> {
  const stamp = await stampOf(files, path).catch(() => null);
  if (stamp === null) return null;
  const handle = await files.open(path, 'r').catch(() => null);
  if (handle === null) return null;
  try {
    const from = Math.max(0, stamp.size - MARKER_WITHIN);
    const bytes = Buffer.alloc(stamp.size - from);
    const { bytesRead } = await handle.read(bytes, 0, bytes.length, from);
    let end = bytes.lastIndexOf(0x0a, bytesRead - 1);
    while (end > 0) {
      const start = bytes.lastIndexOf(0x0a, end - 1);
      const read = readLine(bytes.subarray(start + 1, end));
      if (read?.kind === 'marker') return read.marker;
      end = start;
    }
    return null;
  } finally {
    await handle.close();
  }
}

function stampFrom({ size, mtimeMs, ino }: FileStamp): FileStamp {
  return { size, mtimeMs, ino };
}

function firstSeq(lines: Buffer): number {
  return scanLog(lines).entries[0]?.head.seq ?? Number.POSITIVE_INFINITY;
}

function outside(path: string): StoreError {
  const file = basename(path);
  return new StoreError({
    code: 'conflict',
    message: `${file} was changed by another program. It was not overwritten; what it holds now is read again.`,
    place: { file },
  });
}
