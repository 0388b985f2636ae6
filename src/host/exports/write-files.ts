import { copyFile, link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { TargetFile } from '#core/formats/format.ts';
import { makeFolder, renamePatiently, syncFolder } from '../store/durable-file.ts';
import { nodeFiles } from '../store/files.ts';
import { isMissing } from '../store/store-error.ts';
import { makeStage } from './stage.ts';

/** A file to write, and where it shall stand in the end. */
export interface PlacedFile {
  readonly path: string;
  readonly file: TargetFile;
}

/**
 * Writes files whole or not at all. They are first written, down to the disk, into a folder that nobody
 * looks at. A folder that is new then takes its place in one step. In a folder that was there, each file
 * is moved to its place; where one move fails, all are taken back, and files that stood there before are
 * as they were.
 * @throws what the file system throws, and the reason of the signal.
 */
export async function writeFiles(
  folder: string,
  files: readonly PlacedFile[],
  signal: AbortSignal,
): Promise<void> {
  const isNew = !(await exists(folder));
  const home = isNew ? dirname(folder) : folder;
  await makeFolder(nodeFiles, home);
  const stage = await makeStage(home);
  try {
    if (isNew) {
      const ready = join(stage, 'ready');
      const placed = files.map(({ path, file }) => ({
        path: join(ready, relative(folder, path)),
        file,
      }));
      await writeAll(placed, signal);
      await renamePatiently(nodeFiles, ready, folder);
    } else {
      const staged = files.map(({ file }, i) => ({ path: join(stage, String(i)), file }));
      await writeAll(staged, signal);
      await moveAll(files.map(({ path }, i) => ({ from: join(stage, String(i)), to: path })));
    }
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
  for (const changed of new Set([home, ...files.map(({ path }) => dirname(path))])) {
    await syncFolder(nodeFiles, changed);
  }
}

async function writeAll(files: readonly PlacedFile[], signal: AbortSignal): Promise<void> {
  for (const { path, file } of files) {
    signal.throwIfAborted();
    await makeFolder(nodeFiles, dirname(path));
    await writeParts(path, file.parts(), signal);
  }
}

/** Small parts are written together, in code units: some formats give one for each line. */
const AT_ONCE = 256 * 1024;

async function writeParts(
  path: string,
  parts: Iterable<string | Uint8Array>,
  signal: AbortSignal,
): Promise<void> {
  const handle = await open(path, 'wx');
  try {
    let texts: string[] = [];
    let length = 0;
    const flush = async () => {
      if (texts.length > 0) await handle.writeFile(texts.join(''));
      texts = [];
      length = 0;
    };
    for (const part of parts) {
      if (typeof part === 'string') {
        texts.push(part);
        length += part.length;
        if (length < AT_ONCE) continue;
      }
      signal.throwIfAborted();
      await flush();
      if (typeof part !== 'string') await handle.writeFile(part);
    }
    signal.throwIfAborted();
    await flush();
    await handle.sync();
  } finally {
    await handle.close();
  }
}

interface Move {
  readonly from: string;
  readonly to: string;
}

/** At each moment each place holds a whole file: the old one or the new one. */
async function moveAll(moves: readonly Move[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  try {
    for (const { from, to } of moves) {
      await makeFolder(nodeFiles, dirname(to));
      const old = `${from}.old`;
      if (await exists(to)) {
        // A second name for the old file; on disks without such names, a copy.
        await link(to, old).catch(() => copyFile(to, old));
        undo.push(() => rename(old, to));
      } else undo.push(() => rm(to, { force: true }));
      await renamePatiently(nodeFiles, from, to);
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
