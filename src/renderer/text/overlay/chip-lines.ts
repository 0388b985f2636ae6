import { packChips } from '#core/layout/pack-chips.ts';
import type { TextContext } from '../context.ts';
import type { Anchor, Geometry } from './geometry.ts';
import { textWidth } from './text-width.ts';

/** Height of a row of chips, of a lane of arcs, and between two underlines, in CSS pixels. */
export const ROW = 14;
export const LANE = 13;
export const LEVEL_STEP = 3;

/** A chip that has its place. Lengths in CSS pixels. */
export interface Chip {
  readonly anchor: Anchor;
  readonly label: string;
  readonly left: number;
  readonly width: number;
  readonly row: number;
}

/** One line of the screen with spans that start in it. */
export interface ChipLine {
  readonly baseline: number;
  readonly chips: readonly Chip[];
  /** How many rows of chips there are. */
  readonly rows: number;
}

/** What a continuation of a discontinuous span shows instead of the type's name. */
const CONTINUATION = '⋯';
const PADDING = 8;
const MAX_WIDTH = 140;

/** Groups the anchors into lines of the screen, and finds each chip its place above its line. */
export function chipLines(context: TextContext, geometry: Geometry): readonly ChipLine[] {
  const tolerance = geometry.font.letterTop;
  const anchors = [...geometry.anchors].sort((a, b) => a.baseline - b.baseline);
  const lines: Anchor[][] = [];
  for (const anchor of anchors) {
    const line = lines.at(-1);
    const base = line?.[0]?.baseline ?? Number.NEGATIVE_INFINITY;
    if (line && anchor.baseline - base < tolerance) line.push(anchor);
    else lines.push([anchor]);
  }
  return lines.map((line) => placeChips(context, geometry, line));
}

function placeChips(context: TextContext, geometry: Geometry, anchors: Anchor[]): ChipLine {
  const inOrder = [...anchors].sort(
    (a, b) => a.pos - b.pos || b.level - a.level || a.part - b.part,
  );
  const isMirrored = inOrder.filter((a) => a.isRtl).length * 2 > inOrder.length;
  const sharing = new Map<number, number>();
  for (const { x } of inOrder) sharing.set(Math.round(x), (sharing.get(Math.round(x)) ?? 0) + 1);

  const labels = inOrder.map((a) => (a.part > 0 ? CONTINUATION : chipLabel(context, a.span.type)));
  const widths = labels.map((label) => Math.min(MAX_WIDTH, textWidth(label)) + PADDING);
  const wishes = inOrder.map((anchor, i) => {
    const width = widths[i] ?? 0;
    const wanted = anchor.isRtl ? anchor.x - width : anchor.x;
    const left = Math.max(geometry.left, Math.min(wanted, geometry.right - width));
    const isShared = (sharing.get(Math.round(anchor.x)) ?? 1) > 1;
    const slack = isShared ? 120 : Math.max(0, Math.min(48, anchor.room - 12));
    const roomBeside = isMirrored ? left - geometry.left : geometry.right - width - left;
    return {
      left: isMirrored ? -(left + width) : left,
      width,
      slack: Math.max(0, Math.min(slack, roomBeside)),
    };
  });
  const chips = packChips(wishes).map((place, i) => ({
    anchor: inOrder[i] as Anchor,
    label: labels[i] ?? '',
    left: isMirrored ? -(place.left + (widths[i] ?? 0)) : place.left,
    width: widths[i] ?? 0,
    row: place.row,
  }));
  return {
    baseline: anchors[0]?.baseline ?? 0,
    chips,
    rows: Math.max(0, ...chips.map((chip) => chip.row + 1)),
  };
}

/** A type's name; of `A/B/C` style names the last part is what tells them apart. */
function chipLabel(context: TextContext, type: string): string {
  return context.entityType(type)[0]?.name ?? type;
}
