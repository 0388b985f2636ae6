import type { EditorView } from '@codemirror/view';
import type { SpanId } from '#core/model/ids.ts';
import { contextOf } from '../context.ts';
import { spansAtPoint } from '../pointer/hit.ts';
import { originOf } from './geometry.ts';
import styles from './overlay.module.css';

const SVG = 'http://www.w3.org/2000/svg';

/** A press that moves less than this, in CSS pixels, is a click. */
const CLICK = 5;

/**
 * Draws a relation with the mouse: from the chip that was pressed to the span where it is released.
 * A line follows the mouse; Escape, or a release beside every span, draws nothing.
 */
export function dragLink(
  view: EditorView,
  layer: HTMLElement,
  from: SpanId,
  press: PointerEvent,
): void {
  // Over everything else, also over the chips.
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', `${styles.arcs} ${styles.above}`);
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('class', styles.linkLine ?? '');
  svg.append(line);
  let isDrawing = false;

  const targetAt = (event: PointerEvent) =>
    spansAtPoint(view, { x: event.clientX, y: event.clientY }).find((span) => span.id !== from);
  const move = (event: PointerEvent) => {
    isDrawing ||= Math.hypot(event.clientX - press.clientX, event.clientY - press.clientY) > CLICK;
    if (!isDrawing) return;
    if (!svg.isConnected) layer.append(svg);
    const { x, y } = originOf(view);
    const [ax, ay] = [press.clientX - x, press.clientY - y];
    const [bx, by] = [event.clientX - x, event.clientY - y];
    const lift = Math.min(40, 12 + Math.abs(bx - ax) / 6);
    const top = Math.min(ay, by) - lift;
    line.setAttribute('d', `M${ax} ${ay}C${ax} ${top} ${bx} ${top} ${bx} ${by}`);
    const state = targetAt(event) ? styles.onTarget : '';
    line.setAttribute('class', `${styles.linkLine} ${state}`);
  };
  const finish = () => {
    svg.remove();
    document.removeEventListener('pointermove', move);
    document.removeEventListener('pointerup', release);
    document.removeEventListener('pointercancel', finish);
    document.removeEventListener('keydown', giveUp, true);
  };
  const release = (event: PointerEvent) => {
    finish();
    if (!isDrawing) return;
    // The click that follows a drag is part of it.
    const swallow = (click: Event) => click.stopPropagation();
    layer.addEventListener('click', swallow, { capture: true, once: true });
    setTimeout(() => layer.removeEventListener('click', swallow, true));
    const target = targetAt(event);
    if (target)
      contextOf(view).props.onLink(from, target.id, { x: event.clientX, y: event.clientY });
  };
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isDrawing) return;
    event.stopPropagation();
    event.preventDefault();
    finish();
  };
  document.addEventListener('pointermove', move);
  document.addEventListener('pointerup', release);
  document.addEventListener('pointercancel', finish);
  document.addEventListener('keydown', giveUp, true);
}
