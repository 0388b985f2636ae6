import { join } from 'node:path';
import { isTemporaryName } from './durable-file.ts';
import type { Files } from './files.ts';
import { isMissing } from './store-error.ts';

/**
 * Deletes temporary files that a killed session left in a folder. To be done by the lock's holder only.
 * @param before files of this time or later (`Date.now()`) are our own, and stay.
 */
export async function removeTemporaries(
  files: Files,
  folder: string,
  before: number,
): Promise<void> {
  for (const name of await namesIn(files, folder)) {
    if (!isTemporaryName(name)) continue;
    const path = join(folder, name);
    const { mtimeMs } = await files.stat(path).catch(() => ({ mtimeMs: before }));
    if (mtimeMs < before) await files.unlink(path).catch(() => undefined);
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
