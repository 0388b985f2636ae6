import type { ImportPreview } from '#api/calls/imports.ts';
import type { ImportMapping } from '#core/exchange/import-mapping.ts';
import type { AnnotatorId } from '#core/model/ids.ts';
import { typeLineKey, typeLines } from './type-lines.ts';

/** Under what a name for an incoming annotator is being given. */
export const annotatorKey = (id: AnnotatorId) => `annotator ${id}`;

/**
 * What still lacks its name, of that which comes in: nothing can be imported before it has one.
 * @param names that are being given, by what they are for.
 * @returns `‘Club’`, or `the sets of ‘Ben’`; `null` where nothing does.
 */
export function missingName(
  preview: ImportPreview,
  mapping: ImportMapping | null,
  names: Readonly<Record<string, string>>,
): string | null {
  const isMissing = (key: string) => names[key]?.trim() === '';
  if (!Object.keys(names).some(isMissing)) return null;
  const lines = typeLines(preview, mapping);
  const line = lines.find((each) => each.kind === 'name' && isMissing(typeLineKey(each)));
  if (line?.kind === 'name') return `‘${line.name}’`;
  const person = preview.annotators.find(({ annotator }) => isMissing(annotatorKey(annotator.id)));
  return person ? `the sets of ‘${person.annotator.name}’` : null;
}
