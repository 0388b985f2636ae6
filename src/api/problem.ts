import type { Problem } from '#core/problem.ts';

/** Why a call failed. `bug` is the only one that a person cannot do anything about. */
export type ApiErrorCode =
  | 'bad-request' // arguments that are not valid for the call
  | 'not-found' // no such document, set, type, entry
  | 'stale' // `base` is no longer the stored revision, or the change does not fit the stored records
  | 'read-only' // this window may not write: opened read-only, or another took over
  | 'locked' // someone else has the project open; `place.id` is not used, see `LockHolder`
  | 'conflict' // a file was changed by another program
  | 'disk' // the operating system refused: full, no permission, device gone
  | 'invalid-file' // a file is not what it should be; never modified
  | 'newer-format' // written by a newer Glossator
  | 'exists' // the target is there already; ask before overwriting
  | 'refused' // understood, and not allowed in this state; the message says why
  | 'cancelled'
  | 'bug';

/** A failed call as it travels to the window. */
export type ApiError = Problem<ApiErrorCode>;
