import { join } from 'node:path';
import type { Files } from '../store/files.ts';
import { namesIn } from '../store/stale-files.ts';
import { diskError, StoreError } from '../store/store-error.ts';
import type { Project } from './project.ts';

/** All that a project has in which nothing was ever done, besides `project.json`. */
const OURS = ['schema.json', 'project.log', 'cache'];
const EMPTY = ['documents', 'annotations'];

/**
 * Whether nothing was ever done in the project, so that its folder may go.
 * @throws {StoreError} `refused` where something was
 */
export async function requireUnused(project: Project): Promise<void> {
  const { files, folder, log } = project.parts;
  const { documents, trash } = project.manifest;
  const known = ['project.json', 'lock.json', ...OURS, ...EMPTY];
  const names = await namesIn(files, folder);
  const filled = await Promise.all(EMPTY.map((name) => namesIn(files, join(folder, name))));
  const isUnused =
    project.readOnly === null &&
    log.last === 0 &&
    documents.length + trash.length === 0 &&
    names.every((name) => known.includes(name)) &&
    filled.every((list) => list.length === 0);
  if (isUnused) return;
  throw new StoreError({
    code: 'refused',
    message: 'There is something in this project already, so its folder stays.',
  });
}

/** Removes the folder of a closed project for which `requireUnused` held. @throws {StoreError} `disk` */
export async function removeFolder(files: Files, folder: string): Promise<void> {
  try {
    for (const name of ['project.json', ...OURS])
      await files.rm(join(folder, name), { recursive: true, force: true });
    for (const name of await namesIn(files, folder))
      if (EMPTY.includes(name)) await files.rmdir(join(folder, name));
    await files.rmdir(folder);
  } catch (error) {
    throw diskError(error, folder, 'Could not remove');
  }
}
