import { type Counts, meanOf, scoresOf } from '../counts.ts';

/** A pair of annotators, by their ids. */
export interface PairScore {
  readonly first: string;
  readonly second: string;
  readonly f1: number | null;
}

/** F1 of all pairs of annotators, with their mean. */
export interface PairwiseF1 {
  readonly pairs: readonly PairScore[];
  readonly mean: number | null;
  /** Standard deviation over the pairs as a population. */
  readonly deviation: number | null;
  /** Pairs whose F1 is defined: the others are in no mean. */
  readonly defined: number;
}

/** Unordered pairs of annotators, in order. */
export function pairsOf<T>(all: readonly T[]): readonly (readonly [T, T])[] {
  return all.flatMap((first, i) => all.slice(i + 1).map((second) => [first, second] as const));
}

/**
 * Agreement of several annotators: the mean F1 of their pairs.
 * @param countsOf counts of a pair, over as many documents as are to be pooled.
 * @see Hripcsak & Rothschild (2005), J. Am. Med. Inform. Assoc. 12(3), 296-298.
 */
export function pairwiseF1(
  annotators: readonly string[],
  countsOf: (first: string, second: string) => Counts,
): PairwiseF1 {
  const pairs = pairsOf(annotators).map(([first, second]) => {
    const { f1 } = scoresOf(countsOf(first, second));
    return { first, second, f1 };
  });
  return { pairs, ...meanOf(pairs.map(({ f1 }) => f1)) };
}
