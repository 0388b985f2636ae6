import { uptime } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { LockHolder } from '#api/calls/project.ts';
import { writeDurable } from './durable-file.ts';
import type { Files } from './files.ts';
import { codeOf, diskError, isMissing, StoreError } from './store-error.ts';

const lockFile = z.object({
  session: z.string(),
  pid: z.int(),
  host: z.string(),
  annotator: z.string(),
  since: z.string(),
  heartbeat: z.string(),
});
type LockFile = z.infer<typeof lockFile>;

const HEARTBEAT_MS = 2_000;
const STALE_MS = 10_000;

export interface LockOptions {
  readonly files: Files;
  readonly folder: string;
  /** Unique per window and program. */
  readonly session: string;
  readonly host: string;
  readonly annotator: string;
  readonly now: () => Date;
  /** Told once, when somebody else took the lock. */
  readonly onLost: (holder: LockHolder | null) => void;
}

/** What came of asking for the lock. `wasStale`: whoever had it before was killed. */
export type LockAnswer =
  | { readonly state: 'held'; readonly lock: ProjectLock; readonly wasStale: boolean }
  | { readonly state: 'taken'; readonly holder: LockHolder };

/**
 * Asks for a project's lock, `lock.json`. Two windows of one program and two programs on two machines
 * are the same case. A lock is stale where its process is dead or, on another machine, silent.
 *
 * @param isForced takes it over from a living holder, who then learns that it was lost.
 * @throws {StoreError} `disk` where the folder cannot be written.
 */
export async function acquireLock(options: LockOptions, isForced: boolean): Promise<LockAnswer> {
  const path = join(options.folder, 'lock.json');
  let wasStale = false;
  try {
    for (;;) {
      const lock = new ProjectLock(options);
      if (await lock.create()) return { state: 'held', lock, wasStale };
      let current = await readLock(options.files, path);
      if (current === 'unreadable') {
        await sleep(100); // somebody may be writing it
        current = await readLock(options.files, path);
      }
      if (current === null) continue; // freed in between
      wasStale = current === 'unreadable' || (await isDead(current, options, path));
      if (current !== 'unreadable' && !wasStale && !isForced)
        return { state: 'taken', holder: holderOf(current) };
      await lock.replace();
      return { state: 'held', lock, wasStale };
    }
  } catch (error) {
    throw diskError(error, 'lock.json', 'Could not write');
  }
}

/** The lock of a project, held by this session until it is released or lost. */
export class ProjectLock {
  readonly #options: LockOptions;
  readonly #path: string;
  readonly #since: string;
  #timer: NodeJS.Timeout | undefined;
  #isLost = false;
  #beating: Promise<void> = Promise.resolve();

  constructor(options: LockOptions) {
    this.#options = options;
    this.#path = join(options.folder, 'lock.json');
    this.#since = options.now().toISOString();
  }

  /** Makes the lock file unless there is one. */
  async create(): Promise<boolean> {
    try {
      const handle = await this.#options.files.open(this.#path, 'wx');
      try {
        await handle.writeFile(this.#text());
      } finally {
        await handle.close();
      }
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
    this.#beat();
    return true;
  }

  /** Puts ours in the place of somebody else's. */
  async replace(): Promise<void> {
    await writeDurable(this.#options.files, this.#path, Buffer.from(this.#text()));
    this.#beat();
  }

  /** @throws {StoreError} `read-only` where somebody else has the lock now; `disk`. */
  async requireHeld(): Promise<void> {
    try {
      if (!this.#isLost && (await this.#isOurs())) return;
    } catch (error) {
      throw diskError(error, 'lock.json', 'Could not read');
    }
    throw new StoreError({
      code: 'read-only',
      message: 'Another window or program has taken this project over. Here it is read-only now.',
    });
  }

  /** Gives the lock back. */
  async release(): Promise<void> {
    clearInterval(this.#timer);
    if (this.#isLost) return;
    this.#isLost = true; // whatever still runs must not bring it back
    await this.#beating;
    const current = await readLock(this.#options.files, this.#path).catch(() => null);
    if (current === null || current === 'unreadable') return;
    if (current.session === this.#options.session)
      await this.#options.files.unlink(this.#path).catch(() => undefined);
  }

  #beat(): void {
    clearInterval(this.#timer);
    this.#timer = setInterval(() => {
      this.#beating = this.#refresh().catch(() => undefined);
    }, HEARTBEAT_MS);
    this.#timer.unref();
  }

  async #refresh(): Promise<void> {
    if (!(await this.#isOurs())) return;
    // In place and unsynced: a torn heartbeat counts as `unreadable` for at most an instant.
    const handle = await this.#options.files.open(this.#path, 'r+');
    try {
      await handle.write(this.#text(), 0);
    } finally {
      await handle.close();
    }
  }

  async #isOurs(): Promise<boolean> {
    if (this.#isLost) return false;
    let current = await readLock(this.#options.files, this.#path);
    if (current === 'unreadable') {
      await sleep(50); // somebody may be writing it
      current = await readLock(this.#options.files, this.#path);
    }
    if (current !== null && current !== 'unreadable' && current.session === this.#options.session)
      return true;
    // Not in an empty folder where a disk was plugged in.
    if (current === null)
      await this.#options.files.stat(join(this.#options.folder, 'project.json'));
    if (this.#isLost) return false;
    // A clean-up tool may have deleted it; a folder that is gone was another matter.
    if (current === null) return this.create();
    this.#isLost = true;
    clearInterval(this.#timer);
    this.#options.onLost(current === null || current === 'unreadable' ? null : holderOf(current));
    return false;
  }

  #text(): string {
    const { session, host, annotator, now } = this.#options;
    const lock: LockFile = {
      session,
      pid: process.pid,
      host,
      annotator,
      since: this.#since,
      heartbeat: now().toISOString(),
    };
    return `${JSON.stringify(lock)}\n`;
  }
}

async function readLock(files: Files, path: string): Promise<LockFile | 'unreadable' | null> {
  try {
    const read = lockFile.safeParse(JSON.parse((await files.readFile(path)).toString()));
    return read.success ? read.data : 'unreadable';
  } catch (error) {
    if (isMissing(error)) return null;
    if (error instanceof SyntaxError) return 'unreadable';
    throw error;
  }
}

async function isDead(lock: LockFile, options: LockOptions, path: string): Promise<boolean> {
  if (lock.host === options.host) {
    const bootedAt = options.now().getTime() - uptime() * 1_000;
    // A process number of before the last start of the machine may be another's today.
    if (Date.parse(lock.since) < bootedAt - 60_000) return true;
    return !isRunning(lock.pid);
  }
  if (options.now().getTime() - Date.parse(lock.heartbeat) < STALE_MS) return false;
  // The other machine's clock may be wrong: only a heart that does not beat is dead.
  await sleep(HEARTBEAT_MS + 1_000);
  const again = await readLock(options.files, path);
  return again === null || again === 'unreadable' || again.heartbeat === lock.heartbeat;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM'; // it lives, as another user's
  }
}

function holderOf({ annotator, host, pid, since }: LockFile): LockHolder {
  return { annotator, host, pid, since };
}
