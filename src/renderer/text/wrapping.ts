import { Compartment, type Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { contextOf, type TextContext } from './context.ts';

const compartment = new Compartment();

/** Whether lines are wrapped, as the props say when the state is made. */
export const wrapping = ({ props }: TextContext): Extension =>
  compartment.of(props.looks.wrapLines ? EditorView.lineWrapping : []);

/** Wraps lines or not, as the props say now. */
export function syncWrapping(view: EditorView): void {
  const { wrapLines } = contextOf(view).props.looks;
  if (wrapLines === view.lineWrapping) return;
  view.dispatch({ effects: compartment.reconfigure(wrapLines ? EditorView.lineWrapping : []) });
}
