import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../run.mjs';

const MISSING = /^\s*(?<library>\S+) => not found/u;

/**
 * The libraries that `ldd` could not find, each once, in the order of their first mention.
 *
 * @param {string} output What `ldd` printed, for one file or several.
 * @returns {string[]}
 */
export function missingLibraries(output) {
  const names = output.split('\n').map((line) => MISSING.exec(line)?.groups?.['library']);
  return [...new Set(names.filter((name) => name !== undefined))];
}

/**
 * Asks `ldd` which shared libraries the runtime in `folder` lacks on this system.
 *
 * @param {string} folder The unpacked Electron release.
 * @returns {Promise<string[] | undefined>} `undefined` where there is no `ldd` to ask.
 */
export async function librariesMissingFor(folder) {
  const files = (await readdir(folder)).filter(
    (name) => name === 'electron' || /\.so\b/u.test(name),
  );
  // The release's own libraries lie beside the program, which finds them by its run path.
  const env = { ...process.env, LC_ALL: 'C', LD_LIBRARY_PATH: folder };
  const { error, output } = await run(
    'ldd',
    files.map((name) => join(folder, name)),
    {
      capture: true,
      env,
    },
  );
  return error ? undefined : missingLibraries(output);
}
