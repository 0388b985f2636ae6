import type { EditorView } from '@codemirror/view';
import { contextOf } from '../context.ts';
import type { Keyed } from '../overlay/keyed.ts';
import styles from '../overlay/overlay.module.css';
import { entityClass } from '../type-colors.ts';
import { draftField } from './draft.ts';
import type { EdgeName } from './move-edge.ts';

/** An edge of the selected span on screen. Lengths in CSS pixels, from the scrolled content's corner. */
export interface Handle {
  readonly part: number;
  readonly edge: EdgeName;
  readonly x: number;
  readonly top: number;
  readonly height: number;
  readonly type: number;
  readonly isActive: boolean;
}

/** Reads where the edges of the selected span are; those out of view are left out. */
export function readHandles(view: EditorView, origin: { x: number; y: number }): readonly Handle[] {
  const context = contextOf(view);
  const { selected, index } = context.props;
  const span = selected?.kind === 'span' ? index.span(selected.id) : undefined;
  if (!span) return [];
  const draft = view.state.field(draftField);
  const ranges = draft?.spanId === span.id ? draft.ranges : span.ranges;
  const [, type] = context.entityType(span.type);
  const { from, to } = view.viewport;
  const handles: Handle[] = [];
  for (const [part, { start, end }] of ranges.entries()) {
    for (const edge of ['start', 'end'] as const) {
      const pos = edge === 'start' ? start : end;
      const box =
        pos >= from && pos <= to ? view.coordsAtPos(pos, edge === 'start' ? 1 : -1) : null;
      if (!box) continue;
      handles.push({
        part,
        edge,
        x: box.left - origin.x,
        top: box.top - origin.y,
        height: box.bottom - box.top,
        type,
        isActive: draft?.part === part && draft.edge === edge,
      });
    }
  }
  return handles;
}

export function makeHandle(): HTMLDivElement {
  const handle = document.createElement('div');
  // The same is done by key in edge mode; the handle itself says nothing new to a screen reader.
  handle.setAttribute('aria-hidden', 'true');
  const knob = document.createElement('span');
  knob.className = styles.knob ?? '';
  handle.append(knob);
  return handle;
}

/**
 * Draws the edges: bars, each with a knob below the letters to drag it by, unless the set can only be read.
 * The bar takes no hold of the mouse: a drag that begins on letters selects words.
 */
export function drawHandles(
  view: EditorView,
  handles: readonly Handle[],
  elements: Keyed<HTMLDivElement>,
): void {
  const { readOnly } = contextOf(view).props;
  elements.begin();
  for (const handle of handles) {
    const { part, edge, x, top, height, type, isActive } = handle;
    elements.draw(`${part} ${edge}`, `${JSON.stringify(handle)}${readOnly}`, (element) => {
      const state = `${isActive ? styles.active : ''} ${readOnly ? styles.fixed : ''}`;
      element.className = `${styles.handle} ${entityClass(type)} ${state}`;
      const { firstChild: knob } = element;
      if (knob instanceof HTMLElement) Object.assign(knob.dataset, { edge, part: String(part) });
      element.style.height = `${height}px`;
      element.style.transform = `translate(${x - 6}px, ${top}px)`;
    });
  }
  elements.end();
}
