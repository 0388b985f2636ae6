import type { z } from 'zod';
import type { Problem } from '../problem.ts';
import { err, ok, type Result } from '../result.ts';
import { findFault, formatPath } from './plain-data.ts';

export {
  changeTypeOf,
  historyEntryType,
  projectChangeType,
  projectChangeTypeOf,
  setChangeType,
} from './decode-change.ts';
export { documentEntryType, manifestType } from './decode-project.ts';
export {
  annotationRecordType,
  attributesType,
  attributeValueType,
  rangesType,
  relationType,
  spanType,
} from './decode-records.ts';
export { schemaType } from './decode-schema.ts';

/** Data from outside that is not what it should be. */
export type DecodeError = Problem<'bad-data'>;

/**
 * Checks data from outside (a file, a call) and gives it its type. Unknown keys are refused rather than
 * dropped: a program that writes the data again would lose them.
 * @returns the data itself; or the first fault, with its path.
 */
export function decode<T>(type: z.ZodType<T>, raw: unknown): Result<T, DecodeError> {
  const fault = findFault(raw);
  if (fault) return fail(fault.path, fault.message);
  const decoded = type.safeParse(raw);
  if (decoded.success) return ok(decoded.data);
  const issue = decoded.error.issues[0];
  return fail(formatPath(issue?.path ?? []), issue?.message ?? 'This is not valid.');
}

function fail(path: string, fault: string): Result<never, DecodeError> {
  const sentence = fault.endsWith('.') ? fault : `${fault}.`;
  const message = path === '' ? sentence : `At ${path}: ${sentence}`;
  return err({ code: 'bad-data', message, ...(path === '' ? {} : { place: { path } }) });
}
