import { useEffect, useState } from 'react';
import type { TellingDifference } from '#core/review/difference.ts';
import type { ReviewExcerpt } from '#core/review/reviewed-document.ts';
import { call } from '../../state/client.ts';
import { useCompare } from '../compare-state.ts';
import { differenceKey } from '../shown.ts';

/** Code units of text before and after each place, in the steps of *More text*. */
export const AROUND = [400, 1_200, 4_000] as const;

/** The text around a difference. */
export interface LoadedExcerpt {
  /** The one before stays until the next one is there. */
  readonly excerpt: ReviewExcerpt | null;
  /** Of which difference it is. */
  readonly key: string | null;
  readonly error: string | null;
}

/** Reads the text around a difference, with the marks of all who are compared. */
export function useExcerpt(difference: TellingDifference): LoadedExcerpt {
  const annotators = useCompare((state) => state.annotators);
  const reading = useCompare((state) => state.reading);
  const around = useCompare((state) => AROUND[state.step] ?? AROUND[0]);
  const [loaded, setLoaded] = useState<LoadedExcerpt>({ excerpt: null, key: null, error: null });
  const key = differenceKey(difference);
  const { document } = difference;
  const [take] = difference.takes;
  const [annotator, id] = [take?.annotator, take?.id];
  useEffect(() => {
    if (annotator === undefined || id === undefined) return;
    let isWanted = true;
    const record = { annotator, id };
    void call('review.excerpt', { document, annotators, record, around, reading }).then((read) => {
      if (!isWanted) return;
      if (read.ok) setLoaded({ excerpt: read.value, key, error: null });
      else setLoaded({ excerpt: null, key, error: read.error.message });
    });
    return () => {
      isWanted = false;
    };
  }, [document, annotator, id, annotators, around, reading, key]);
  return loaded;
}
