import { join } from 'node:path';
import { isStaleTemporary } from './durable-file.ts';
import type { Files } from './files.ts';
import { isMissing } from './store-error.ts';

/** Deletes temporary files that a killed session left in a folder. For the lock's holder only. */
export async function removeTemporaries(files: Files, folder: string): Promise<void> {
  for (const name of await namesIn(files, folder)) {
    const path = join(folder, name);
    if (isStaleTemporary(path)) await files.unlink(path).catch(() => undefined);
  }
}

/** Names in a folder; none where there is no folder. */
export async function namesIn(files: Files, folder: string): Promise<string[]> {
  try {
    return await files.readdir(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}
