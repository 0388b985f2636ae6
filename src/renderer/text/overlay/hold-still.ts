import type { EditorView } from '@codemirror/view';

/**
 * Does something that changes the height of lines, and keeps the line in the middle of the view where
 * it is: whichever way it scrolls, what comes into view grows outward. CodeMirror keeps the paragraph
 * at the top, which may be the very one that grows.
 */
export function holdStill(view: EditorView, change: () => void): void {
  const { scrollDOM } = view;
  const frame = scrollDOM.getBoundingClientRect();
  const content = view.contentDOM.getBoundingClientRect();
  const point = { x: (content.left + content.right) / 2, y: (frame.top + frame.bottom) / 2 };
  const pos = scrollDOM.scrollTop > 0 ? view.posAtCoords(point, false) : null;
  const before = pos === null ? null : view.coordsAtPos(pos, 1);
  change();
  // Asking for a place makes CodeMirror measure now, before this frame is painted.
  const after = view.coordsAtPos(pos ?? view.viewport.from, 1);
  if (before && after && Math.abs(after.top - before.top) >= 1) {
    scrollDOM.scrollTop += after.top - before.top;
  }
}
