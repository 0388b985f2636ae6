import type { RecordId } from '../model/ids.ts';
import type { Problem } from '../problem.ts';

export type SetProblemCode =
  | 'outside-text' // a range that the text does not have
  | 'cuts-character' // an edge inside a surrogate pair
  | 'bad-ranges' // ranges that are empty, out of order or touch
  | 'quote-mismatch' // the text there is not what was tagged
  | 'unknown-type'
  | 'unknown-label'
  | 'unknown-attribute'
  | 'bad-value'
  | 'missing-attribute'
  | 'dangling-relation' // one of its spans does not exist
  | 'end-not-allowed' // the schema does not allow these ends
  | 'self-relation'
  | 'duplicate'; // says the same as another annotation

/** Something wrong with a record. An error makes it useless to other programs; a warning is for people. */
export interface SetProblem extends Problem<SetProblemCode> {
  readonly severity: 'error' | 'warning';
  /** `id` is the record's. */
  readonly place: { readonly id: RecordId };
}

const WARNINGS: ReadonlySet<SetProblemCode> = new Set([
  'unknown-attribute',
  'bad-value',
  'missing-attribute',
  'end-not-allowed',
  'self-relation',
  'duplicate',
]);

/** Makes a problem; its code tells how grave it is. */
export function setProblem(code: SetProblemCode, id: RecordId, message: string): SetProblem {
  return { code, severity: WARNINGS.has(code) ? 'warning' : 'error', message, place: { id } };
}
