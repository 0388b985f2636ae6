import type { Problem } from '../problem.ts';
import { err } from '../result.ts';

export type EditErrorCode =
  | 'no-such-record' // it was deleted, or never was
  | 'exists' // the id is in use
  | 'duplicate' // the same annotation is there already
  | 'unknown-type'
  | 'unknown-name' // of an attribute or document label
  | 'bad-value'
  | 'bad-ranges'
  | 'not-allowed'; // by the constraints of a relation type

/** Why an edit is not made. The message is a whole sentence for the person. */
export type EditError = Problem<EditErrorCode>;

/** A refusal as result. */
export function refuse(code: EditErrorCode, message: string, id?: string) {
  return err<EditError>({ code, message, ...(id === undefined ? {} : { place: { id } }) });
}
