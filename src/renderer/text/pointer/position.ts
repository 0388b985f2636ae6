import { Direction, type EditorView } from '@codemirror/view';
import type { Point } from '../props.ts';

/** Offset nearest to the point: before or after the character there. */
export function positionAt(view: EditorView, point: Point): number {
  const found = view.posAtCoords(point, false);
  const pos = strayedFrom(view, point);
  const box = pos === null ? null : view.coordsForChar(pos);
  if (pos === null || !box) return found;
  const line = view.state.doc.lineAt(pos);
  const run = view.bidiSpans(line).find(({ to }) => pos - line.from < to);
  const isLeft = point.x < (box.left + box.right) / 2;
  return isLeft === (run?.dir !== Direction.RTL) ? pos : pos + 1;
}

/** Offset of the character under the point; `null` beside the text. */
export function characterAt(view: EditorView, point: Point): number | null {
  const pos = characterFound(view, point);
  return pos !== null && isOver(view, pos, point) ? pos : strayedFrom(view, point);
}

function characterFound(view: EditorView, point: Point): number | null {
  const found = view.posAndSideAtCoords(point);
  if (!found) return null;
  return found.assoc < 0 ? found.pos - 1 : found.pos;
}

/**
 * The character under the point where CodeMirror finds another one. In lines of both directions its
 * search leaves out what comes after a piece that begins in one direction and ends in the other;
 * there the letters are gone through. `null` where CodeMirror is right, and beside the text.
 */
function strayedFrom(view: EditorView, point: Point): number | null {
  const pos = characterFound(view, point);
  if (pos !== null && isOver(view, pos, point)) return null;
  const element = document.elementFromPoint(point.x, point.y);
  if (!element || element === view.contentDOM || !view.contentDOM.contains(element)) return null;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const isAt = ({ left, right, top, bottom }: DOMRect) =>
    left <= point.x && point.x < right && top <= point.y && point.y < bottom;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    range.selectNodeContents(node);
    if (![...range.getClientRects()].some(isAt)) continue;
    const { length } = node.textContent ?? '';
    for (let i = 0; i < length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      if ([...range.getClientRects()].some(isAt)) return view.posAtDOM(node, i);
    }
  }
  return null;
}

function isOver(view: EditorView, pos: number, { x, y }: Point): boolean {
  const box = pos < 0 ? null : view.coordsForChar(pos);
  return box !== null && x >= box.left - 1 && x <= box.right + 1 && y >= box.top && y <= box.bottom;
}
