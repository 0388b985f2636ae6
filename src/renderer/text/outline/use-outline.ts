import type { EditorView } from '@codemirror/view';
import { useEffect, useState } from 'react';
import { type OutlineEntry, outlineOf } from '#core/text/outline.ts';
import { outlineOfDetails } from '#core/text/outline-of-details.ts';
import { contextOf } from '../context.ts';

/** The outline of the shown text: what the text itself shows, until it is known what its file brought along. */
export function useOutline(view: EditorView): readonly OutlineEntry[] {
  const { text, readDetails } = contextOf(view).props;
  const [entries, setEntries] = useState(() => outlineOf(text));

  useEffect(() => {
    let isGone = false;
    readDetails?.().then((details) => {
      const brought = outlineOfDetails(text, details);
      if (!isGone && brought.length > 0) setEntries(brought);
    });
    return () => {
      isGone = true;
    };
  }, [text, readDetails]);
  return entries;
}
