import type { EditorView } from '@codemirror/view';
import { snapToGraphemes } from '#core/text/segment.ts';
import { contextOf } from '../context.ts';
import { positionAt } from '../pointer/position.ts';
import { draftField, setDraft } from './draft.ts';
import { type EdgeName, moveEdgeTo, snapEdge } from './move-edge.ts';

/**
 * Moves an edge of the selected span with the mouse, from the press on its handle to the release.
 * Shows the result all the while; Escape puts it back.
 */
export function dragEdge(view: EditorView, handle: HTMLElement, press: PointerEvent): void {
  const { props } = contextOf(view);
  const span = props.selected?.kind === 'span' ? props.index.span(props.selected.id) : undefined;
  const edge: EdgeName = handle.dataset.edge === 'start' ? 'start' : 'end';
  const part = Number(handle.dataset.part);
  const range = span?.ranges[part];
  if (!span || !range || props.readOnly) return;
  const { text } = props;

  const move = (event: PointerEvent) => {
    const pos = positionAt(view, { x: event.clientX, y: event.clientY });
    const isByWord = (props.snap === 'word') !== event.altKey;
    const offset = isByWord
      ? snapEdge(text, range, edge, pos)
      : snapToGraphemes(text, { start: pos, end: pos }).start;
    const ranges = moveEdgeTo(text, span.ranges, part, edge, offset);
    view.dispatch({ effects: setDraft.of({ spanId: span.id, ranges, part, edge }) });
  };
  const finish = (isKept: boolean) => {
    document.removeEventListener('pointermove', move);
    document.removeEventListener('pointerup', keep);
    document.removeEventListener('pointercancel', cancel);
    document.removeEventListener('keydown', giveUp, true);
    const draft = view.state.field(draftField);
    view.dispatch({ effects: setDraft.of(null) });
    if (!isKept || !draft) return;
    const isMoved = draft.ranges.some(({ start, end }, i) => {
      const before = span.ranges[i];
      return start !== before?.start || end !== before.end;
    });
    if (isMoved) contextOf(view).props.onMoveEdges(span.id, draft.ranges);
  };
  const keep = () => finish(true);
  const cancel = () => finish(false);
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    cancel();
  };
  press.preventDefault();
  document.addEventListener('pointermove', move);
  document.addEventListener('pointerup', keep);
  document.addEventListener('pointercancel', cancel);
  document.addEventListener('keydown', giveUp, true);
}
