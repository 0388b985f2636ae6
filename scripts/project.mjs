import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { run } from './run.mjs';

/** The project's root folder. */
export const ROOT = dirname(import.meta.dirname);

/**
 * The program that an npm package brings (the first, if several), to be run with Node. Not through
 * `node_modules/.bin`, whose entries are shell scripts on Windows.
 *
 * @param {string} name The package.
 * @returns {string}
 */
export function packageProgram(name) {
  const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const { bin } = createRequire(import.meta.url)(manifest);
  const program = typeof bin === 'string' ? bin : String(Object.values(bin)[0]);
  return join(dirname(manifest), program);
}

/**
 * Runs such a program in the project's root and shows what it prints.
 *
 * @param {string} name
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runPackage(name, args, env = process.env) {
  return run(process.execPath, [packageProgram(name), ...args], { cwd: ROOT, env });
}
