/** What Electron needs on Debian and Ubuntu, by the packages' classic names. */
export const RUNTIME_PACKAGES = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libatk-bridge2.0-0',
  'libatspi2.0-0',
  'libcups2',
  'libdrm2',
  'libxkbcommon0',
  'libxcomposite1',
  'libxdamage1',
  'libxrandr2',
  'libnotify4',
  'libsecret-1-0',
  'libxtst6',
  'fonts-dejavu-core',
];

/** A display for tests on a machine without one. */
export const DISPLAY_PACKAGES = ['xvfb', 'xauth'];

/** Glyphs for every script that the tests write, so that screenshots can be judged by eye. */
export const TEST_FONT_PACKAGES = ['fonts-noto-core', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];

/** The language of the independent reader, by which tests check what we write. */
export const READER_PACKAGES = ['python3'];

/** The same libraries for other package managers: the command, by the program it begins with. */
const OTHER_COMMANDS = {
  dnf: 'sudo dnf install -y gtk3 nss alsa-lib mesa-libgbm libXScrnSaver at-spi2-atk at-spi2-core cups-libs libdrm libxkbcommon libXcomposite libXdamage libXrandr libnotify libsecret libXtst',
  pacman:
    'sudo pacman -S --needed gtk3 nss alsa-lib mesa libxss at-spi2-core libcups libdrm libxkbcommon libxcomposite libxdamage libxrandr libnotify libsecret libxtst',
  zypper:
    'sudo zypper install gtk3 mozilla-nss libasound2 libgbm1 libXss1 at-spi2-core libcups2 libdrm2 libxkbcommon0 libXcomposite1 libXdamage1 libXrandr2 libnotify4 libsecret-1-0 libXtst6',
};

/**
 * The one command that installs what is missing.
 *
 * @param {readonly string[]} packages Debian names.
 * @param {(program: string) => boolean} has Whether this system has a program.
 * @returns {string | undefined} `undefined` where the package manager is none we know.
 */
export function installCommand(packages, has) {
  if (has('apt-get')) {
    return `sudo apt-get update && sudo apt-get install -y ${packages.join(' ')}`;
  }
  return Object.entries(OTHER_COMMANDS).find(([program]) => has(program))?.[1];
}

/**
 * Debian 13 and Ubuntu 24.04 renamed many libraries for 64-bit time (`libasound2t64`), and the
 * old name is then at best a virtual package that apt may refuse. Takes the new name where it exists.
 *
 * @param {readonly string[]} packages Classic names.
 * @param {ReadonlySet<string>} known Names that apt can install.
 * @returns {string[]}
 */
export function namesOnThisRelease(packages, known) {
  return packages.map((name) => (known.has(`${name}t64`) ? `${name}t64` : name));
}
