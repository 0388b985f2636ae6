import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Kernel settings that keep ordinary programs from making a sandbox, with the value that does. */
const RESTRICTIONS = [
  { file: '/proc/sys/kernel/apparmor_restrict_unprivileged_userns', value: '1' },
  { file: '/proc/sys/kernel/unprivileged_userns_clone', value: '0' },
  { file: '/proc/sys/user/max_user_namespaces', value: '0' },
];

/**
 * Why Chromium cannot sandbox its pages on this system, as a sentence that says what we do about
 * it; `undefined` where it can. Without this Electron would stop with a message for programmers.
 *
 * @param {string} folder The unpacked Electron release.
 * @param {object} [system] What to ask of the system; for tests.
 * @param {NodeJS.Platform} [system.platform]
 * @param {number | undefined} [system.user]
 * @param {(file: string) => string | undefined} [system.read]
 * @param {(file: string) => boolean} [system.isSetuidRoot]
 * @returns {string | undefined}
 */
export function whyNoSandbox(
  folder,
  {
    platform = process.platform,
    user = process.getuid?.(),
    read = readSetting,
    isSetuidRoot = isHelperReady,
  } = {},
) {
  if (platform !== 'linux') return undefined;
  if (user === 0) {
    return 'Starting with --no-sandbox: Chromium has no sandbox for root. Prefer an ordinary user.';
  }
  const helper = join(folder, 'chrome-sandbox');
  const isRestricted = RESTRICTIONS.some(({ file, value }) => read(file) === value);
  if (!isRestricted || isSetuidRoot(helper)) return undefined;
  return (
    'Starting with --no-sandbox, since this system lets ordinary programs make no sandbox. ' +
    `To have it: sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`
  );
}

/** @param {string} file */
function readSetting(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined; // This kernel has no such setting.
  }
}

/** @param {string} file */
function isHelperReady(file) {
  const status = statSync(file, { throwIfNoEntry: false });
  return status?.uid === 0 && (status.mode & 0o4000) !== 0;
}
