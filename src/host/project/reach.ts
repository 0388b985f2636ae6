import { join } from 'node:path';
import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import type { Files } from '../store/files.ts';
import { attempt, codeOf, StoreError } from '../store/store-error.ts';

/** What the system answers where a disk was unplugged, a network folder went away, or a folder was moved. */
const GONE: ReadonlySet<string> = new Set([
  ...['ENOENT', 'ENOTDIR', 'EIO', 'ESTALE', 'ENXIO', 'ENODEV'],
  ...['EHOSTDOWN', 'EHOSTUNREACH', 'ENOTCONN', 'ETIMEDOUT'],
]);

/** Where a project lies. */
export interface Place {
  readonly files: Files;
  /** Absolute path of the project's folder. */
  readonly folder: string;
}

/** Whether the project's folder is there. An empty one, where a disk was, is not. */
export async function isReachable({ files, folder }: Place): Promise<boolean> {
  try {
    await files.stat(join(folder, 'project.json'));
    return true;
  } catch (error) {
    return !GONE.has(codeOf(error));
  }
}

/** @throws {StoreError} `disk` where the folder is gone */
export async function requireReachable(place: Place): Promise<void> {
  if (await isReachable(place)) return;
  throw new StoreError({
    code: 'disk',
    message:
      'The project’s folder cannot be reached. Connect its disk again, or put the folder back where it was. Your work is kept in this window, and is saved as soon as the folder is back.',
  });
}

/**
 * Runs work on a project; expected failures become values. Where the whole folder is gone, that is the
 * failure, and not what followed from it (a missing text, a changed file).
 */
export function attemptAt<Value>(
  place: Place,
  work: () => Promise<Value>,
): Promise<Result<Value, ApiError>> {
  return attempt(async () => {
    try {
      return await work();
    } catch (error) {
      if (isOfDisk(error)) await requireReachable(place);
      throw error;
    }
  });
}

function isOfDisk(error: unknown): boolean {
  if (!(error instanceof StoreError)) return codeOf(error) !== '';
  return ['disk', 'not-found', 'conflict', 'invalid-file', 'stale'].includes(error.problem.code);
}
