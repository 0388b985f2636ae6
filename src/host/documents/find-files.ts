import { readdir, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';
import { TEXT_EXTENSIONS } from './limits.ts';
import { readProblem } from './read-problem.ts';

/** A file to import, with its size in bytes. */
export interface FoundFile {
  readonly path: string;
  readonly size: number;
}

/**
 * Files at the paths: a file as such, whatever its name; of a folder all text files inside, recursively,
 * in the order of their names. Hidden files and links to folders are passed over. Each file comes once.
 */
export async function findFiles(
  paths: readonly string[],
  signal: AbortSignal,
): Promise<Result<readonly FoundFile[], ApiError>> {
  const found = new Map<string, FoundFile>();
  for (const path of paths.map((given) => resolve(given))) {
    try {
      const stats = await stat(path);
      if (stats.isDirectory()) {
        for (const file of await filesIn(path, signal)) found.set(file.path, file);
      } else found.set(path, { path, size: stats.size });
    } catch (error) {
      signal.throwIfAborted();
      return err(readProblem(error, path));
    }
  }
  return ok([...found.values()]);
}

async function filesIn(folder: string, signal: AbortSignal): Promise<readonly FoundFile[]> {
  signal.throwIfAborted();
  const found: FoundFile[] = [];
  const entries = await readdir(folder, { withFileTypes: true });
  const byName = new Intl.Collator('en', { numeric: true });
  entries.sort((a, b) => byName.compare(a.name, b.name) || (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesIn(path, signal)));
    else if (TEXT_EXTENSIONS.has(extname(entry.name).toLowerCase())) {
      const stats = await stat(path).catch(() => null); // a link that leads nowhere
      if (stats?.isFile()) found.push({ path, size: stats.size });
    }
  }
  return found;
}
