import { type Interval, intervalOf } from './bootstrap.ts';

/**
 * Draws of documents with replacement, kept as how often each one was drawn: so that all figures of a page are
 * taken from the same draws, and sums over thousands of them are quick.
 */
export class Resamples {
  readonly documents: number;
  readonly replicates: number;
  /** Row by row, a row per replicate. */
  readonly #times: Uint16Array;

  /** @param random in [0, 1). */
  constructor(documents: number, replicates: number, random: () => number) {
    this.documents = documents;
    this.replicates = replicates;
    this.#times = new Uint16Array(documents * replicates);
    for (let row = 0; row < replicates; row++) {
      for (let i = 0; i < documents; i++) {
        const at = row * documents + Math.floor(random() * documents);
        this.#times[at] = (this.#times[at] ?? 0) + 1;
      }
    }
  }

  /** Sums of a count over the documents of each draw. */
  sums(counts: Float64Array): Float64Array {
    const sums = new Float64Array(this.replicates);
    for (let row = 0; row < this.replicates; row++) {
      const from = row * this.documents;
      let sum = 0;
      for (let i = 0; i < this.documents; i++)
        sum += (counts[i] ?? 0) * (this.#times[from + i] ?? 0);
      sums[row] = sum;
    }
    return sums;
  }

  /** The interval of a figure. @param statistic of the replicate of that number. */
  interval(level: number, statistic: (replicate: number) => number | null): Interval {
    const values: (number | null)[] = [];
    for (let row = 0; row < this.replicates; row++) values.push(statistic(row));
    return intervalOf(values, level);
  }
}
