import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import type { ApiError } from '#api/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import { diskError, isMissing } from '../../store/store-error.ts';

/** A file to be read. */
export interface InputFile {
  readonly file: string;
  /** As formats see it: relative to what was given, with `/` between folders. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
}

/** The files that were named, and all files of folders that were named, sorted; hidden ones left out. */
export async function inputFiles(
  paths: readonly string[],
): Promise<Result<readonly InputFile[], ApiError>> {
  const found: InputFile[] = [];
  for (const path of paths) {
    try {
      await collect(path, dirname(path), found);
    } catch (error) {
      if (!isMissing(error)) return err(diskError(error, path, 'Could not read').problem);
      const message = `There is nothing at ‘${path}’.`;
      return err({ code: 'not-found', message, place: { file: path } });
    }
  }
  if (found.length > 0) return ok(found);
  return err({ code: 'not-found', message: 'There is no file in what was given.' });
}

async function collect(path: string, home: string, found: InputFile[]): Promise<void> {
  const stats = await stat(path);
  if (!stats.isDirectory()) {
    const name = relative(home, path).split(/[\\/]/u).join('/') || basename(path);
    found.push({ file: path, path: name, size: stats.size });
    return;
  }
  for (const name of (await readdir(path)).sort()) {
    if (!name.startsWith('.')) await collect(join(path, name), home, found);
  }
}
