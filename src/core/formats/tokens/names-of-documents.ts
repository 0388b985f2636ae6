import { uniqueNames, withoutTextExtension } from '../file-name.ts';
import type { SourceFile } from '../format.ts';

const NOT_IN_ID = /[^\p{L}\p{N}_.-]+/gu;

/** Gives each document an id made of its name, which may be the name of a folder; none twice. */
export function newDocumentIds(): (name: string) => string {
  const unique = uniqueNames();
  return (name) => {
    const clean = name.toWellFormed().normalize('NFC').replace(NOT_IN_ID, '-');
    const id =
      [...clean]
        .slice(0, 60)
        .join('')
        .replace(/^[.-]+|[.-]+$/gu, '') || 'document';
    return unique(id).replace(/ \((\d+)\)$/u, '-$1');
  };
}

/** Name of a file without folders and extension. */
export function baseName({ path }: Pick<SourceFile, 'path'>): string {
  const name = path.split(/[\\/]/u).at(-1) ?? path;
  return name
    .replace(/(?<=.)\.(?:conllu?|tsv|iob2?|bio|jsonl?|ann)$/iu, '')
    .replace(/(?<=.)\.(?:conllu?)$/iu, '');
}

/** A name for what several files hold. */
export function datasetName(files: readonly SourceFile[]): string {
  const [first] = files;
  return withoutTextExtension(first ? baseName(first) : 'dataset') || 'dataset';
}
