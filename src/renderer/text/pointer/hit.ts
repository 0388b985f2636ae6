import type { EditorView } from '@codemirror/view';
import type { Span } from '#core/model/span.ts';
import { contextOf } from '../context.ts';
import { heapOf } from '../overlay/draw-chips.ts';
import type { Point } from '../props.ts';
import { characterAt } from './position.ts';

/** The spans under the point, the innermost first; above all the one whose chip is there. */
export function spansAtPoint(view: EditorView, point: Point): readonly Span[] {
  const context = contextOf(view);
  const element = document.elementFromPoint(point.x, point.y);
  const chip = element instanceof HTMLElement ? element.closest<HTMLElement>('[data-span]') : null;
  const heap = element?.closest('[data-heap]');
  const counted = heap && heapOf(heap);
  if (counted) return counted;
  const chipped = chip?.dataset.span ? context.props.index.span(chip.dataset.span) : undefined;
  if (chipped) return [chipped];
  if (!element || !view.contentDOM.contains(element)) return [];
  const pos = characterAt(view, point);
  return pos === null ? [] : context.spansAt(pos);
}
