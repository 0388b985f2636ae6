import { basename, dirname } from 'node:path';
import type { ReadDocument } from './read-document.ts';

/**
 * Names for the documents of one import. Where several have one name, as many folders of their files stand
 * before it as tell them apart.
 */
export function namesOf(documents: readonly ReadDocument[]): readonly string[] {
  const names = documents.map(({ name }) => name);
  for (let depth = 1; depth < 20; depth++) {
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    let isChanged = false;
    for (const [i, document] of documents.entries()) {
      if ((counts.get(names[i] ?? '') ?? 0) < 2) continue;
      const name = [...foldersOf(document, depth), document.name].join('/').toWellFormed();
      isChanged ||= name !== names[i];
      names[i] = name;
    }
    if (!isChanged) break;
  }
  return names.map((name) => (name.length <= 1_000 ? name : name.slice(-1_000).toWellFormed()));
}

/** Names of so many folders above the file with the text, the nearest last. */
function foldersOf({ files }: ReadDocument, depth: number): readonly string[] {
  const folders: string[] = [];
  for (let at = dirname(files[0] ?? ''); folders.length < depth; at = dirname(at)) {
    const name = basename(at);
    if (name === '' || name === '.') break;
    folders.unshift(name);
  }
  return folders;
}
