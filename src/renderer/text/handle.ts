import type { EditorView } from '@codemirror/view';
import { contextOf } from './context.ts';
import { overlay } from './overlay/overlay.ts';
import { chooseHere } from './pointer/choose.ts';
import type { Box, TextViewHandle } from './props.ts';
import { revealRange } from './reveal.ts';
import { listSpansHere } from './span-list.ts';
import { keepWords, selectedWords, selectWords } from './words.ts';

/**
 * What the shell may ask, answered by the editor of the moment.
 * @param editor gives it; `null` before it is there and after it is gone.
 */
export function makeHandle(
  editor: () => EditorView | null,
  openFind: (words: string) => void,
  openOutline: () => void,
): TextViewHandle {
  return {
    focus: () => editor()?.focus(),
    reveal(target) {
      const view = editor();
      if (!view) return;
      const { index } = contextOf(view).props;
      const range = typeof target === 'string' ? index.span(target)?.ranges[0] : target;
      if (range) revealRange(view, range);
    },
    caret: () => editor()?.state.selection.main.head ?? 0,
    selectHere() {
      const view = editor();
      return view !== null && chooseHere(view);
    },
    coordsOf(spanId) {
      const view = editor();
      return view && boxOf(view, spanId);
    },
    coordsOfCaret() {
      const view = editor();
      return view?.coordsAtPos(view.state.selection.main.head) ?? null;
    },
    selectWords(ranges) {
      const view = editor();
      if (view) selectWords(view, ranges);
    },
    listHere() {
      const view = editor();
      return view !== null && listSpansHere(view);
    },
    openOutline,
    keepWords() {
      const view = editor();
      if (view) keepWords(view);
    },
    openFind() {
      const view = editor();
      if (!view) return;
      const [range] = selectedWords(view) ?? [];
      const words = range ? contextOf(view).props.text.slice(range.start, range.end) : '';
      openFind(words.length > 200 || words.includes('\n') ? '' : words);
    },
  };
}

function boxOf(view: EditorView, spanId: string): Box | null {
  const chip = view.plugin(overlay)?.chipOf(spanId)?.getBoundingClientRect();
  const range = contextOf(view).props.index.span(spanId)?.ranges[0];
  if (!range) return null;
  const start = view.coordsAtPos(range.start, 1);
  // Without chips, or where it is only counted, the words themselves.
  if (!chip) return start;
  const { left, top, right } = chip;
  return { left, top, right, bottom: start?.bottom ?? chip.bottom };
}
