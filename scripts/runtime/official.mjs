import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run, say } from '../run.mjs';

/** How long the server may stay silent before we call it out of reach. */
const PATIENCE = 5_000;
/** How long a running download may stand still. */
const STALL = 30_000;

/**
 * @typedef {object} ElectronPackage
 * @property {string} version
 * @property {string} folder The npm package `electron`.
 * @property {string} dist Where its release belongs; may not exist yet.
 * @property {string} program The executable, relative to `dist`.
 */

/** @returns {ElectronPackage} What the project declares. */
export function electronPackage() {
  const manifest = createRequire(import.meta.url).resolve('electron/package.json');
  const folder = dirname(manifest);
  const { version } = JSON.parse(readFileSync(manifest, 'utf8'));
  return { version, folder, dist: join(folder, 'dist'), program: programPath() };
}

/** @param {NodeJS.Platform} platform */
export function programPath(platform = process.platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/**
 * Whether the release of exactly this version is unpacked in `node_modules`.
 *
 * @param {ElectronPackage} electron
 */
export function isInstalled({ version, folder, dist, program }) {
  try {
    const found = readFileSync(join(dist, 'version'), 'utf8').trim().replace(/^v/u, '');
    // `path.txt` is written last: without it an unpacking was cut short.
    return (
      found === version && existsSync(join(folder, 'path.txt')) && existsSync(join(dist, program))
    );
  } catch {
    return false;
  }
}

/**
 * Downloads the official release with the code of the `electron` package itself (same mirrors,
 * cache and checksums), but bounded in time: that code alone would wait for a silent network
 * for minutes.
 *
 * @param {ElectronPackage} electron
 * @returns {Promise<string | undefined>} Why it failed, as the end of a sentence; `undefined` when
 *   the release is in place.
 */
export async function downloadOfficial(electron) {
  try {
    await downloadToCache(electron);
  } catch (error) {
    return reasonOf(error);
  }
  const result = await run(process.execPath, [join(electron.folder, 'install.js')], {
    capture: true,
    timeout: 120_000,
  });
  if (result.code === 0 && isInstalled(electron)) return undefined;
  return `its installer failed (${result.output.trim().split('\n')[0] || 'without a word'})`;
}

/** @param {ElectronPackage} electron */
async function downloadToCache({ version, folder }) {
  const require = createRequire(join(folder, 'install.js'));
  const { downloadArtifact } = await import(pathToFileURL(require.resolve('@electron/get')).href);
  const abort = new AbortController();
  let hasStarted = false;
  const giveUp = () => abort.abort(new Error('the server did not answer in time'));
  let timer = setTimeout(giveUp, PATIENCE);
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      // The same cache as the installer's, which then finds the release there.
      cacheRoot: process.env['electron_config_cache'],
      checksums: require('./checksums.json'),
      downloadOptions: {
        quiet: true,
        signal: abort.signal,
        getProgressCallback: async () => {
          if (!hasStarted) say(`Downloading Electron ${version} (about 120 MB).`);
          hasStarted = true;
          clearTimeout(timer);
          timer = setTimeout(giveUp, STALL);
        },
      },
    });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {unknown} error
 * @returns {string}
 */
export function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  // fetch() says only "fetch failed"; the cause names the host and the trouble.
  const cause = error.cause instanceof Error ? error.cause : error;
  return (cause.message || String('code' in cause ? cause.code : cause.name)).split('\n')[0] ?? '';
}
