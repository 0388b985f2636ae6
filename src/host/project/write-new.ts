import { writeAll } from '../store/durable-file.ts';
import type { Files } from '../store/files.ts';

/**
 * Writes a file that is not there yet and that nobody looks for yet; its bytes are on the disk when this
 * settles. Its name is durable once its folder is synced. @throws what the file system throws.
 */
export async function writeNew(files: Files, path: string, bytes: Uint8Array): Promise<void> {
  const handle = await files.open(path, 'wx');
  try {
    await writeAll(handle, bytes);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}
