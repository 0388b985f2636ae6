import type { AnnotatorId, DocumentId, RecordId } from '#core/model/ids.ts';
import type { TellingDifference } from '#core/review/difference.ts';
import type { DifferenceCounts, DifferenceFilter } from '#core/review/difference-filter.ts';
import type { ReviewExcerpt } from '#core/review/reviewed-document.ts';

/** Whose work on what is compared. */
export interface ReviewRequest {
  /** Empty: all. */
  readonly documents: readonly DocumentId[];
  /** Two or more; the first one is the reference: what it lacks is `extra`, what it alone has `missing`. */
  readonly annotators: readonly AnnotatorId[];
}

/** What annotators differ on. */
export interface Differences {
  /** What passes the filter, in the order of documents and texts: 10,000 at most. */
  readonly differences: readonly TellingDifference[];
  /** All are counted, whether they are listed or not. */
  readonly counts: DifferenceCounts;
  /** How many documents two or more of the annotators worked on. */
  readonly documents: number;
  /** How many only one of them worked on: there is nothing to compare. */
  readonly alone: number;
}

export interface ReviewCalls {
  /** Compares sets; in a thread, with `job.progress`, stopped by `job.cancel`. */
  'review.differences'(
    args: ReviewRequest & { filter: DifferenceFilter; job: string },
  ): Differences;
  /** The text around the thing that a record belongs to, with what all of these annotators marked there. */
  'review.excerpt'(args: {
    document: DocumentId;
    annotators: readonly AnnotatorId[];
    record: { readonly annotator: AnnotatorId; readonly id: RecordId };
    /** Code units (UTF-16) before and after each place. */
    around: number;
    /** Names the reading: a document is read once for each. */
    reading: string;
  }): ReviewExcerpt;
}
