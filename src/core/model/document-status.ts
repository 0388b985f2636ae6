/** How far the annotator is with the document. A set without a status record is `new`. */
export type Status = 'new' | 'in-progress' | 'done' | 'needs-review' | 'skipped';

export const STATUSES: readonly Status[] = [
  'new',
  'in-progress',
  'done',
  'needs-review',
  'skipped',
];

/** The status as a record of the set; at most one per set. Who is the set's annotator. */
export interface DocumentStatus {
  readonly kind: 'status';
  readonly id: typeof STATUS_ID;
  readonly status: Status;
  /** When it was given: ISO 8601, UTC. */
  readonly at: string;
}

/** Record id of the document's status. */
export const STATUS_ID = 'status';
