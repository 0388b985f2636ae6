import { RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';

const auto = Decoration.line({ attributes: { dir: 'auto' } });

/** Gives each line in view the direction of its own first strong letter. */
export const lineDirections = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;

    constructor(view: EditorView) {
      this.decorations = linesIn(view);
    }

    update(update: ViewUpdate): void {
      if (update.docChanged || update.viewportChanged) this.decorations = linesIn(update.view);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function linesIn(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const { from, to } = view.viewport;
  for (let pos = from; pos <= to; ) {
    const line = view.state.doc.lineAt(pos);
    builder.add(line.from, line.from, auto);
    pos = line.to + 1;
  }
  return builder.finish();
}
