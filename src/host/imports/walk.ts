import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { ApiError } from '#api/problem.ts';
import type { Problem } from '#core/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import { readProblem } from '../documents/read-problem.ts';
import { readSource } from '../documents/read-source.ts';
import type { Found, FoundFile } from './found-file.ts';
import { MAX_DEPTH, MAX_FILES } from './limits.ts';

/**
 * Files at the paths; of a folder all inside, recursively, in the order of their names. Hidden files and
 * links to folders are passed over. Each file comes once. Fails where a given path cannot be read; what
 * cannot be read inside a folder is told with the others.
 */
export async function walk(
  paths: readonly string[],
  signal: AbortSignal,
): Promise<Result<Found, ApiError>> {
  const found = new Map<string, FoundFile>();
  const problems: Problem[] = [];
  for (const path of paths.map((given) => resolve(given))) {
    try {
      const stats = await stat(path);
      if (stats.isDirectory()) {
        const folder = { root: path, found, problems, signal };
        await walkFolder(folder, path, '', 0);
      } else found.set(path, fileAt(path, basename(path), stats.size, dirname(path), true));
    } catch (error) {
      signal.throwIfAborted();
      return err(readProblem(error, path));
    }
    if (found.size <= MAX_FILES) continue;
    const message = `There are more than ${MAX_FILES.toLocaleString('en')} files in this folder. Import it in parts.`;
    return err({ code: 'refused', message, place: { file: path } });
  }
  return ok({ files: [...found.values()], problems });
}

interface Walk {
  readonly root: string;
  readonly found: Map<string, FoundFile>;
  readonly problems: Problem[];
  readonly signal: AbortSignal;
}

async function walkFolder(to: Walk, folder: string, name: string, depth: number): Promise<void> {
  to.signal.throwIfAborted();
  if (depth > MAX_DEPTH) {
    const message = `These folders lie more than ${MAX_DEPTH} deep inside each other; they were passed over.`;
    to.problems.push({ code: 'too-deep', message, place: { file: folder } });
    return;
  }
  const entries = await readdir(folder, { withFileTypes: true });
  const byName = new Intl.Collator('en', { numeric: true });
  entries.sort((a, b) => byName.compare(a.name, b.name) || (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (entry.name.startsWith('.') || entry.name === '__MACOSX') continue;
    if (to.found.size > MAX_FILES) return;
    const path = join(folder, entry.name);
    const relative = name === '' ? entry.name : `${name}/${entry.name}`;
    try {
      if (entry.isDirectory()) await walkFolder(to, path, relative, depth + 1);
      else {
        const stats = await stat(path).catch(() => null); // a link that leads nowhere
        if (!stats?.isFile() || to.found.has(path)) continue;
        to.found.set(path, fileAt(path, relative, stats.size, to.root, false));
      }
    } catch (error) {
      to.signal.throwIfAborted();
      to.problems.push(readProblem(error, path));
    }
  }
}

function fileAt(
  path: string,
  name: string,
  size: number,
  root: string,
  isGiven: boolean,
): FoundFile {
  return { path, name, size, root, isGiven, read: () => readSource(path) };
}
