import type { EditorView } from '@codemirror/view';
import type { Span } from '#core/model/span.ts';
import { contextOf } from '../context.ts';
import type { Point } from '../props.ts';
import { selectedWords } from '../words.ts';

/**
 * What a click on these spans does: selects the first; where one of them is selected already, the
 * next, round and round. While a relation is being drawn it takes the first other span as its target.
 * @param spans the innermost first. @returns whether there was one to choose.
 */
export function chooseSpan(view: EditorView, spans: readonly Span[], point: Point): boolean {
  const { selected, linking, onLink, onSelect } = contextOf(view).props;
  if (linking !== null) {
    const target = spans.find((span) => span.id !== linking);
    if (target) onLink(linking, target.id, point);
    return target !== undefined;
  }
  const at = spans.findIndex((span) => selected?.kind === 'span' && selected.id === span.id);
  const next = spans[(at + 1) % Math.max(1, spans.length)];
  if (next) onSelect({ kind: 'span', id: next.id });
  return next !== undefined;
}

/** The spans at the caret, the innermost first: those on its right, or else on its left. */
export function spansAtCaret(view: EditorView): readonly Span[] {
  const context = contextOf(view);
  const { head } = view.state.selection.main;
  const right = context.spansAt(head);
  return right.length > 0 || head === 0 ? right : context.spansAt(head - 1);
}

/** The same by key: tags the selected words where a type is armed, else chooses a span at the caret. */
export function chooseHere(view: EditorView): boolean {
  const { armed, readOnly, onTag, selected, linking } = contextOf(view).props;
  const words = selectedWords(view);
  if (armed !== null && words && !readOnly) {
    onTag(words);
    return true;
  }
  const box = view.coordsAtPos(view.state.selection.main.head);
  const point = { x: box?.left ?? 0, y: box?.bottom ?? 0 };
  const spans = spansAtCaret(view);
  const isTarget = linking !== null && selected?.kind === 'span' && selected.id !== linking;
  const first = isTarget ? spans.filter((span) => span.id === selected.id) : [];
  return chooseSpan(view, first.length > 0 ? first : spans, point);
}
