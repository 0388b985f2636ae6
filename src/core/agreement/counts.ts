/** How much two annotators marked, and how much of it matches. The first is the reference, the second the response. */
export interface Counts {
  /** Matches; partial ones count as a fraction. */
  readonly matches: number;
  readonly first: number;
  readonly second: number;
}

/** Precision, recall and F1; `null` where a figure is not defined (see `whyUndefined`). */
export interface Scores extends Counts {
  /** matches / second. */
  readonly precision: number | null;
  /** matches / first. */
  readonly recall: number | null;
  /** 2 matches / (first + second): symmetric, so it is the figure of agreement. */
  readonly f1: number | null;
}

/** The scores of counts. A figure with a zero denominator is `null`: neither 0 nor 1 would be true. */
export function scoresOf({ matches, first, second }: Counts): Scores {
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    matches,
    first,
    second,
    precision: share(matches, second),
    recall: share(matches, first),
    f1: share(2 * matches, first + second),
  };
}

/** The counts of several documents together: their sums, for micro averages. */
export function addCounts(all: Iterable<Counts>): Counts {
  let matches = 0;
  let first = 0;
  let second = 0;
  for (const counts of all) {
    matches += counts.matches;
    first += counts.first;
    second += counts.second;
  }
  return { matches, first, second };
}

/** Why a score is not defined, in a sentence; `null` where it is. */
export function whyUndefined({ first, second }: Counts, score: keyof Scores): string | null {
  if (score === 'f1' && first + second === 0)
    return 'Neither annotator marked anything of this kind.';
  if (score === 'precision' && second === 0)
    return 'The second annotator marked nothing of this kind.';
  if (score === 'recall' && first === 0) return 'The first annotator marked nothing of this kind.';
  return null;
}

/** Mean of those values that are defined, and how many there are; `null` where none is. */
export function meanOf(values: readonly (number | null)[]): {
  readonly mean: number | null;
  /** Of the population, not of a sample. */
  readonly deviation: number | null;
  readonly defined: number;
} {
  const defined = values.filter((value) => value !== null);
  if (defined.length === 0) return { mean: null, deviation: null, defined: 0 };
  const mean = defined.reduce((sum, value) => sum + value, 0) / defined.length;
  const squares = defined.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / defined.length), defined: defined.length };
}
