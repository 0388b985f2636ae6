import type { Range } from '../../model/range.ts';
import type { ComparedSet } from '../../review/compared-set.ts';
import type { SpanRule } from '../spans/span-counts.ts';

/** One document, with the sets of those annotators who worked on it. */
export interface SurveyDocument {
  readonly id: string;
  readonly text: string;
  /** Those that came with the file; else `plainTokens` are taken. */
  readonly tokens?: readonly Range[];
  readonly sets: readonly ComparedSet[];
}

export interface SurveyOptions {
  /** Ids of those who are compared, two at least; the order decides who is first in a pair. */
  readonly annotators: readonly string[];
  /** Types that count; `null`: all. */
  readonly entityTypes: readonly string[] | null;
  readonly relationTypes: readonly string[] | null;
  /** Relation types whose direction has no meaning. */
  readonly symmetric: readonly string[];
  /** How spans are matched for the headline, the intervals and the figures per document. */
  readonly rule: SpanRule;
  /** Replicates of the bootstrap; 0: no intervals. */
  readonly replicates: number;
  /** Such as 0.95. */
  readonly level: number;
  readonly seed: number;
}
