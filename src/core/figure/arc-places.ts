import { packLanes } from '../layout/pack-lanes.ts';
import type { SpanId } from '../model/ids.ts';
import type { ArcPart } from './arc-parts.ts';
import { cutToWidth } from './chip-places.ts';
import type { FigureOptions, TextMeasurer } from './figure.ts';
import type { Extent } from './place-words.ts';

/** A part of a relation with its lane above its line. Lengths in CSS pixels. */
export interface PlacedArc {
  readonly part: ArcPart;
  /** From where to where it runs, as the relation points. */
  readonly x: readonly [from: number, to: number];
  readonly label: { readonly words: string; readonly left: number; readonly width: number } | null;
  /** 0 is the lane next to the chips. */
  readonly lane: number;
}

const LABEL_PADDING = 6;
const GAP = 6;
/** How much of a part is seen beside its name, at least. */
const STUB = 26;
const BESIDE = 3;

/**
 * Gives the arcs above one line their feet and lanes. Feet on one span stand side by side, those that
 * lead to the left on its left; no two arcs of one lane meet, nor do their labels.
 *
 * @param feet where the feet of each span may stand.
 */
export function placeArcs(
  parts: readonly ArcPart[],
  feet: (span: SpanId) => Extent,
  { width, labelFont }: FigureOptions,
  measurer: TextMeasurer,
): readonly PlacedArc[] {
  const xOf = spreadFeet(parts, feet, width);
  const wishes = parts.map((part, i) => {
    const x = [xOf(i, 'from'), xOf(i, 'to')] as const;
    const drawn = { left: Math.min(...x), right: Math.max(...x) };
    const label =
      part.label === ''
        ? null
        : labelOf(part, drawn, width, (words) => measurer.width(words, labelFont));
    return {
      part,
      x,
      label,
      left: Math.min(drawn.left, label?.left ?? drawn.left),
      right: Math.max(drawn.right, label ? label.left + label.width : drawn.right),
    };
  });
  const lanes = packLanes(wishes, GAP);
  return wishes.map(({ part, x, label }, i) => ({ part, x, label, lane: lanes[i] ?? 0 }));
}

function labelOf(
  { from, to, side, label }: ArcPart,
  drawn: Extent,
  width: number,
  measure: (words: string) => number,
) {
  const words = cutToWidth(label, width - LABEL_PADDING, measure);
  const wide = measure(words) + LABEL_PADDING;
  // Over a whole arc in its middle; over a part near the span, where it is looked for; where the way
  // to the figure's side is too short for it, on the span's other side.
  let left = (drawn.left + drawn.right - wide) / 2;
  if (from === null || to === null) {
    const isRoomy = drawn.right - drawn.left >= wide + STUB;
    if (side === 'right') left = isRoomy ? drawn.left + STUB / 2 : drawn.left - wide - BESIDE;
    else left = isRoomy ? drawn.right - wide - STUB / 2 : drawn.right + BESIDE;
  }
  return { words, width: wide, left: Math.max(0, Math.min(left, width - wide)) };
}

interface Foot {
  readonly arc: number;
  readonly end: 'from' | 'to';
  /** Where the arc leads to from here. */
  readonly toward: number;
}

function spreadFeet(
  parts: readonly ArcPart[],
  feet: (span: SpanId) => Extent,
  width: number,
): (arc: number, end: 'from' | 'to') => number {
  const bySpan = new Map<SpanId, Foot[]>();
  const sideOf = ({ side }: ArcPart) => (side === 'left' ? 0 : width);
  const middle = (span: SpanId | null, part: ArcPart) => {
    if (span === null) return sideOf(part);
    const { left, right } = feet(span);
    return (left + right) / 2;
  };
  for (const [arc, part] of parts.entries()) {
    const add = (span: SpanId | null, end: 'from' | 'to', toward: number) => {
      if (span === null) return;
      const list = bySpan.get(span) ?? [];
      list.push({ arc, end, toward });
      bySpan.set(span, list);
    };
    add(part.from, 'from', middle(part.to, part));
    add(part.to, 'to', middle(part.from, part));
  }
  const places = new Map<string, number>();
  for (const [span, list] of bySpan) {
    const { left, right } = feet(span);
    list.sort((a, b) => a.toward - b.toward || a.arc - b.arc);
    for (const [i, { arc, end }] of list.entries()) {
      places.set(`${arc} ${end}`, left + ((right - left) * (i + 1)) / (list.length + 1));
    }
  }
  return (arc, end) => {
    const part = parts[arc];
    // Passed by: from side to side, as the relation points.
    if (part?.from === null && part.to === null) return end === 'from' ? 0 : width;
    return places.get(`${arc} ${end}`) ?? (part ? sideOf(part) : 0);
  };
}
