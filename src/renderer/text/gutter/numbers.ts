import type { EditorView } from '@codemirror/view';
import { contextOf } from '../context.ts';
import type { Geometry } from '../overlay/geometry.ts';
import type { Keyed } from '../overlay/keyed.ts';
import styles from './numbers.module.css';

/** A number beside the text. Lengths in CSS pixels, from the scrolled content's corner. */
export interface LineNumber {
  readonly label: string;
  readonly right: number;
  readonly baseline: number;
}

/** Room between the numbers and the text, in which arcs go round. */
const APART = 44;
/** Sentences are counted in parts of so many characters, with a pause after each. */
const PART = 100_000;

/** Reads where numbers of lines or sentences stand; for the read phase of a measure cycle. */
export function readNumbers(
  view: EditorView,
  geometry: Geometry,
  origin: { readonly y: number },
): readonly LineNumber[] {
  const { gutter } = contextOf(view).props.looks;
  if (gutter === 'none') return [];
  const places = gutter === 'lines' ? linesOf(view) : sentencesOf(view);
  const numbers: { first: number; last: number; baseline: number }[] = [];
  for (const { number, start } of places) {
    const box = view.coordsAtPos(start, 1);
    if (!box) continue;
    const baseline = box.top - origin.y + geometry.font.boxTop;
    const before = numbers.at(-1);
    // Sentences that start in one line of the screen share a number's place.
    if (before && Math.abs(before.baseline - baseline) < 4) before.last = number;
    else numbers.push({ first: number, last: number, baseline });
  }
  return numbers.map(({ first, last, baseline }) => ({
    label: first === last ? String(first) : `${first}–${last}`,
    right: Math.max(8, geometry.left - APART),
    baseline,
  }));
}

function* linesOf(view: EditorView) {
  const { doc } = view.state;
  for (const { from, to } of view.visibleRanges) {
    for (let pos = from; pos <= to; ) {
      const line = doc.lineAt(pos);
      if (line.from >= from) yield { number: line.number, start: line.from };
      pos = line.to + 1;
    }
  }
}

function* sentencesOf(view: EditorView) {
  const { sentences } = contextOf(view);
  if (sentences.read <= view.viewport.to) countOn(view);
  for (const { from, to } of view.visibleRanges) yield* sentences.startsIn(from, to);
}

const counting = new WeakSet<EditorView>();

/** Counts sentences up to what is in view, without keeping anyone waiting, and then draws anew. */
function countOn(view: EditorView): void {
  if (counting.has(view)) return;
  counting.add(view);
  setTimeout(() => {
    counting.delete(view);
    if (!view.dom.isConnected) return;
    const { sentences } = contextOf(view);
    const isWhole = sentences.readOn(PART);
    if (!isWhole && sentences.read <= view.viewport.to) countOn(view);
    else whenCounted.get(view)?.();
  });
}

/** What is to be done when the sentences in view have been counted. */
export const whenCounted = new WeakMap<EditorView, () => void>();

export function makeNumber(): HTMLSpanElement {
  const element = document.createElement('span');
  element.className = styles.number ?? '';
  // The status line says the line of the caret to those who cannot see this.
  element.setAttribute('aria-hidden', 'true');
  return element;
}

/** Draws the numbers at the left of the text. */
export function drawNumbers(
  numbers: readonly LineNumber[],
  elements: Keyed<HTMLSpanElement>,
): void {
  elements.begin();
  for (const { label, right, baseline } of numbers) {
    elements.draw(label, `${right} ${baseline}`, (element) => {
      element.textContent = label;
      element.style.width = `${right}px`;
      element.style.transform = `translate(0, ${Math.round(baseline - 12)}px)`;
    });
  }
  elements.end();
}
