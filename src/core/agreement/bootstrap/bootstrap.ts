/** A percentile interval of a statistic. */
export interface Interval {
  /** `null` where the statistic is not defined in any replicate. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Mean of the replicates. */
  readonly mean: number | null;
  readonly replicates: number;
  /** Replicates in which the statistic is not defined; they are left out. */
  readonly undefinedReplicates: number;
}

/**
 * How far a figure would vary with other documents of the same kind: the documents are drawn anew with
 * replacement, and the figure is taken again each time.
 * @param statistic of the documents with these places, one of them as often as it was drawn.
 * @param resamples places of the documents drawn, per replicate.
 * @param level such as 0.95.
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, ch. 13.
 */
export function bootstrap(
  statistic: (documents: readonly number[]) => number | null,
  resamples: Iterable<readonly number[]>,
  level: number,
): Interval {
  const values: (number | null)[] = [];
  for (const resample of resamples) values.push(statistic(resample));
  return intervalOf(values, level);
}

/** The percentile interval of a figure's replicates; those that are not defined are left out and counted. */
export function intervalOf(replicates: readonly (number | null)[], level: number): Interval {
  const values = replicates.filter((value) => value !== null).sort((a, b) => a - b);
  const counts = {
    replicates: replicates.length,
    undefinedReplicates: replicates.length - values.length,
  };
  if (values.length === 0) return { lower: null, upper: null, mean: null, ...counts };
  const tail = (1 - level) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { lower: quantile(values, tail), upper: quantile(values, 1 - tail), mean, ...counts };
}

/** Quantile of sorted values, interpolated: type 7 of Hyndman & Fan (1996), Am. Stat. 50(4), 361-365. */
export function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[below + 1] ?? low;
  return low + (at - below) * (high - low);
}
