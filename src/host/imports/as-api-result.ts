import type { ApiError } from '#api/problem.ts';
import type { FormatError } from '#core/formats/format.ts';
import { err, type Result } from '#core/result.ts';

/** What a format answered, as calls answer. */
export function asApiResult<Value>(result: Result<Value, FormatError>): Result<Value, ApiError> {
  if (result.ok) return result;
  const { code, ...rest } = result.error;
  return err({ ...rest, code: code === 'bad-option' ? 'bad-request' : code });
}
