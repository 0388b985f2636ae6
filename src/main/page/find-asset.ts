import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';

/**
 * The file of the built page that an address means.
 *
 * @param root folder of the built page, an absolute path.
 * @param address a whole URL of our scheme.
 * @returns its real path, or `undefined` where there is no such file inside `root`: also for a
 *   symbolic link that leads out of it, and for every spelling of `..`.
 */
export async function findAsset(root: string, address: string): Promise<string | undefined> {
  const path = pathInside(address);
  if (path === undefined) return undefined;
  try {
    const realRoot = await realpath(root);
    const file = await realpath(join(realRoot, path));
    const inside = relative(realRoot, file);
    const isInside = inside !== '' && !isAbsolute(inside) && inside.split(sep)[0] !== '..';
    return isInside && (await stat(file)).isFile() ? file : undefined;
  } catch {
    return undefined; // No such file, or a name that the system does not take.
  }
}

/** The address's path, decoded; `undefined` where it has a part that means something to a file system. */
function pathInside(address: string): string | undefined {
  try {
    const path = decodeURIComponent(new URL(address).pathname);
    const isPlain = path.split('/').every((part) => part !== '..' && !/[\\:\0]/u.test(part));
    return isPlain ? path : undefined;
  } catch {
    return undefined; // Not an address, or not well-formed UTF-8 behind its percent signs.
  }
}
