import type { ImportLook, ImportPreview } from '#api/calls/imports.ts';
import type { Problem } from '#core/problem.ts';

/** Everything that was found to be wrong, each thing once. */
export function problemsOf(look: ImportLook, preview: ImportPreview | null): readonly Problem[] {
  const sources = preview?.sources ?? look.sources;
  const all = [
    ...look.problems,
    ...sources.flatMap(({ missing, files }) => [
      ...missing,
      ...files.flatMap(({ problem }) => problem ?? []),
    ]),
    ...(preview?.problems ?? []),
  ];
  return [...new Map(all.map((problem) => [textOf(problem), problem])).values()];
}

/** How many there are, those that are not listed with them. */
export const problemCount = (listed: readonly Problem[], preview: ImportPreview | null) =>
  listed.length + (preview ? Math.max(0, preview.problemCount - preview.problems.length) : 0);

/** `notes/a.ann, line 3, column 5`; empty where the place is not known. */
export function placeOf({ place }: Problem): string {
  if (!place) return '';
  const { file, line, column, byte, path } = place;
  return [
    file ?? '',
    line === undefined ? '' : `line ${line}`,
    column === undefined ? '' : `column ${column}`,
    byte === undefined ? '' : `byte ${byte}`,
    path ?? '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** A problem as a line of plain text. */
export function textOf(problem: Problem): string {
  const place = placeOf(problem);
  return place === '' ? problem.message : `${place}: ${problem.message}`;
}
