import type { SourceFile } from '../format.ts';
import type { ProblemList } from '../tokens/problem-list.ts';

/**
 * The files that are of a format, of those that were chosen together: a folder may hold others, such as a
 * README; these are told. All of them where none is: reading says why.
 */
export function ownFiles(
  files: readonly SourceFile[],
  recognizes: (file: SourceFile) => number,
  problems: ProblemList,
): readonly SourceFile[] {
  const own = files.filter((file) => recognizes(file) > 0);
  if (own.length === 0) return files;
  const kept = new Set(own);
  for (const file of files) {
    if (kept.has(file)) continue;
    const message = 'This file is not of the format that is read; it is left out.';
    problems.add('other-file', message, { file: file.path });
  }
  return own;
}
