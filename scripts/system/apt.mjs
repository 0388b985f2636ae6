import { run } from '../run.mjs';
import { namesOnThisRelease } from './packages.mjs';

const TRIES = 3;
/** Patient with a lock that another installation holds, and with a mirror that hiccups. */
const OPTIONS = ['-qq', '-o', 'DPkg::Lock::Timeout=180', '-o', 'Acquire::Retries=3'];
const ENV = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' };

/**
 * @param {readonly string[]} packages Classic Debian names.
 * @returns {Promise<string[]>} Those not installed, under the names of this release.
 */
export async function packagesNotInstalled(packages) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholders.
  const format = '${db:Status-Status} ${Package}\n';
  const { output } = await run('dpkg-query', ['-W', '-f', format], {
    capture: true,
    env: ENV,
  });
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.startsWith('installed '))
      .map((line) => line.slice('installed '.length)),
  );
  const names = await packageNames(packages);
  return names.filter((name) => !installed.has(name));
}

/**
 * Installs packages as root, fetching the lists first: on a fresh machine they are empty.
 *
 * @param {readonly string[]} packages Classic Debian names.
 * @returns {Promise<string | undefined>} What apt said, if it failed.
 */
export async function installPackages(packages) {
  let output = '';
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    await aptGet(['update']);
    const names = await packageNames(packages);
    const result = await aptGet(['install', '-y', '--no-install-recommends', ...names]);
    if (result.code === 0) return undefined;
    output = result.output;
  }
  return output.trim().split('\n').slice(-5).join('\n');
}

/** @param {readonly string[]} args */
function aptGet(args) {
  return run('apt-get', [...OPTIONS, ...args], { capture: true, env: ENV });
}

/**
 * @param {readonly string[]} packages Classic Debian names.
 * @returns {Promise<string[]>} The same packages as this system calls them.
 */
async function packageNames(packages) {
  const candidates = packages.flatMap((name) => [name, `${name}t64`]);
  const { output } = await run('apt-cache', ['policy', ...candidates], { capture: true, env: ENV });
  return namesOnThisRelease(packages, installableIn(output));
}

/**
 * @param {string} policy What `apt-cache policy` printed.
 * @returns {Set<string>} The packages that apt can install.
 */
export function installableIn(policy) {
  const known = policy.matchAll(/^(?<name>\S+):\n(?: .*\n)*? {2}Candidate: (?!\(none\))/gmu);
  return new Set([...known].map(({ groups }) => groups?.['name'] ?? ''));
}
