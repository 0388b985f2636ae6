import { join } from 'node:path';
import type { SetKey } from '#core/model/annotation-set.ts';
import { folderNameType } from '#core/model/decode-project.ts';

/** Where a set's files are inside a project folder. */
export interface SetPlace {
  /** Absolute paths. */
  readonly folder: string;
  readonly json: string;
  readonly log: string;
  /** Name of the JSON file as people know it: its path inside the project. */
  readonly name: string;
}

/** Where the set's files are, whether they exist or not. */
export function placeOf(project: string, { documentId, annotatorId }: SetKey): SetPlace {
  const folder = join(project, 'annotations', documentId);
  return {
    folder,
    json: join(folder, `${annotatorId}.json`),
    log: join(folder, `${annotatorId}.log`),
    name: `annotations/${documentId}/${annotatorId}.json`,
  };
}

/** Whether an id can name a file of ours. Conflict copies, with their blanks, do not. */
export function isFileId(id: string): boolean {
  return folderNameType.safeParse(id).success;
}

/** Annotator ids of the sets among the names of a document's annotation folder, each once. */
export function annotatorsIn(names: readonly string[]): string[] {
  const ids = new Set<string>();
  for (const name of names) {
    const id = /^(.+)\.(?:json|log)$/u.exec(name)?.[1];
    if (id !== undefined && isFileId(id)) ids.add(id);
  }
  return [...ids];
}

/** Name for a copy of ours of a file that another program changed: `anna (conflict, Ben, …).json`. */
export function conflictName(json: string, user: string, now: Date): string {
  const time = now.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.');
  const who = user.replace(/[^\p{L}\p{N} _-]/gu, '_').slice(0, 40);
  return json.replace(/\.json$/u, ` (conflict, ${who}, ${time}).json`);
}
