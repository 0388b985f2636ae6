import { useMemo } from 'react';
import type { TellingDifference } from '#core/review/difference.ts';
import {
  DifferenceCounter,
  type DifferenceCounts,
  type DifferenceFilter,
} from '#core/review/difference-filter.ts';
import { isWhole, useCompare } from './compare-state.ts';

/** What the list shows, and the counts on the filters. */
export interface Shown {
  readonly differences: readonly TellingDifference[];
  readonly counts: DifferenceCounts;
}

/** The differences that pass the filter; `null` before the first answer. */
export function useShown(): Shown | null {
  const found = useCompare((state) => state.found);
  const filter = useCompare((state) => state.filter);
  return useMemo(() => {
    if (!found) return null;
    return isWhole({ found }) ? pass(found.differences.differences, filter) : found.differences;
  }, [found, filter]);
}

function pass(all: readonly TellingDifference[], filter: DifferenceFilter): Shown {
  const counter = new DifferenceCounter(filter);
  const differences = all.filter((difference) => counter.add(difference));
  return { differences, counts: counter.counts() };
}

/** Names a difference: by the document, and the first record that it is about. */
export function differenceKey({ document, takes }: TellingDifference): string {
  const [take] = takes;
  return `${document}\n${take?.annotator ?? ''}\n${take?.id ?? ''}`;
}

/** Place of the chosen difference in the list; the first one where it is not there. */
export function chosenIndex(
  differences: readonly TellingDifference[],
  chosen: string | null,
): number {
  if (chosen === null) return 0;
  return Math.max(
    0,
    differences.findIndex((difference) => differenceKey(difference) === chosen),
  );
}
