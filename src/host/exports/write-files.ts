import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TargetFile } from '#core/formats/format.ts';
import { makeFolder, renamePatiently, syncFolder } from '../store/durable-file.ts';
import { nodeFiles } from '../store/files.ts';
import { isMissing } from '../store/store-error.ts';

/** A file to write, and where it shall stand in the end. */
export interface PlacedFile {
  readonly path: string;
  readonly file: TargetFile;
}

/**
 * Writes files whole or not at all: first all of them into a folder of their own beside their places,
 * then, when they are on the disk, each is moved to its place. Where a move fails, those made are taken
 * back and files that stood there before are as they were.
 * @throws what the file system throws, and the reason of the signal.
 */
export async function writeFiles(
  folder: string,
  files: readonly PlacedFile[],
  signal: AbortSignal,
): Promise<void> {
  const isNew = !(await exists(folder));
  await makeFolder(nodeFiles, folder);
  const stage = join(folder, `.glossator-export-${randomBytes(6).toString('hex')}`);
  await mkdir(stage);
  try {
    for (const [i, { file }] of files.entries()) {
      signal.throwIfAborted();
      await writeParts(join(stage, String(i)), file.parts(), signal);
    }
    await moveAll(
      files.map(({ path }, i) => ({
        from: join(stage, String(i)),
        to: path,
        old: join(stage, `old-${i}`),
      })),
    );
  } catch (error) {
    await rm(stage, { recursive: true, force: true });
    if (isNew) await rmdir(folder).catch(() => undefined);
    throw error;
  }
  await rm(stage, { recursive: true, force: true });
  for (const changed of new Set(files.map(({ path }) => dirname(path)))) {
    await syncFolder(nodeFiles, changed);
  }
}

async function writeParts(
  path: string,
  parts: Iterable<string | Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    for (const part of parts) {
      signal.throwIfAborted();
      await handle.writeFile(part);
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
}

interface Move {
  readonly from: string;
  readonly to: string;
  /** Where the file that stands there now is kept until all are moved. */
  readonly old: string;
}

async function moveAll(moves: readonly Move[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const { from, to, old } of moves) {
      await makeFolder(nodeFiles, dirname(to));
      if (await exists(to)) {
        await renamePatiently(nodeFiles, to, old);
        undo.push(() => rename(old, to));
      }
      await renamePatiently(nodeFiles, from, to);
      undo.push(() => rename(to, from));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  }
}

/** Whether something stands at the path. */
export async function exists(path: string): Promise<boolean> {
  return (await kindOf(path)) !== 'nothing';
}

/** What stands at the path. */
export async function kindOf(path: string): Promise<'folder' | 'file' | 'nothing'> {
  try {
    return (await stat(path)).isDirectory() ? 'folder' : 'file';
  } catch (error) {
    if (isMissing(error)) return 'nothing';
    throw error;
  }
}

/** Where each file goes: one file may be given the target's own name, several go into the target folder. */
export function placeFiles(
  files: readonly TargetFile[],
  target: string,
  isFolder: boolean,
): { readonly folder: string; readonly placed: readonly PlacedFile[] } {
  const [only] = files;
  if (!isFolder && only && files.length === 1) {
    return { folder: dirname(target), placed: [{ path: target, file: only }] };
  }
  const placed = files.map((file) => ({ path: join(target, ...file.path.split('/')), file }));
  return { folder: target, placed };
}
