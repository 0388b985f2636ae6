import type { Differences } from '#api/calls/review.ts';
import type { TellingDifference } from '#core/review/difference.ts';
import type { DifferenceFilter } from '#core/review/difference-filter.ts';
import { DifferenceList } from './difference-list.ts';

/** More than these are not kept: they would take too much memory, some 500 bytes each. */
const MOST_KEPT = 200_000;

/** All differences of the last comparison, so that another filter does not read the project again. */
export class KeptDifferences {
  private differences: TellingDifference[] = [];
  private key: string | null = null;
  private worked = { documents: 0, alone: 0 };

  /** Forgets what there is. @returns where to put what is found. */
  begin(): {
    found(differences: readonly TellingDifference[]): void;
    end(key: string, all: Differences): void;
  } {
    const gathered: TellingDifference[] = [];
    let isTooMuch = false;
    this.key = null;
    this.differences = [];
    return {
      found: (differences) => {
        isTooMuch ||= gathered.length + differences.length > MOST_KEPT;
        if (isTooMuch) gathered.length = 0;
        else for (const difference of differences) gathered.push(difference);
      },
      end: (key, { documents, alone, differences, counts }) => {
        // What the window has whole it filters itself.
        if (isTooMuch || differences.length === counts.all) return;
        this.key = key;
        this.differences = gathered;
        this.worked = { documents, alone };
      },
    };
  }

  /** What passes the filter; `undefined` where what is kept is of something else. */
  filtered(key: string, filter: DifferenceFilter): Differences | undefined {
    if (this.key !== key) return undefined;
    const list = new DifferenceList(filter);
    for (const difference of this.differences) list.add(difference);
    return { ...list.listed(), ...this.worked };
  }
}
