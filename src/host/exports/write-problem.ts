import type { ApiError } from '#api/problem.ts';
import { diskError } from '../store/store-error.ts';

/** The failure of writing a file that was asked for once; unlike edits, nobody tries it again. */
export function writeProblem(error: unknown, file: string, doing: string): ApiError {
  const { problem } = diskError(error, file, doing);
  return { ...problem, message: problem.message.replace('; the program tries', ', and try') };
}
