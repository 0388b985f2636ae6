import { basename, dirname, extname } from 'node:path';
import { withoutTextExtension } from '#core/formats/file-name.ts';

/**
 * Names for documents made of the names of their files. Files of one name in several folders get as many
 * folder names before it as tell them apart.
 */
export function documentNames(paths: readonly string[]): readonly string[] {
  const names = paths.map((path) => nameAt(path, 0));
  for (let depth = 1; depth < 20; depth++) {
    const twice = namesGivenTwice(names);
    if (twice.size === 0) break;
    for (const [i, path] of paths.entries()) {
      if (twice.has(names[i] ?? '')) names[i] = nameAt(path, depth);
    }
  }
  return names;
}

/** The file's name without extension, after the names of so many folders above it. */
function nameAt(path: string, depth: number): string {
  const folders: string[] = [];
  for (let at = dirname(path); folders.length < depth; at = dirname(at)) {
    const name = basename(at);
    if (name === '') break;
    folders.unshift(name);
  }
  return [...folders, withoutTextExtension(basename(path))].join('/').toWellFormed();
}

function namesGivenTwice(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)));
}

/** Name under which a project keeps the file: `source.txt`. Odd extensions become `bin`. */
export function sourceFileName(path: string): string {
  const extension = extname(path).slice(1).toLowerCase();
  return `source.${/^[a-z0-9]{1,10}$/u.test(extension) ? extension : 'bin'}`;
}
