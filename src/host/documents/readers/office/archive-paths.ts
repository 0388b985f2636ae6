import { ZIP_LIMITS } from '#core/formats/zip/limits.ts';
import { looksLikeZip, readDirectory } from '#core/formats/zip/read-directory.ts';

/** Paths of the files in a zip archive; empty where the bytes are none, or damaged. */
export function archivePaths(bytes: Uint8Array): ReadonlySet<string> {
  if (!looksLikeZip(bytes)) return new Set();
  const directory = readDirectory(bytes, ZIP_LIMITS);
  if ('message' in directory) return new Set();
  return new Set(directory.entries.map(({ path }) => path));
}
