import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isFileId } from '../store/set-place.ts';
import { diskError, isMissing } from '../store/store-error.ts';

/** Syncthing's names could be those of a person. */
const SYNCTHING = /\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]+)?$/u;

/**
 * Finds copies that a program which syncs folders (or Glossator itself) left beside sets, such as
 * `anna (conflicted copy).json`: paths, sorted.
 * @param folder of the project.
 */
export async function findConflictCopies(folder: string): Promise<readonly string[]> {
  const sets = join(folder, 'annotations');
  const copies: string[] = [];
  for (const document of await namesIn(sets)) {
    for (const name of await namesIn(join(sets, document))) {
      const stem = /^([^.].*)\.json$/u.exec(name)?.[1];
      if (stem === undefined) continue;
      if (!isFileId(stem) || SYNCTHING.test(stem)) copies.push(join(sets, document, name));
    }
  }
  return copies.sort();
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw diskError(error, folder, 'Could not read');
  }
}
