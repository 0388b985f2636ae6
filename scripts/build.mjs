import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isFresh, newestChange } from './freshness.mjs';
import { packageProgram, ROOT } from './project.mjs';
import { run, say } from './run.mjs';

/** All that the built app depends on. */
const SOURCES = ['src', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
/** Written after each build that succeeded; holds when it began. */
const STAMP = join(ROOT, 'out', '.built');

/**
 * Builds the app into `out/`, and shows the output only if that fails.
 *
 * @returns {Promise<boolean>} Whether it succeeded.
 */
export async function build() {
  const began = Date.now();
  await rm(STAMP, { force: true });
  const args = [packageProgram('electron-vite'), 'build'];
  const { code, output } = await run(process.execPath, args, { cwd: ROOT, capture: true });
  if (code !== 0) {
    process.stderr.write(output);
    return false;
  }
  await mkdir(dirname(STAMP), { recursive: true });
  await writeFile(STAMP, String(began));
  return true;
}

/**
 * Builds unless the last build already shows all sources. So a second start, which only hands its
 * files to the window that is open, does not rewrite the program under that window.
 *
 * @returns {Promise<boolean>} Whether there is a current build.
 */
export async function ensureBuilt() {
  const sources = SOURCES.map((name) => join(ROOT, name));
  return isFresh(STAMP, await newestChange(sources)) ? true : build();
}

// `npm run build`
if (process.argv[1] === import.meta.filename) {
  const isBuilt = await build();
  if (isBuilt) say('Built into out/.');
  process.exitCode = isBuilt ? 0 : 1;
}
