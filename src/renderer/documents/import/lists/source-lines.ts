import type { FormatOption } from '#api/calls/exports.ts';
import type { ImportFile, ImportSource } from '#api/calls/imports.ts';
import type { Problem } from '#core/problem.ts';

/** A line of the list of sources. */
export type SourceLine =
  | { readonly kind: 'source'; readonly source: ImportSource }
  | { readonly kind: 'reader'; readonly source: ImportSource }
  | { readonly kind: 'option'; readonly source: ImportSource; readonly option: FormatOption }
  | { readonly kind: 'missing'; readonly source: ImportSource; readonly problem: Problem }
  | { readonly kind: 'file'; readonly source: ImportSource; readonly file: ImportFile };

/** Of several sources, those with more files than this are folded to begin with. */
const MANY = 12;

/** Whether the files of a source are listed. */
export const isUnfolded = (
  sources: readonly ImportSource[],
  { id, files }: ImportSource,
  unfolded: Readonly<Record<string, boolean>>,
) => unfolded[id] ?? (sources.length === 1 || files.length <= MANY);

/** Everything there is to see of the sources, line by line. */
export function sourceLines(
  sources: readonly ImportSource[],
  unfolded: Readonly<Record<string, boolean>>,
): readonly SourceLine[] {
  return sources.flatMap((source): SourceLine[] => [
    { kind: 'source', source },
    { kind: 'reader', source },
    ...source.options.map((option): SourceLine => ({ kind: 'option', source, option })),
    ...source.missing.map((problem): SourceLine => ({ kind: 'missing', source, problem })),
    ...(isUnfolded(sources, source, unfolded)
      ? source.files.map((file): SourceLine => ({ kind: 'file', source, file }))
      : []),
  ]);
}

/** Tells lines apart. */
export function sourceLineKey(line: SourceLine): string {
  if (line.kind === 'file') return line.file.path;
  const rest = line.kind === 'option' ? line.option.id : '';
  const what = line.kind === 'missing' ? line.problem.message : rest;
  return `${line.source.id}\n${line.kind}\n${what}`;
}

/** Heights in CSS pixels, before they are measured. */
export const sourceLineHeight = ({ kind }: SourceLine): number =>
  ({ source: 46, reader: 34, option: 34, missing: 56, file: 42 })[kind];
