import type { TextContext } from '../context.ts';
import { quoteOf, shorten } from '../quote.ts';
import type { Geometry } from './geometry.ts';
import type { DrawnRelation } from './relations-in-view.ts';
import { type Feet, spreadFeet } from './spread-feet.ts';
import { textWidth } from './text-width.ts';

/** The part of a relation that runs along one line, on a lane of its own: from `left` to `right`. */
export interface Run {
  readonly line: number;
  readonly left: number;
  readonly right: number;
}

/** Which way a relation takes, before it has its lanes. Lengths in CSS pixels. */
export interface Plan {
  readonly drawn: DrawnRelation;
  readonly label: string;
  readonly width: number;
  /** Where the middle of its label is, if that stands beside an arc that is too short for it. */
  readonly beside?: number;
  /** One, or for an arc between two lines that of its start and that of its end. */
  readonly runs: readonly Run[];
  readonly feet: Feet;
  /** The margin it goes through, where its ends are on different lines. */
  readonly margin: 'left' | 'right' | null;
}

const LABEL_WIDTH = 150;
const STUB_WIDTH = 300;
/** So much of an arc is to be seen beside its label: both corners and the arrowhead. */
const ROOM_FOR_ENDS = 16;

/** Plans a way for each relation: above the lines, and over line breaks through a margin. */
export function planRoutes(
  context: TextContext,
  geometry: Geometry,
  all: readonly DrawnRelation[],
): readonly Plan[] {
  const feet = spreadFeet(all);
  return all.map((drawn, i) => {
    const stand = feet[i] ?? { fromX: 0, toX: 0 };
    return drawn.isStub
      ? planStub(context, geometry, drawn, stand)
      : planArc(geometry, drawn, stand);
  });
}

function planStub(
  context: TextContext,
  geometry: Geometry,
  drawn: DrawnRelation,
  feet: Feet,
): Plan {
  const label = stubLabel(context, drawn);
  const width = Math.min(STUB_WIDTH, textWidth(label)) + 10;
  const foot = drawn.from ? feet.fromX : feet.toX;
  const isLeft = foot + 12 + width > geometry.right;
  const left = isLeft ? foot - 10 - width : foot - 2;
  const line = (drawn.from ?? drawn.to)?.line ?? 0;
  return {
    drawn,
    label,
    width,
    runs: [{ line, left, right: left + width + 12 }],
    feet,
    margin: null,
  };
}

function planArc(geometry: Geometry, drawn: DrawnRelation, feet: Feet): Plan {
  const { from, to, relation } = drawn;
  const label = shorten(relation.type, 40);
  const width = Math.min(LABEL_WIDTH, textWidth(label)) + 8;
  if (from && to && from.line === to.line) {
    const [left, right] = [Math.min(feet.fromX, feet.toX), Math.max(feet.fromX, feet.toX)];
    if (right - left < width + ROOM_FOR_ENDS) {
      const isRight = right + 4 + width < geometry.right;
      const beside = isRight ? right + 4 + width / 2 : left - 4 - width / 2;
      const line = from.line;
      const runs = isRight
        ? [{ line, left: left - 4, right: right + 4 + width }]
        : [{ line, left: left - 4 - width, right: right + 4 }];
      return { drawn, label, width, beside, runs, feet, margin: null };
    }
    const runs = [{ line: from.line, left, right }];
    return { drawn, label, width, runs, feet, margin: null };
  }
  // The lower end decides: scrolling up, it is there before the upper one, and nothing moves below.
  const isFromLower = from !== undefined && (to === undefined || from.line > to.line);
  const isRight =
    !geometry.isWide &&
    (isFromLower ? feet.fromX : feet.toX) > (geometry.left + geometry.right) / 2;
  const runs: Run[] = [];
  for (const [place, x] of [
    [from, feet.fromX],
    [to, feet.toX],
  ] as const) {
    if (!place) continue;
    const left = isRight ? Math.min(x, geometry.right - width) : geometry.left;
    const right = isRight ? geometry.right : Math.max(x, geometry.left + width);
    runs.push({ line: place.line, left, right });
  }
  return { drawn, label, width, runs, feet, margin: isRight ? 'right' : 'left' };
}

/** The far end as a stub names it: `holds role → Defence Minister ↓`. */
function stubLabel({ props }: TextContext, drawn: DrawnRelation): string {
  const { relation, from, isFarAbove, more } = drawn;
  const far = props.index.span(from ? relation.to : relation.from);
  const words = far ? shorten(quoteOf(props.text, far), 24) : '?';
  const others = more > 0 ? ` · ${more} more` : '';
  return `${relation.type} ${from ? '→' : '←'} ${words} ${isFarAbove ? '↑' : '↓'}${others}`;
}
