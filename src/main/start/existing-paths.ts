import { stat } from 'node:fs/promises';

const MOST = 10_000;

/** Sorts paths into those of files and folders that exist, and the others. */
export async function sortPaths(
  paths: readonly string[],
): Promise<{ readonly found: readonly string[]; readonly missing: readonly string[] }> {
  const all = [...new Set(paths)].slice(0, MOST);
  const exist = await Promise.all(
    all.map((path) =>
      stat(path).then(
        (status) => status.isFile() || status.isDirectory(),
        () => false,
      ),
    ),
  );
  return {
    found: all.filter((_, i) => exist[i]),
    missing: all.filter((_, i) => !exist[i]),
  };
}
