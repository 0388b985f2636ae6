import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { normalizeRanges, type Range, type Ranges } from '#core/model/range.ts';
import { snapToGraphemes } from '#core/text/segment.ts';
import { contextOf } from './context.ts';
import { dragging } from './pointer/dragging.ts';

/** The words that are selected in the text; never half a character. */
export function selectedWords(view: EditorView): Ranges | null {
  const { text } = contextOf(view).props;
  const ranges = view.state.selection.ranges
    .filter((range) => !range.empty)
    .map((range): Range => snapToGraphemes(text, { start: range.from, end: range.to }));
  return normalizeRanges(ranges) ?? null;
}

/** Selects words as if by hand; `null` puts the selection down where the caret is. */
export function selectWords(view: EditorView, ranges: Ranges | null): void {
  const selection = ranges
    ? EditorSelection.create(ranges.map(({ start, end }) => EditorSelection.range(start, end)))
    : EditorSelection.single(view.state.selection.main.head);
  if (!view.state.selection.eq(selection)) view.dispatch({ selection });
}

const told = new WeakMap<EditorView, string>();

/** Tells which words are selected, where that is news. */
export function tellWords(view: EditorView): void {
  const words = selectedWords(view);
  const key = JSON.stringify(words);
  if ((told.get(view) ?? 'null') === key) return;
  told.set(view, key);
  contextOf(view).props.onSelectWords(words);
}

/** Tells of selections made by key or from outside; the mouse tells when it is released. */
export const wordsListener = EditorView.updateListener.of((update) => {
  if (update.selectionSet && !dragging.has(update.view)) tellWords(update.view);
});
