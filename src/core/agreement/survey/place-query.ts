import type { RelationRule } from '../relations/relation-counts.ts';
import type { SpanRule } from '../spans/span-counts.ts';

/** Which of the things that two annotators marked are meant. */
export type Outcome = 'match' | 'first-only' | 'second-only';

/** What a figure or a cell of a matrix was counted from. */
export type PlaceQuery = { readonly first: string; readonly second: string } & (
  | {
      readonly kind: 'spans';
      readonly rule: SpanRule;
      readonly outcome: Outcome;
      /** `null`: whatever the type. */
      readonly label: string | null;
      /** `null`: all documents. */
      readonly document: string | null;
    }
  | {
      readonly kind: 'span-cell';
      readonly rule: 'exact' | 'overlap';
      /** Type that the first annotator gave; `∅`: none. */
      readonly row: string;
      readonly column: string;
    }
  | {
      readonly kind: 'relations';
      readonly rule: RelationRule;
      readonly outcome: Outcome;
      readonly label: string | null;
    }
  | { readonly kind: 'relation-cell'; readonly row: string; readonly column: string }
  | {
      readonly kind: 'label-cell';
      readonly name: string;
      readonly row: string;
      readonly column: string;
    }
);

/** One of the things behind a figure: records of two annotators, or of one. */
export interface AgreementPlace {
  readonly document: string;
  /** Ids of the records; `null` where that annotator has none. */
  readonly first: string | null;
  readonly second: string | null;
  readonly firstLabel: string | null;
  readonly secondLabel: string | null;
  /** Where to look: UTF-16 code units. `null` for document labels. */
  readonly range: { readonly start: number; readonly end: number } | null;
}
