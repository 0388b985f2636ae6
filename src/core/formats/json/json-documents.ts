import type { SourceFile } from '../format.ts';
import { baseName, newDocumentIds } from '../tokens/names-of-documents.ts';
import type { JsonObject } from './json-values.ts';

/** Names documents that are records of a file: by their own name, else by the file and a number. */
export function documentNames(): (
  file: SourceFile,
  index: number,
  count: number,
  own?: unknown,
) => { readonly id: string; readonly name: string } {
  const newId = newDocumentIds();
  return (file, index, count, own) => {
    const base = baseName(file).replace(/\.json$/iu, '');
    const given = typeof own === 'string' && own.trim() !== '' && own.length <= 1000;
    const name = given ? own : count > 1 ? `${base} ${index + 1}` : base;
    return { id: newId(name), name };
  };
}

/** All fields but those that were read, as text. */
export function metadataOf(
  record: JsonObject,
  used: (key: string) => boolean,
): { readonly metadata?: Readonly<Record<string, string>> } {
  const entries = Object.entries(record)
    .filter(([key, value]) => !used(key) && value !== null && value !== undefined)
    .map(
      ([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)] as const,
    );
  return entries.length > 0 ? { metadata: Object.fromEntries(entries) } : {};
}
