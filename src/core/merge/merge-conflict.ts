import type { AnnotationRecord } from '../model/annotation-set.ts';
import type { RecordId } from '../model/ids.ts';

/** Why two sides could not both have their way. */
export type ConflictReason =
  /** Both gave one field another value: ours stays. */
  | 'both-changed'
  /** Both made a record of one id, with different contents: ours stays. */
  | 'both-added'
  /** One side deleted what the other changed: the change stays, so that no work is lost. */
  | 'changed-and-removed'
  /** One side deleted a span to which the other has a relation: the span stays. */
  | 'still-needed';

/** A place where a person may want to look: what was merged there is one side's, or neither's wish. */
export interface MergeConflict {
  readonly id: RecordId;
  readonly reason: ConflictReason;
  /** Which field, as `type` or `attributes.sure`; of `both-changed` only. */
  readonly field?: string;
  /** As it was before both sides worked on it; `undefined`: not there. */
  readonly base: AnnotationRecord | undefined;
  readonly ours: AnnotationRecord | undefined;
  readonly theirs: AnnotationRecord | undefined;
}
