import type { Interval } from '../bootstrap/bootstrap.ts';
import { Resamples } from '../bootstrap/resamples.ts';
import { seededRandom } from '../bootstrap/seeded-random.ts';
import { type Counts, meanOf, scoresOf } from '../counts.ts';
import type { SurveyOptions } from './survey-input.ts';

/** What was counted in one document. */
interface DocumentCounts {
  readonly document: string;
  readonly counts: Counts;
}

/** Intervals of F1 over documents, all from the same draws. */
export class Counting {
  readonly #places: ReadonlyMap<string, number>;
  readonly #resamples: Resamples | null;
  readonly #level: number;

  /** @param documents ids in order. No intervals of fewer than two documents. */
  constructor(
    documents: readonly string[],
    { replicates, level, seed }: Pick<SurveyOptions, 'replicates' | 'level' | 'seed'>,
  ) {
    this.#places = new Map(documents.map((document, place) => [document, place]));
    this.#level = level;
    this.#resamples =
      replicates === 0 || documents.length < 2
        ? null
        : new Resamples(documents.length, replicates, seededRandom(seed));
  }

  /** The interval of the mean F1 of groups of counts, such as the pairs of annotators. */
  interval(groups: readonly (readonly DocumentCounts[])[]): Interval | null {
    const resamples = this.#resamples;
    if (!resamples) return null;
    const sums = groups.map((group) => {
      const columns = this.#columns(group);
      return {
        matches: resamples.sums(columns.matches),
        first: resamples.sums(columns.first),
        second: resamples.sums(columns.second),
      };
    });
    return resamples.interval(this.#level, (replicate) => {
      const scores = sums.map(({ matches, first, second }) => {
        const drawn = {
          matches: matches[replicate] ?? 0,
          first: first[replicate] ?? 0,
          second: second[replicate] ?? 0,
        };
        return scoresOf(drawn).f1;
      });
      return meanOf(scores).mean;
    });
  }

  #columns(group: readonly DocumentCounts[]) {
    const column = () => new Float64Array(this.#places.size);
    const columns = { matches: column(), first: column(), second: column() };
    for (const { document, counts } of group) {
      const place = this.#places.get(document);
      if (place === undefined) continue;
      for (const name of ['matches', 'first', 'second'] as const) {
        columns[name][place] = (columns[name][place] ?? 0) + counts[name];
      }
    }
    return columns;
  }
}
