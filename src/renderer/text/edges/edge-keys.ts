import { Prec } from '@codemirror/state';
import { Direction, EditorView } from '@codemirror/view';
import { moveEdge } from '#core/text/segment.ts';
import { contextOf } from '../context.ts';
import { draftField, type EdgeDraft, setDraft } from './draft.ts';
import { type EdgeName, moveEdgeTo } from './move-edge.ts';

const isMac = /Mac/u.test(navigator.platform);

/** Enters or leaves edge mode as the props say; entering takes the end of the last range. */
export function syncEdgeMode(view: EditorView): void {
  const { edges, selected, index } = contextOf(view).props;
  const draft = view.state.field(draftField);
  const span = selected?.kind === 'span' ? index.span(selected.id) : undefined;
  if (!edges || !span) {
    if (draft) view.dispatch({ effects: setDraft.of(null) });
    return;
  }
  if (draft?.spanId === span.id) return;
  const part = span.ranges.length - 1;
  const next: EdgeDraft = { spanId: span.id, ranges: span.ranges, part, edge: 'end' };
  view.dispatch({
    effects: [setDraft.of(next), EditorView.scrollIntoView(span.ranges[part]?.end ?? 0)],
  });
  view.focus();
}

/** In edge mode: arrows move the edge, Tab takes another one, Enter keeps, Escape puts back. */
export const edgeKeys = Prec.highest(
  EditorView.domEventHandlers({
    keydown(event, view) {
      const { props } = contextOf(view);
      const draft = view.state.field(draftField);
      if (!props.edges || !draft) return false;
      if (!act(event, view, draft)) return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
  }),
);

function act(event: KeyboardEvent, view: EditorView, draft: EdgeDraft): boolean {
  const { props } = contextOf(view);
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      show(view, moved(event, view, draft));
      return true;
    }
    case 'Tab': {
      show(view, otherEdge(draft, event.shiftKey ? -1 : 1));
      return true;
    }
    case 'Enter': {
      view.dispatch({ effects: setDraft.of(null) });
      props.onMoveEdges(draft.spanId, draft.ranges);
      props.onEdgesEnd();
      return true;
    }
    case 'Escape': {
      view.dispatch({ effects: setDraft.of(null) });
      props.onEdgesEnd();
      return true;
    }
    default:
      return false;
  }
}

function moved(event: KeyboardEvent, view: EditorView, draft: EdgeDraft): EdgeDraft {
  const { text } = contextOf(view).props;
  const { ranges, part, edge } = draft;
  const range = ranges[part];
  if (!range) return draft;
  const offset = edge === 'start' ? range.start : range.end;
  const isLtr = view.textDirectionAt(offset) === Direction.LTR;
  const direction = (event.key === 'ArrowLeft') === isLtr ? 'left' : 'right';
  const unit = (isMac ? event.altKey : event.ctrlKey) ? 'word' : 'character';
  const target = moveEdge(text, offset, edge, direction, unit);
  return { ...draft, ranges: moveEdgeTo(text, ranges, part, edge, target) };
}

function otherEdge(draft: EdgeDraft, step: 1 | -1): EdgeDraft {
  const count = draft.ranges.length * 2;
  const at = draft.part * 2 + (draft.edge === 'end' ? 1 : 0);
  const next = (at + step + count) % count;
  const edge: EdgeName = next % 2 === 0 ? 'start' : 'end';
  return { ...draft, part: Math.floor(next / 2), edge };
}

function show(view: EditorView, draft: EdgeDraft): void {
  const range = draft.ranges[draft.part];
  const at = draft.edge === 'start' ? range?.start : range?.end;
  view.dispatch({ effects: [setDraft.of(draft), EditorView.scrollIntoView(at ?? 0)] });
}
