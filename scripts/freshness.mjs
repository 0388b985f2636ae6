import { readFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * When anything in these files and folders last changed. Folders count too: they change when a file
 * is removed or renamed.
 *
 * @param {readonly string[]} paths
 * @returns {Promise<number>} Milliseconds since 1970.
 */
export async function newestChange(paths) {
  const times = await Promise.all(
    paths.map(async (path) => {
      const status = await stat(path);
      if (!status.isDirectory()) return status.mtimeMs;
      const names = await readdir(path);
      const inside = await newestChange(names.map((name) => join(path, name)));
      return Math.max(status.mtimeMs, inside);
    }),
  );
  return Math.max(0, ...times);
}

/**
 * Whether the build that left a stamp began after the last change.
 *
 * @param {string} stamp The file; holds the time when the build began.
 * @param {number} changed
 * @returns {boolean} `false` where there is no stamp: the build failed, or there was none.
 */
export function isFresh(stamp, changed) {
  try {
    const began = Number(readFileSync(stamp, 'utf8').trim() || Number.NaN);
    return began > changed;
  } catch {
    return false;
  }
}
