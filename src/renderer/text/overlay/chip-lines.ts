import { collapse } from '#core/layout/collapse.ts';
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
  /** 0 is the row next to the text; -1 where chips are not drawn. */
  readonly row: number;
  /** Spans that this chip only counts; empty for the chip of one span. */
  readonly heap: readonly Anchor[];
}

/** One line of the screen with spans that start in it. */
export interface ChipLine {
  readonly baseline: number;
  readonly anchors: readonly Anchor[];
  readonly chips: readonly Chip[];
  /** How many rows of chips there are. */
  readonly rows: number;
}

/** What a continuation of a discontinuous span shows instead of the type's name. */
const CONTINUATION = '⋯';
/** More chips than this over one place are counted; short ones are less in the way. */
const MOST = { full: 4, short: 6, none: Number.POSITIVE_INFINITY };
const PADDING = 8;
/** Room for the mark of a note, behind the name. */
const NOTE_MARK = 6;
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
  const baseline = anchors[0]?.baseline ?? 0;
  const inOrder = [...anchors].sort(
    (a, b) => a.pos - b.pos || b.level - a.level || a.part - b.part,
  );
  const { chips: density } = context.props.looks;
  if (density === 'none') {
    const chips = inOrder.map((anchor) => unseenChip(anchor));
    return { baseline, anchors, chips, rows: 0 };
  }
  const wanted = wishesOf(context, collapseHeaps(context, inOrder, MOST[density]));
  const isMirrored = inOrder.filter((a) => a.isRtl).length * 2 > inOrder.length;
  const sharing = new Map<number, number>();
  for (const { anchor } of wanted) {
    const x = Math.round(anchor.x);
    sharing.set(x, (sharing.get(x) ?? 0) + 1);
  }
  const wishes = wanted.map(({ anchor, width }) => {
    const wish = anchor.isRtl ? anchor.x - width : anchor.x;
    const left = Math.max(geometry.left, Math.min(wish, geometry.right - width));
    const isShared = (sharing.get(Math.round(anchor.x)) ?? 1) > 1;
    const slack = isShared ? 120 : Math.max(0, Math.min(48, anchor.room - 12));
    const roomBeside = isMirrored ? left - geometry.left : geometry.right - width - left;
    return {
      left: isMirrored ? -(left + width) : left,
      width,
      slack: Math.max(0, Math.min(slack, roomBeside)),
    };
  });
  const places = packChips(wishes);
  const chips = wanted.map((chip, i) => {
    const { left, row } = places[i] ?? { left: 0, row: 0 };
    return { ...chip, left: isMirrored ? -(left + chip.width) : left, row };
  });
  return { baseline, anchors, chips, rows: Math.max(0, ...chips.map(({ row }) => row + 1)) };
}

/** Where relations stand on a span that has no chip. */
function unseenChip(anchor: Anchor): Chip {
  const width = Math.max(8, Math.min(anchor.room, 28));
  const left = anchor.isRtl ? anchor.x - width : anchor.x;
  return { anchor, label: '', left, width, row: -1, heap: [] };
}

/** Chips over the same place become one that counts them, where they are too many. */
function collapseHeaps(
  { props: { selected, linking } }: TextContext,
  inOrder: readonly Anchor[],
  most: number,
): readonly (readonly Anchor[])[] {
  const heaps = new Map<number, Anchor[]>();
  for (const anchor of inOrder) {
    const x = Math.round(anchor.x);
    const heap = heaps.get(x) ?? [];
    heaps.set(x, heap);
    heap.push(anchor);
  }
  return [...heaps.values()].flatMap((heap) => {
    const mustShow = ({ span: { id } }: Anchor) => id === linking || id === selected?.id;
    const { shown, counted } = collapse(heap, most, mustShow);
    const single = shown.map((anchor) => [anchor]);
    return counted.length > 0 ? [...single, counted] : single;
  });
}

function wishesOf(context: TextContext, heaps: readonly (readonly Anchor[])[]) {
  return heaps.flatMap((heap) => {
    const [anchor] = heap;
    if (!anchor) return [];
    const label = heap.length > 1 ? `+${heap.length}` : chipLabel(context, anchor);
    const mark = heap.length === 1 && anchor.span.note !== '' ? NOTE_MARK : 0;
    const width = Math.min(MAX_WIDTH, textWidth(label)) + PADDING + mark;
    return [{ anchor, label, width, heap: heap.length > 1 ? heap : [] }];
  });
}

function chipLabel(context: TextContext, { span, part }: Anchor): string {
  if (part > 0) return CONTINUATION;
  return context.props.looks.chips === 'short' ? context.shortName(span.type) : span.type;
}
