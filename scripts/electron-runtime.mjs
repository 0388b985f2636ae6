import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { say } from './run.mjs';
import { runtimeFromRegistry, VERSION } from './runtime/from-registry.mjs';
import {
  downloadOfficial,
  electronPackage,
  isInstalled,
  programPath,
} from './runtime/official.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} folder The unpacked Electron release.
 * @property {string} program The executable.
 * @property {string} why A sentence: which runtime this is, and why this one.
 */

/**
 * Finds an Electron to run the app from source with, in this order: the one the user names in
 * ELECTRON_OVERRIDE_DIST_PATH, the official release of the declared version, and where that
 * cannot be had the checked Electron from the npm registry. Says which one it took.
 * See docs/decisions/0001-electron-runtime.md.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Runtime>}
 * @throws {Error} with a sentence for a person, when there is none.
 */
export async function findRuntime(env = process.env) {
  const runtime = await choose(env);
  say(runtime.why);
  return runtime;
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Runtime>}
 */
async function choose(env) {
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return named(override);

  const electron = electronPackage();
  if (isInstalled(electron)) return official(electron);
  const failure = await downloadOfficial(electron);
  if (failure === undefined) return official(electron);

  const folder = await runtimeFromRegistry().catch((error) => {
    throw new Error(
      `Electron ${electron.version} could not be downloaded (${failure}). ${error.message}`,
    );
  });
  return {
    folder,
    program: join(folder, 'electron'),
    why:
      `Electron ${VERSION} from the npm registry, checked against the official hash, since the ` +
      `official download of ${electron.version} is not to be had here (${failure}).`,
  };
}

/**
 * @param {string} override
 * @returns {Runtime}
 */
function named(override) {
  const folder = resolve(override);
  const program = join(folder, programPath());
  if (!existsSync(program)) {
    throw new Error(`ELECTRON_OVERRIDE_DIST_PATH names a folder without Electron: ${folder}`);
  }
  return { folder, program, why: `Electron from ELECTRON_OVERRIDE_DIST_PATH: ${folder}` };
}

/**
 * @param {import('./runtime/official.mjs').ElectronPackage} electron
 * @returns {Runtime}
 */
function official({ version, dist, program }) {
  return {
    folder: dist,
    program: join(dist, program),
    why: `Electron ${version}, the official release.`,
  };
}

/**
 * What a child process needs in its environment so that the `electron` package, Playwright and
 * electron-vite all take this runtime.
 *
 * @param {Runtime} runtime
 * @returns {Record<string, string | undefined>}
 */
export function environmentFor({ folder, program }) {
  /** @type {Record<string, string | undefined>} */
  const env = {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: folder,
    ELECTRON_EXEC_PATH: program,
  };
  // Terminals inside Electron programs hand this down, and Electron would run as plain Node.
  delete env['ELECTRON_RUN_AS_NODE'];
  return env;
}
