import { EditorSelection, type SelectionRange } from '@codemirror/state';
import { type Command, Direction, EditorView, type KeyBinding, keymap } from '@codemirror/view';
import { wordStepBack, wordStepForward } from '#core/text/word-steps.ts';
import { contextOf } from './context.ts';
import { BY_KEY } from './kept-words.ts';

/** Room kept free above and below the caret, for chips and arcs, in CSS pixels. */
const MARGIN = 72;

type Move = (view: EditorView, range: SelectionRange) => SelectionRange;

const isLtrAt = (view: EditorView, pos: number) => view.textDirectionAt(pos) === Direction.LTR;
const isForward = (view: EditorView, range: SelectionRange, side: 'left' | 'right') =>
  (side === 'right') === isLtrAt(view, range.head);

/** The caret keys. CodeMirror knows how to move, also beyond what is drawn; the browser does not. */
const MOVES: readonly (readonly [key: string, move: Move])[] = [
  ['ArrowLeft', (view, range) => view.moveByChar(range, isForward(view, range, 'left'))],
  ['ArrowRight', (view, range) => view.moveByChar(range, isForward(view, range, 'right'))],
  ['ArrowUp', (view, range) => vertically(view, range, false)],
  ['ArrowDown', (view, range) => vertically(view, range, true)],
  ['Mod-ArrowLeft', (view, range) => word(view, range, isForward(view, range, 'left'))],
  ['Mod-ArrowRight', (view, range) => word(view, range, isForward(view, range, 'right'))],
  ['Mod-ArrowUp', (view, range) => paragraph(view, range, false)],
  ['Mod-ArrowDown', (view, range) => paragraph(view, range, true)],
  ['Home', (view, range) => view.moveToLineBoundary(range, false)],
  ['End', (view, range) => view.moveToLineBoundary(range, true)],
  ['Mod-Home', () => EditorSelection.cursor(0)],
  ['Mod-End', (view) => EditorSelection.cursor(view.state.doc.length)],
  ['PageUp', (view, range) => vertically(view, range, false, pageOf(view))],
  ['PageDown', (view, range) => vertically(view, range, true, pageOf(view))],
];

function vertically(view: EditorView, range: SelectionRange, forward: boolean, distance?: number) {
  const moved = view.moveVertically(range, forward, distance);
  return moved.head === range.head ? view.moveToLineBoundary(range, forward) : moved;
}

function paragraph(view: EditorView, { head }: SelectionRange, forward: boolean) {
  const { doc } = view.state;
  const line = doc.lineAt(head);
  if (forward) return EditorSelection.cursor(Math.min(doc.length, line.to + 1));
  return EditorSelection.cursor(
    head > line.from ? line.from : doc.lineAt(Math.max(0, head - 1)).from,
  );
}

/** By words of the language's own, also where no blanks part them. */
function word(view: EditorView, { head }: SelectionRange, forward: boolean) {
  const { text } = contextOf(view).props;
  return EditorSelection.cursor((forward ? wordStepForward : wordStepBack)(text, head));
}

function pageOf(view: EditorView): number {
  return Math.max(view.defaultLineHeight, view.scrollDOM.clientHeight - 2 * view.defaultLineHeight);
}

function go(move: Move, isSideways: boolean): Command {
  return (view) => {
    const { main } = view.state.selection;
    // Words that are selected are left at their edge, as everywhere.
    const isLeaving = isSideways && !main.empty;
    const moved = isLeaving ? edgeOf(view, main, move) : move(view, main);
    set(
      view,
      EditorSelection.create([
        EditorSelection.cursor(
          moved.head,
          moved.assoc,
          moved.bidiLevel ?? undefined,
          moved.goalColumn,
        ),
      ]),
    );
    return true;
  };
}

function edgeOf(view: EditorView, range: SelectionRange, move: Move): SelectionRange {
  const isAfter = move(view, EditorSelection.cursor(range.from)).head >= range.from;
  return EditorSelection.cursor(isAfter ? range.to : range.from);
}

function extend(move: Move): Command {
  return (view) => {
    const { main } = view.state.selection;
    const moved = move(view, main);
    const range = EditorSelection.range(
      main.anchor,
      moved.head,
      moved.goalColumn,
      moved.bidiLevel ?? undefined,
    );
    set(view, EditorSelection.create([range]));
    return true;
  };
}

function set(view: EditorView, selection: EditorSelection): void {
  const { head } = selection.main;
  view.dispatch({
    selection,
    effects: EditorView.scrollIntoView(head, { y: 'nearest', yMargin: MARGIN }),
    userEvent: BY_KEY,
  });
}

const bindings = MOVES.map(
  ([key, move]): KeyBinding => ({
    key,
    run: go(move, key === 'ArrowLeft' || key === 'ArrowRight'),
    shift: extend(move),
    preventDefault: true,
  }),
);

const selectAll: KeyBinding = {
  key: 'Mod-a',
  run: (view) => {
    view.dispatch({ selection: { anchor: 0, head: view.state.doc.length } });
    return true;
  },
};

export const caretKeys = keymap.of([...bindings, selectAll]);
