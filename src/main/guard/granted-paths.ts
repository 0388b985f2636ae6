import { isAbsolute, relative, resolve, sep } from 'node:path';

/** Paths that the person chose, dropped, or gave on the command line. The window may use no others. */
export interface GrantedPaths {
  /** Grants files and folders; a folder with all that is in it. */
  grant(...paths: readonly string[]): void;
  has(path: string): boolean;
}

/** Makes an empty register; it lives as long as the program. */
export function createGrantedPaths(): GrantedPaths {
  const granted = new Set<string>();
  return {
    grant(...paths) {
      for (const path of paths) granted.add(resolve(path));
    },
    has(path) {
      if (!isAbsolute(path)) return false;
      const wanted = resolve(path);
      if (granted.has(wanted)) return true;
      for (const root of granted) if (isInside(root, wanted)) return true;
      return false;
    },
  };
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return !isAbsolute(way) && way.split(sep)[0] !== '..';
}
