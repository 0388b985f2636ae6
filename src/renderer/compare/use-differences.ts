import { useMemo } from 'react';
import type { DocumentId } from '#core/model/ids.ts';
import { useCompare } from './compare-state.ts';

/**
 * Where in a document the annotators differ whom the page compared last, in this project: starts in UTF-16
 * code units. `undefined` where nothing was compared.
 */
export function useDifferences(project: string, document: DocumentId | undefined) {
  const found = useCompare((state) => (state.project === project ? state.found : null));
  return useMemo(
    () =>
      found?.differences.differences.flatMap((difference) =>
        difference.document === document && difference.place ? [difference.place.start] : [],
      ),
    [found, document],
  );
}
