import type { FileHandle } from 'node:fs/promises';
import { type Files, nodeFiles } from '#host/store/files.ts';

/** One step that changes the disk. */
export interface DiskStep {
  readonly call:
    | 'open'
    | 'write'
    | 'sync'
    | 'truncate'
    | 'rename'
    | 'unlink'
    | 'rm'
    | 'mkdir'
    | 'chmod';
  readonly path: string;
}

/** What a process feels that is killed at a step: nothing happens any more. */
export class Killed extends Error {}

/** An error as the operating system gives it. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`${code}: made by the test`), { code });
}

/**
 * The real file system, with `before` asked at each step that changes the disk: it may throw. Where it
 * returns `half`, a write gets only half of its bytes done and then fails with `ENOSPC`.
 */
export function faultyFiles(before: (step: DiskStep) => undefined | 'half'): Files {
  const step = (call: DiskStep['call'], path: string) => before({ call, path });
  return {
    ...nodeFiles,
    open: (async (path: string, flags: string, mode?: number) => {
      if (flags !== 'r') step('open', path);
      return watched(await nodeFiles.open(path, flags, mode), path, step, flags === 'r');
    }) as Files['open'],
    rename: async (from, to) => {
      step('rename', String(to));
      return nodeFiles.rename(from, to);
    },
    unlink: async (path) => {
      step('unlink', String(path));
      return nodeFiles.unlink(path);
    },
    rm: async (path, options) => {
      step('rm', String(path));
      return nodeFiles.rm(path, options);
    },
    mkdir: (async (path: string, options: object) => {
      step('mkdir', path);
      return nodeFiles.mkdir(path, options);
    }) as Files['mkdir'],
  };
}

/** A file system that can be "killed": from then on no step happens any more. */
export class KillableFiles {
  readonly files: Files;
  /** Steps so far. */
  steps = 0;
  isDead = false;
  #at = Number.POSITIVE_INFINITY;

  constructor() {
    this.files = faultyFiles((step) => {
      if (this.isDead) throw new Killed();
      this.steps++;
      if (this.steps < this.#at) return undefined;
      this.isDead = true;
      if (step.call === 'write') return 'half';
      throw new Killed();
    });
  }

  /** Dies in place of the n-th step from now; a write gets half done. */
  dieAt(n: number): void {
    this.#at = this.steps + n;
  }
}

function watched(
  handle: FileHandle,
  path: string,
  step: (call: DiskStep['call'], path: string) => undefined | 'half',
  isReading: boolean,
): FileHandle {
  const watch =
    (call: DiskStep['call'], method: 'sync' | 'datasync' | 'truncate' | 'chmod') =>
    (argument?: number) => {
      if (!isReading || call === 'sync') step(call, path);
      return method === 'chmod' ? handle.chmod(argument ?? 0) : handle[method](argument);
    };
  const write = async (buffer: Uint8Array | string, ...rest: number[]) => {
    const bytes = typeof buffer === 'string' ? Buffer.from(buffer) : buffer;
    const [from = 0, length = bytes.length - from] = typeof buffer === 'string' ? [] : rest;
    if (step('write', path) !== 'half') return handle.write(buffer as Uint8Array, ...rest);
    await handle.write(bytes, from, Math.floor(length / 2));
    throw systemError('ENOSPC');
  };
  return new Proxy(handle, {
    get(target, key) {
      if (key === 'sync' || key === 'datasync') return watch('sync', key);
      if (key === 'truncate' || key === 'chmod') return watch(key, key);
      if (key === 'write') return write;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
