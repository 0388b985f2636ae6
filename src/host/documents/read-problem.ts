import type { ApiError } from '#api/problem.ts';
import { diskError, isMissing } from '../store/store-error.ts';

/** The failure for a file or folder of the person's own that could not be read. Bugs go on being thrown. */
export function readProblem(error: unknown, path: string): ApiError {
  if (!isMissing(error)) return diskError(error, path, 'Could not read').problem;
  const message = `There is no file or folder ‘${path}’.`;
  return { code: 'not-found', message, place: { file: path } };
}
