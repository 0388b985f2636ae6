import { randomBytes } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Files } from './files.ts';
import { codeOf, isMissing } from './store-error.ts';

/** Temporary files of ours: `.NAME.<12 hex>.glossator-tmp`. */
const TEMPORARY = /^\..+\.[0-9a-f]{12}\.glossator-tmp$/u;

/** Temporary files that this program is writing right now. */
const inUse = new Set<string>();

/** Whether a file is a temporary one that a killed session left behind. */
export function isStaleTemporary(path: string): boolean {
  return TEMPORARY.test(basename(path)) && !inUse.has(path);
}

/** What identifies the content of a file without reading it again. */
export interface FileStamp {
  readonly size: number;
  readonly mtimeMs: number;
  readonly ino: number;
}

/** Whether two stamps are those of the same, untouched file. */
export function isSameStamp(a: FileStamp | null, b: FileStamp | null): boolean {
  if (a === null || b === null) return a === b;
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ino === b.ino;
}

/** The stamp of a file; `null` where there is none. */
export async function stampOf(files: Files, path: string): Promise<FileStamp | null> {
  try {
    const { size, mtimeMs, ino } = await files.stat(path);
    return { size, mtimeMs, ino };
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

/**
 * Replaces a file, or makes it: whole or not at all, and on the disk when this settles. Keeps the mode
 * of the old file, and a symbolic link stays one. On any error the old file is as it was and no temporary one is left.
 *
 * @param isStillRight asked right before the new file takes the old one's place; throws to stop that.
 * @returns the stamp of the new file.
 * @throws what the file system throws.
 */
export async function writeDurable(
  files: Files,
  link: string,
  bytes: Uint8Array,
  isStillRight: () => Promise<void> = async () => undefined,
): Promise<FileStamp> {
  const path = await files.realpath(link).catch(() => link);
  const folder = dirname(path);
  const temporary = join(
    folder,
    `.${basename(path)}.${randomBytes(6).toString('hex')}.glossator-tmp`,
  );
  const mode = await modeOf(files, path);
  inUse.add(temporary);
  try {
    const handle = await files.open(temporary, 'wx', mode);
    try {
      if (mode !== undefined) await handle.chmod(mode); // the umask does not count for the old file's mode
      await writeAll(handle, bytes);
      await handle.sync();
      const { size } = await handle.stat();
      if (size !== bytes.byteLength)
        throw Object.assign(new Error(`wrote ${size} of ${bytes.byteLength} bytes`), {
          code: 'EIO',
        });
    } finally {
      await handle.close();
    }
    await isStillRight();
    await renamePatiently(files, temporary, path);
  } catch (error) {
    await files.unlink(temporary).catch(() => undefined);
    throw error;
  } finally {
    inUse.delete(temporary);
  }
  await syncFolder(files, folder);
  const { size, mtimeMs, ino } = await files.stat(path);
  return { size, mtimeMs, ino };
}

/** Writes all bytes at the handle's position, however few the system takes at a time. */
export async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.byteLength; ) {
    const { bytesWritten } = await handle.write(bytes, at, bytes.byteLength - at);
    if (bytesWritten === 0) throw Object.assign(new Error('wrote nothing'), { code: 'EIO' });
    at += bytesWritten;
  }
}

/** Makes names in a folder durable. Systems that cannot do that for folders (Windows) do it by themselves. */
export async function syncFolder(files: Files, folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await files.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder and those above it where they are missing, durably. */
export async function makeFolder(files: Files, folder: string): Promise<void> {
  const first = await files.mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; ; made = dirname(made)) {
    await syncFolder(files, dirname(made));
    if (made === first || made === dirname(made)) return;
  }
}

const RENAME_FOR_MS = 1_000;
const RENAME_PAUSE_MS = 25;

/** Renames; where another program (a virus scanner, mostly) holds the file, tries for a second. */
export async function renamePatiently(files: Files, from: string, to: string): Promise<void> {
  for (const start = performance.now(); ; ) {
    try {
      return await files.rename(from, to);
    } catch (error) {
      const isHeld = ['EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error));
      const isLate = performance.now() - start > RENAME_FOR_MS;
      if (!isHeld || isLate || (codeOf(error) === 'EACCES' && process.platform !== 'win32'))
        throw error;
      await sleep(RENAME_PAUSE_MS);
    }
  }
}

async function modeOf(files: Files, path: string): Promise<number | undefined> {
  try {
    return (await files.stat(path)).mode & 0o7777;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
