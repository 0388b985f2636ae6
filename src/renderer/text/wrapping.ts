import { Compartment, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { contextOf, type TextContext } from './context.ts';

/**
 * A line longer than this, in UTF-16 units, is wrapped in any case: CodeMirror lets a line run on for
 * two million pixels, and what comes after could not be scrolled to.
 */
const LONGEST = 60_000;

const compartment = new Compartment();

/** Whether lines are wrapped, as the props say when the state is made. */
export const wrapping = ({ props }: TextContext): Extension =>
  compartment.of(isWrapped(props) ? EditorView.lineWrapping : []);

/** Wraps lines or not, as the props say now. */
export function syncWrapping(view: EditorView): void {
  const isWanted = isWrapped(contextOf(view).props);
  if (isWanted === view.lineWrapping) return;
  view.dispatch({ effects: compartment.reconfigure(isWanted ? EditorView.lineWrapping : []) });
}

function isWrapped({ looks, text }: TextContext['props']): boolean {
  return looks.wrapLines || hasTooLongLine(text);
}

let known = { text: '', isTooLong: false };

function hasTooLongLine(text: string): boolean {
  if (known.text !== text) {
    let [start, end] = [0, text.indexOf('\n')];
    while (end >= 0 && end - start <= LONGEST) {
      start = end + 1;
      end = text.indexOf('\n', start);
    }
    known = { text, isTooLong: (end < 0 ? text.length : end) - start > LONGEST };
  }
  return known.isTooLong;
}
