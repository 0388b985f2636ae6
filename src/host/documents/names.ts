import { extname } from 'node:path';

/** Name under which a project keeps the file: `source.txt`. Odd extensions become `bin`. */
export function sourceFileName(path: string): string {
  const extension = extname(path).slice(1).toLowerCase();
  return `source.${/^[a-z0-9]{1,10}$/u.test(extension) ? extension : 'bin'}`;
}
