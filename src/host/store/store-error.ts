import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';

/**
 * An expected failure inside the store. It is thrown there, because lowdb's adapters can only throw,
 * and becomes a value again at the session's edge (`attempt`).
 */
export class StoreError extends Error {
  readonly problem: ApiError;

  /** @param cause what the system threw, where it did. */
  constructor(problem: ApiError, cause?: unknown) {
    super(problem.message, { cause });
    this.name = 'StoreError';
    this.problem = problem;
  }
}

/** Runs work of the store; expected failures become values, bugs go on being thrown. */
export async function attempt<Value>(work: () => Promise<Value>): Promise<Result<Value, ApiError>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof StoreError) return err(error.problem);
    // What the disk answered is no bug, wherever it was asked.
    if (codeOf(error) in CAUSES)
      return err(diskError(error, 'the files of the project', 'Could not use').problem);
    throw error;
  }
}

/** The value of a result; its failure is thrown as a `StoreError`. */
export function unwrap<Value>(result: Result<Value, ApiError>): Value {
  if (result.ok) return result.value;
  throw new StoreError(result.error);
}

/** Whether the error is that of a file or folder which does not exist. */
export function isMissing(error: unknown): boolean {
  return codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR';
}

/** The operating system's code of an error, such as `ENOSPC`; empty where it has none. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full. Free some space; the program tries again',
  EDQUOT: 'your disk quota is used up. Free some space; the program tries again',
  EROFS: 'the folder is on a read-only disk',
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  ENOENT: 'the folder is not there any more. Connect the disk again, or look where it was moved',
  ENOTDIR: 'the folder is not there any more. Connect the disk again, or look where it was moved',
  ESTALE: 'the network folder is not there any more. Connect it again',
  EIO: 'the disk reported a fault. Check the disk, and keep a copy of the project elsewhere',
  EMFILE: 'too many files are open on this machine. Close some programs',
  ENFILE: 'too many files are open on this machine. Close some programs',
  EBUSY: 'another program is using it. Close that program',
  ENAMETOOLONG: 'its name is too long for this disk',
};

/**
 * The failure for a file that the operating system would not read or write.
 * @param doing what failed, as the start of a sentence: `Could not save`.
 */
export function diskError(error: unknown, file: string, doing: string): StoreError {
  if (error instanceof StoreError) return error;
  const code = codeOf(error);
  if (code === '') throw error;
  const cause = CAUSES[code] ?? `the system answered ${code}`;
  const message = `${doing} ${file}: ${cause}.`;
  return new StoreError({ code: 'disk', message, place: { file } }, error);
}
