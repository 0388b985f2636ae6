import { useMemo } from 'react';
import type { Looks } from '../text/looks.ts';
import { useSettings } from './settings.ts';
import { useTypeLooks } from './type-looks.ts';

/** How the text is shown: by the preferences of this machine, and by what is hidden for now. */
export function useLooks(): Looks {
  const { chips, relations, showInvisibles, gutter, wrapLines, showMap } = useSettings();
  const types = useTypeLooks((state) => state.types);
  return useMemo(
    () => ({ chips, relations, showInvisibles, gutter, wrapLines, showMap, types }),
    [chips, relations, showInvisibles, gutter, wrapLines, showMap, types],
  );
}
