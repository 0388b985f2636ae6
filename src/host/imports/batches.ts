import type { Format } from '#core/formats/format.ts';
import { groupPaths } from '#core/formats/pieces.ts';
import type { LookedFile } from './examine.ts';

/** Groups that need a file in common are read together up to so many bytes. */
const TOGETHER = 48 * 1024;

/** Formats of which each document names its own files, however many are read at once. */
const NAMING_FILES: ReadonlySet<string> = new Set(['brat']);

/**
 * Files that are read at once: as few as the format allows, so that other work has its turn in between and
 * each document is known to come from its own files.
 */
export function batchesOf(
  format: Format,
  files: readonly LookedFile[],
): readonly (readonly LookedFile[])[] {
  const { pieces } = format;
  if (!pieces) return files.length === 0 ? [] : [files];
  const byPath = new Map(files.map((file) => [file.path, file]));
  const { shared, groups } = groupPaths(pieces, [...byPath.keys()]);
  const filesAt = (paths: readonly string[]) => paths.flatMap((path) => byPath.get(path) ?? []);
  const common = filesAt(shared);
  if (groups.length === 0) return common.length === 0 ? [] : [common];
  const most = NAMING_FILES.has(format.id) ? TOGETHER : 0;
  const batches: LookedFile[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const group of groups.map(filesAt)) {
    if (size >= most) {
      batches.push([]);
      size = 0;
    }
    batches.at(-1)?.push(...group);
    size += group.reduce((sum, file) => sum + file.size, 1);
  }
  return batches.map((batch) => [...batch, ...common]);
}
