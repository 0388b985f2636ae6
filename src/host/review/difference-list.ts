import type { Differences } from '#api/calls/review.ts';
import type { TellingDifference } from '#core/review/difference.ts';
import { DifferenceCounter, type DifferenceFilter } from '#core/review/difference-filter.ts';

/** Differences that are listed; all are counted. */
const MOST_DIFFERENCES = 10_000;

/** Gathers the differences that pass a filter, up to as many as are sent to the window. */
export class DifferenceList {
  private readonly counter: DifferenceCounter;
  private readonly differences: TellingDifference[] = [];

  constructor(filter: DifferenceFilter) {
    this.counter = new DifferenceCounter(filter);
  }

  add(difference: TellingDifference): void {
    if (!this.counter.add(difference) || this.differences.length >= MOST_DIFFERENCES) return;
    this.differences.push(difference);
  }

  listed(): Pick<Differences, 'differences' | 'counts'> {
    return { differences: this.differences, counts: this.counter.counts() };
  }
}
