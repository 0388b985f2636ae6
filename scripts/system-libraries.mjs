import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { say } from './run.mjs';
import { installPackages, packagesNotInstalled } from './system/apt.mjs';
import {
  DISPLAY_PACKAGES,
  installCommand,
  READER_PACKAGES,
  RUNTIME_PACKAGES,
  TEST_FONT_PACKAGES,
} from './system/packages.mjs';
import { librariesMissingFor } from './system/shared-libraries.mjs';

/**
 * @param {string} program
 * @returns {boolean} Whether `program` is on the PATH.
 */
export function hasProgram(program) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.some((folder) => folder !== '' && existsSync(join(folder, program)));
}

/** Whether this process may install Debian packages by itself: root, with apt. */
function mayInstall() {
  return process.getuid?.() === 0 && hasProgram('apt-get') && hasProgram('dpkg-query');
}

/**
 * Makes sure that Linux has the shared libraries the runtime links to: installs them where it may,
 * else says which are missing and the one command that brings them.
 *
 * @param {string} folder The unpacked Electron release.
 * @returns {Promise<boolean>} Whether the runtime can be started, as far as one can tell.
 */
export async function ensureRuntimeLibraries(folder) {
  if (process.platform !== 'linux') return true;
  const missing = await librariesMissingFor(folder);
  if (missing === undefined) {
    say('This system has no ldd, so the shared libraries that Electron needs were not checked.');
    return true;
  }
  if (missing.length === 0) return true;

  if (mayInstall()) {
    await install(RUNTIME_PACKAGES, `the system libraries that Electron needs (${missing.length})`);
    if ((await librariesMissingFor(folder))?.length === 0) return true;
  }
  const isDebian = hasProgram('apt-get') && hasProgram('dpkg-query');
  const packages = isDebian ? await packagesNotInstalled(RUNTIME_PACKAGES) : RUNTIME_PACKAGES;
  const command = installCommand(packages, hasProgram);
  say(
    `Electron cannot start, since this system lacks ${missing.join(', ')}. ` +
      (command ? `Install them with: ${command}` : 'Install them with your package manager.'),
  );
  return false;
}

/**
 * Makes sure that the end-to-end tests have an X server to draw on and fonts for their scripts.
 * Fonts only make screenshots readable: their lack is said, and never stops a test.
 *
 * @param {{ needsXvfb: boolean }} needs
 * @returns {Promise<boolean>} Whether the tests can run.
 */
export async function ensureTestEquipment({ needsXvfb }) {
  if (process.platform !== 'linux') return true;
  const wanted = [...(needsXvfb ? DISPLAY_PACKAGES : []), ...TEST_FONT_PACKAGES];
  if (mayInstall()) {
    const missing = await packagesNotInstalled(wanted);
    if (missing.length > 0) await install(missing, 'what the end-to-end tests need');
  } else if (hasProgram('dpkg-query')) {
    const fonts = await packagesNotInstalled(TEST_FONT_PACKAGES);
    if (fonts.length > 0)
      say(`Screenshots may lack glyphs without the packages ${fonts.join(' ')}.`);
  }
  if (!needsXvfb || hasProgram('Xvfb')) return true;
  const command = hasProgram('apt-get') ? installCommand(DISPLAY_PACKAGES, hasProgram) : undefined;
  say(
    'The end-to-end tests need a display, and this system has none and no Xvfb. ' +
      (command ? `Install it with: ${command}` : 'Install Xvfb with your package manager.'),
  );
  return false;
}

/**
 * Makes sure that there is a Python, in which the reader is written by which tests check our files.
 * Tests that need it are skipped without.
 */
export async function ensurePython() {
  if (hasProgram(process.platform === 'win32' ? 'python3.exe' : 'python3')) return;
  if (mayInstall()) await install(READER_PACKAGES, 'Python, for the tests’ independent reader');
  else say('This system has no python3: the tests of the independent reader are skipped.');
}

/**
 * @param {readonly string[]} packages
 * @param {string} what For the message.
 */
async function install(packages, what) {
  say(`Installing ${what}: ${packages.join(' ')}`);
  const failure = await installPackages(packages);
  if (failure) say(`apt-get could not install them:\n${failure}`);
}
