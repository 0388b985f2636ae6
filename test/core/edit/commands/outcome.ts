import type { Change } from '#core/edit/change.ts';
import type { EditError } from '#core/edit/edit-error.ts';
import type { Result } from '#core/result.ts';

/** The change of an edit that must succeed. */
export function done(result: Result<Change, EditError>): Change {
  if (!result.ok) throw new Error(`refused: ${result.error.message}`);
  return result.value;
}

/** The reason of an edit that must be refused: a whole sentence. */
export function refused(result: Result<Change, EditError>): EditError {
  if (result.ok) throw new Error('was not refused');
  if (!/^[‘A-Z].*\.$/su.test(result.error.message)) throw new Error(result.error.message);
  return result.error;
}
