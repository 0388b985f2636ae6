import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { Range } from '#core/model/range.ts';

/** Room that should stay free above and below what is revealed, in CSS pixels. */
const MARGIN = 72;

/**
 * Puts the caret at the start of the range and scrolls it into view: to the middle where it is out of
 * view, not at all where it is well in view.
 */
export function revealRange(view: EditorView, range: Range, isSelected = false): void {
  const length = view.state.doc.length;
  const start = Math.min(range.start, length);
  const end = Math.min(range.end, length);
  const selection = isSelected ? EditorSelection.range(start, end) : EditorSelection.cursor(start);
  const y = isInView(view, start) ? 'nearest' : 'center';
  view.dispatch({
    selection: EditorSelection.create([selection]),
    effects: EditorView.scrollIntoView(start, { y, yMargin: y === 'nearest' ? MARGIN : 0 }),
  });
}

function isInView(view: EditorView, pos: number): boolean {
  if (pos < view.viewport.from || pos > view.viewport.to) return false;
  const box = view.coordsAtPos(pos);
  const frame = view.scrollDOM.getBoundingClientRect();
  return box !== null && box.top >= frame.top && box.bottom <= frame.bottom;
}
