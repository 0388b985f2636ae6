import type { EditorView } from '@codemirror/view';
import { contextOf } from '../context.ts';
import { dragEdge } from '../edges/edge-drag.ts';
import { chooseSpan } from '../pointer/choose.ts';
import { spansAtPoint } from '../pointer/hit.ts';
import type { AnnotationRef } from '../props.ts';
import { revealRange } from '../reveal.ts';
import { openRelationList, openSpanList } from '../span-list.ts';
import { heapOf } from './draw-chips.ts';
import { bundleOf } from './draw-relations.ts';
import { dragLink } from './link-drag.ts';

/** What a click, a drag or the context menu does on chips, relation labels, arcs and handles. */
export function overlayMouse(view: EditorView, layer: HTMLElement): void {
  // The caret and the selected words stay while something beside the text is pressed.
  layer.addEventListener('mousedown', (event) => event.preventDefault());

  layer.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    const handle = closest(event, '[data-edge]');
    const chip = closest(event, '[data-span]');
    if (handle instanceof HTMLElement) dragEdge(view, handle, event);
    else if (chip?.dataset.span && !contextOf(view).props.readOnly) {
      dragLink(view, layer, chip.dataset.span, event);
    }
  });

  layer.addEventListener('click', (event) => {
    const { props } = contextOf(view);
    const heap = closest(event, '[data-heap]');
    const spans = heap && heapOf(heap);
    if (spans) {
      const { left, bottom } = heap.getBoundingClientRect();
      openSpanList(view, spans, { x: left, y: bottom + 3 });
      return;
    }
    const bundle = closest(event, '[data-bundle]');
    const relations = bundle && bundleOf(bundle);
    if (relations) {
      const { left, bottom } = bundle.getBoundingClientRect();
      openRelationList(view, relations, { x: left, y: bottom + 3 });
      return;
    }
    const { span, relation, jump } = closest(event, '[data-span],[data-relation]')?.dataset ?? {};
    const found = props.index.span(span ?? jump ?? '');
    const point = { x: event.clientX, y: event.clientY };
    if (span && found) {
      view.focus();
      if (props.linking !== null) chooseSpan(view, [found], point);
      else props.onSelect({ kind: 'span', id: span });
    } else if (found) {
      revealRange(view, found.ranges[0]);
      props.onSelect({ kind: 'span', id: found.id });
    } else if (relation) {
      view.focus();
      props.onSelect({ kind: 'relation', id: relation });
    }
  });

  view.scrollDOM.addEventListener('contextmenu', (event) => {
    const { onContext } = contextOf(view).props;
    if (!onContext) return;
    event.preventDefault();
    const point = { x: event.clientX, y: event.clientY };
    const relation = closest(event, '[data-relation]')?.dataset.relation;
    const [span] = spansAtPoint(view, point);
    const ref: AnnotationRef | null = relation
      ? { kind: 'relation', id: relation }
      : span
        ? { kind: 'span', id: span.id }
        : null;
    onContext(point, ref);
  });
}

function closest(event: Event, selector: string): HTMLElement | SVGElement | null {
  const { target } = event;
  return target instanceof Element ? target.closest<HTMLElement | SVGElement>(selector) : null;
}
