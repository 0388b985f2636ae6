import type { EditorView } from '@codemirror/view';

/** A line longer than this, in UTF-16 units, is never drawn whole by CodeMirror. */
const GIANT = 20_000;

/**
 * Keeps CodeMirror from drawing a giant line whole at first. It leaves out the part that is out of
 * view, but takes the gap for a horizontal one until the gaps change; measured so, the line seems
 * short, and all of it is drawn and measured (1.5 s for a megabyte). Moving the caret into the gap
 * and back changes the gaps. To be called on a fresh state, before the first measure.
 */
export function primeGiantLines(view: EditorView): void {
  const { from, to } = view.viewport;
  for (let pos = from; pos <= to; ) {
    const line = view.state.doc.lineAt(pos);
    if (line.length > GIANT) {
      const { main } = view.state.selection;
      view.dispatch({ selection: { anchor: line.to - (GIANT >> 2) } });
      view.dispatch({ selection: main });
      return;
    }
    pos = line.to + 1;
  }
}
