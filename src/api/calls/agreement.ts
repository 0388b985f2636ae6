import type { SpanRule } from '#core/agreement/spans/span-counts.ts';
import type { AgreementPlace, PlaceQuery } from '#core/agreement/survey/place-query.ts';
import type { AgreementReport } from '#core/agreement/survey/report.ts';
import type { AnnotatorId, DocumentId } from '#core/model/ids.ts';

/** Whose work on what is compared, and how. */
export interface AgreementRequest {
  /** Empty: all. */
  readonly documents: readonly DocumentId[];
  /** Two or more; the order decides who is first in a pair. */
  readonly annotators: readonly AnnotatorId[];
  /** Types that count; `null`: all. */
  readonly entityTypes: readonly string[] | null;
  readonly relationTypes: readonly string[] | null;
  /** How spans are matched for the headline, the intervals and the figures per document. */
  readonly rule: SpanRule;
  /** Replicates of the bootstrap, 10,000 at most; 0: no intervals. */
  readonly replicates: number;
  /** Such as 0.95. */
  readonly level: number;
  readonly seed: number;
}

/** One of the things behind a figure, with its words and those around them. */
export interface FoundPlace extends AgreementPlace {
  readonly annotators: readonly [AnnotatorId, AnnotatorId];
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** How gamma is taken. Weights as in the paper: 1 each. */
export interface GammaRequest extends AgreementRequest {
  readonly alpha: number;
  readonly beta: number;
  readonly deltaEmpty: number;
  /** Of the expected disorder at 95 %, such as 0.02. */
  readonly precision: number;
}

/** Gamma of a document, and how sure it is. */
export interface GammaDocument {
  readonly id: DocumentId;
  readonly gamma: number | null;
  readonly gammaCat: number | null;
  readonly samples: number;
  readonly why: string | null;
  /** Whether every alignment was proven to be the best. */
  readonly isProven: boolean;
}

export interface GammaReport {
  /** Mean over the documents in which it is defined. */
  readonly gamma: number | null;
  readonly gammaCat: number | null;
  readonly documents: readonly GammaDocument[];
}

export interface AgreementCalls {
  /** Measures agreement; in a thread, with `job.progress`, stopped by `job.cancel`. */
  'agreement.run'(args: AgreementRequest & { job: string }): AgreementReport;
  /** The things behind a figure or a cell: 1,000 at most, with the words they cover; `count` has all. */
  'agreement.places'(args: {
    request: AgreementRequest;
    /** Several where a figure is of several pairs of annotators. */
    queries: readonly PlaceQuery[];
    job: string;
  }): { readonly places: readonly FoundPlace[]; readonly count: number };
  /** How long `agreement.gamma` will take, measured on some of the documents. In seconds. */
  'agreement.gammaTime'(args: GammaRequest & { job: string }): { readonly seconds: number };
  'agreement.gamma'(args: GammaRequest & { job: string }): GammaReport;
  /**
   * Writes the figures whole or not at all: as tables, as JSON, or as a paragraph for a paper.
   * Fails with `exists` where a file would be overwritten and `overwrite` is false.
   */
  'agreement.write'(args: {
    request: AgreementRequest;
    format: 'csv' | 'json' | 'methods';
    target: string;
    overwrite: boolean;
    job: string;
  }): null;
}
