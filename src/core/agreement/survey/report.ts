import type { Interval } from '../bootstrap/bootstrap.ts';
import type { Coefficient } from '../coding/items.ts';
import type { ConfusionMatrix } from '../confusion.ts';
import type { Scores } from '../counts.ts';
import type { RelationRule } from '../relations/relation-counts.ts';
import type { SpanRule } from '../spans/span-counts.ts';

/** A coefficient that may not apply to these data. */
export interface NamedCoefficient extends Coefficient {
  /** Of how many pairs of annotators it is the mean; 1 where it is taken of all of them together. */
  readonly pairs: number;
  readonly name: 'cohen' | 'scott' | 'fleiss' | 'alpha';
}

/** Two annotators, over all documents that both worked on. */
export interface PairReport {
  readonly first: string;
  readonly second: string;
  readonly documents: number;
  /** All documents taken as one text (micro). */
  readonly spans: Readonly<Record<SpanRule, Scores>>;
  /** Mean F1 of the documents in which it is defined, by the rule of the headline (macro). */
  readonly macro: { readonly mean: number | null; readonly defined: number };
  readonly characters: Scores;
  readonly tokens: Scores;
  readonly relations: Readonly<Record<RelationRule, Scores>>;
  readonly perRelationType: readonly (Scores & { readonly label: string })[];
  readonly confusion: { readonly exact: ConfusionMatrix; readonly overlap: ConfusionMatrix };
  readonly relationConfusion: ConfusionMatrix;
  readonly labelConfusion: readonly (ConfusionMatrix & { readonly name: string })[];
}

/** Agreement on one entity type: the counts of all pairs together. */
export interface TypeReport extends Scores {
  readonly label: string;
  readonly interval: Interval | null;
}

/** Agreement on one document: the mean F1 of the pairs that worked on it. */
export interface DocumentReport {
  readonly id: string;
  readonly f1: number | null;
  readonly pairs: number;
  /** Spans of all annotators. */
  readonly spans: number;
}

/** Something that does not count, how much of it there is, and why. */
export interface SurveyLeftOut {
  readonly what: string;
  readonly count: number;
  readonly why: string;
}

/** How far annotators agree. Every figure that is not defined is `null`. */
export interface AgreementReport {
  readonly annotators: readonly string[];
  readonly rule: SpanRule;
  /** Documents on which two of them worked at least. */
  readonly documents: number;
  readonly headline: {
    /** Mean F1 of the pairs. */
    readonly f1: number | null;
    readonly deviation: number | null;
    readonly interval: Interval | null;
    readonly level: number;
    readonly seed: number;
  };
  readonly pairs: readonly PairReport[];
  readonly perType: readonly TypeReport[];
  readonly perDocument: readonly DocumentReport[];
  /** Tokens of the documents on which all of them worked. */
  readonly tokens: {
    readonly count: number;
    readonly annotated: number;
    readonly all: readonly NamedCoefficient[];
    readonly annotatedOnly: readonly NamedCoefficient[];
  };
  readonly documentLabels: readonly {
    readonly name: string;
    readonly coefficients: readonly NamedCoefficient[];
  }[];
  readonly leftOut: readonly SurveyLeftOut[];
}
