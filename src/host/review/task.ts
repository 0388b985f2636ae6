import type { Differences, ReviewRequest } from '#api/calls/review.ts';
import type { DifferenceFilter } from '#core/review/difference-filter.ts';

/** Something to find out about several people's work, as it is sent to the thread. */
export interface ReviewTask {
  readonly kind: 'differences';
  readonly request: ReviewRequest;
  readonly filter: DifferenceFilter;
}

/** What it finds. */
export interface ReviewResults {
  readonly differences: Differences;
}
