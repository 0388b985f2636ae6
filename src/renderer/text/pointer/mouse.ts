import { EditorSelection, type SelectionRange } from '@codemirror/state';
import { EditorView, type MouseSelectionStyle } from '@codemirror/view';
import { snapToGraphemes, snapToWords } from '#core/text/segment.ts';
import { contextOf } from '../context.ts';
import { keptField } from '../kept-words.ts';
import { selectedWords, tellWords } from '../words.ts';
import { chooseSpan } from './choose.ts';
import { dragging } from './dragging.ts';
import { spansAtPoint } from './hit.ts';
import { positionAt } from './position.ts';

/** A press that moves less than this, in CSS pixels, is a click. */
const CLICK = 4;

/**
 * Selecting with the mouse: by whole words, with Alt by characters (or the other way round, as the
 * settings say). What is selected while dragging is what will be selected on release.
 */
const selectionStyle = EditorView.mouseSelectionStyle.of(
  (view, press): MouseSelectionStyle | null => {
    if (press.button !== 0) return null;
    const { text } = contextOf(view).props;
    const start = positionAt(view, { x: press.clientX, y: press.clientY });
    const before = withKept(view);
    return {
      get(event, isExtending, isAdding) {
        const head = positionAt(view, { x: event.clientX, y: event.clientY });
        const anchor = isExtending ? before.main.anchor : start;
        const range = snap(
          view,
          event,
          anchor,
          isMoved(press, event) || isExtending ? head : start,
        );
        if (!isAdding) return EditorSelection.create([range]);
        const others = before.ranges.filter((other) => !other.empty);
        if (range.empty) return others.length > 0 ? before : EditorSelection.create([range]);
        return EditorSelection.create([...others, range], others.length);
      },
      update: () => false,
    };

    function snap(of: EditorView, event: MouseEvent, anchor: number, head: number): SelectionRange {
      const range = { start: Math.min(anchor, head), end: Math.max(anchor, head) };
      const clicks = press.detail;
      if (clicks >= 3) {
        const from = of.state.doc.lineAt(range.start).from;
        return EditorSelection.range(from, of.state.doc.lineAt(range.end).to);
      }
      if (clicks === 1 && anchor === head) return EditorSelection.cursor(head);
      const isByWord = clicks === 2 || (contextOf(of).props.snap === 'word') !== event.altKey;
      const snapped = isByWord ? snapToWords(text, range) : snapToGraphemes(text, range);
      if (!snapped) return EditorSelection.cursor(head);
      const { start: from, end: to } = snapped;
      return head < anchor ? EditorSelection.range(to, from) : EditorSelection.range(from, to);
    }
  },
);

/** The selection, with the words that were kept by key, which a Ctrl drag adds to as well. */
function withKept({ state }: EditorView): EditorSelection {
  const kept = state.field(keptField);
  if (!kept) return state.selection;
  const ranges = kept.map(({ start, end }) => EditorSelection.range(start, end));
  return EditorSelection.create([...ranges, ...state.selection.ranges.filter((r) => !r.empty)]);
}

/** On release: a click chooses a span, a drag tells the words, and tags them where a type is armed. */
const release = EditorView.domEventHandlers({
  mousedown(press, view) {
    if (press.button !== 0) return false;
    dragging.add(view);
    const up = (event: MouseEvent) => {
      window.removeEventListener('mouseup', up);
      finish(view, press, event);
    };
    // On the window: after CodeMirror's own listener on the document, which may still change the
    // selection, and before the next key.
    window.addEventListener('mouseup', up);
    return false;
  },
  // Selected words are no parcel to be dragged away.
  dragstart(event) {
    event.preventDefault();
    return true;
  },
});

function finish(view: EditorView, press: MouseEvent, event: MouseEvent): void {
  dragging.delete(view);
  tellWords(view);
  const { armed, readOnly, onTag, onSelect, linking } = contextOf(view).props;
  const words = selectedWords(view);
  const isAdding = event.ctrlKey || event.metaKey;
  if (words) {
    if (armed !== null && !readOnly && !isAdding) onTag(words);
    return;
  }
  if (isMoved(press, event) || press.detail > 1 || press.shiftKey) return;
  const point = { x: event.clientX, y: event.clientY };
  const isChosen = chooseSpan(view, spansAtPoint(view, point), point);
  if (!isChosen && linking === null) onSelect(null);
}

function isMoved(press: MouseEvent, event: MouseEvent): boolean {
  return Math.hypot(press.clientX - event.clientX, press.clientY - event.clientY) >= CLICK;
}

export const mouse = [selectionStyle, release];
