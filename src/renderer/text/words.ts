import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { normalizeRanges, type Range, type Ranges } from '#core/model/range.ts';
import { trimBlanks } from '#core/text/edges.ts';
import { snapToGraphemes } from '#core/text/segment.ts';
import { contextOf } from './context.ts';
import { keptField, selectedByKey, setKept } from './kept-words.ts';
import { dragging } from './pointer/dragging.ts';

/**
 * The words that are selected in the text, and those kept before; never half a character. By key blanks
 * at the edges are easily taken along: they go where whole words are meant, unless there is nothing else.
 */
export function selectedWords(view: EditorView): Ranges | null {
  const { text, snap } = contextOf(view).props;
  const isTrimmed = snap === 'word' && view.state.field(selectedByKey);
  const ranges = view.state.selection.ranges
    .filter((range) => !range.empty)
    .map((range): Range => {
      const exact = snapToGraphemes(text, { start: range.from, end: range.to });
      const bare = isTrimmed ? trimBlanks(text, exact) : exact;
      return bare.start < bare.end ? bare : exact;
    });
  return normalizeRanges([...(view.state.field(keptField) ?? []), ...ranges]) ?? null;
}

/** Selects words as if by hand; `null` puts the selection down where the caret is. */
export function selectWords(view: EditorView, ranges: Ranges | null): void {
  const selection = ranges
    ? EditorSelection.create(ranges.map(({ start, end }) => EditorSelection.range(start, end)))
    : EditorSelection.single(view.state.selection.main.head);
  const isKeeping = view.state.field(keptField) !== null;
  if (isKeeping || !view.state.selection.eq(selection)) view.dispatch({ selection });
}

/** Keeps the selected words while the caret goes on to select others, which will be one span with them. */
export function keepWords(view: EditorView): void {
  const words = selectedWords(view);
  if (!words) return;
  const { head } = view.state.selection.main;
  view.dispatch({ selection: EditorSelection.single(head), effects: setKept.of(words) });
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
