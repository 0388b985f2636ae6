import { packLanes } from '#core/layout/pack-lanes.ts';
import type { TextContext } from '../context.ts';
import { quoteOf, shorten } from '../quote.ts';
import { type ChipLine, LANE, ROW } from './chip-lines.ts';
import type { Geometry } from './geometry.ts';
import { arrowDown, type Corner, roundedPath } from './paths.ts';
import type { DrawnRelation, Place } from './relations-in-view.ts';
import { textWidth } from './text-width.ts';

/** How one relation is drawn. Lengths in CSS pixels, from the scrolled content's corner. */
export interface Route {
  readonly drawn: DrawnRelation;
  readonly path: string;
  readonly arrow: string;
  readonly label: {
    readonly text: string;
    readonly left: number;
    readonly top: number;
    readonly width: number;
  };
}

/** Along one line: from `left` to `right` on a lane. */
interface Run {
  readonly route: number;
  readonly line: number;
  readonly left: number;
  readonly right: number;
}

export interface Routes {
  readonly routes: readonly Route[];
  /** How many lanes each line needs. */
  readonly lanes: readonly number[];
}

/** Lanes above one line; relations beyond are left out, except those that are wanted. */
const MOST_LANES = 5;
const LABEL_WIDTH = 150;
const MARGIN_STEP = 5;
const MARGIN_LANES = 6;

/** Finds a way for each relation: above the lines, and over line breaks through the margin. */
export function routeRelations(
  context: TextContext,
  geometry: Geometry,
  lines: readonly ChipLine[],
  all: readonly DrawnRelation[],
): Routes {
  const feet = spreadFeet(all);
  const plans = all.map((drawn, i) => planOf(context, geometry, drawn, i, feet));
  const laneOf = packLines(
    lines.length,
    plans.flatMap((plan) => plan.runs),
  );
  const kept = plans.filter(
    ({ drawn, runs }) => drawn.isWanted || runs.every((run) => (laneOf.get(run) ?? 0) < MOST_LANES),
  );
  const lanes = new Array<number>(lines.length).fill(0);
  for (const { runs } of kept)
    for (const run of runs)
      lanes[run.line] = Math.max(lanes[run.line] ?? 0, (laneOf.get(run) ?? 0) + 1);

  const laneY = (run: Run) => {
    const line = lines[run.line];
    const above = (line?.rows ?? 0) * ROW + (laneOf.get(run) ?? 0) * LANE + LANE / 2 + 1;
    return (line?.baseline ?? 0) - geometry.font.letterTop - 2 - above;
  };
  const margins = marginLanes(kept, laneY);
  const routes = kept.map((plan, i) => draw(geometry, lines, plan, laneY, margins[i] ?? 0));
  return { routes, lanes };
}

interface Plan {
  readonly drawn: DrawnRelation;
  readonly text: string;
  readonly width: number;
  readonly runs: readonly Run[];
  /** Where its ends stand on their chips. */
  readonly fromX: number;
  readonly toX: number;
  /** The margin it goes through, where its ends are on different lines. */
  readonly margin: 'left' | 'right' | null;
}

function planOf(
  context: TextContext,
  geometry: Geometry,
  drawn: DrawnRelation,
  route: number,
  feet: ReadonlyMap<string, number>,
): Plan {
  const { from, to, relation } = drawn;
  const fromX = feet.get(`${route} from`) ?? 0;
  const toX = feet.get(`${route} to`) ?? 0;
  if (!from || !to) {
    const text = stubText(context, drawn);
    const width = Math.min(2 * LABEL_WIDTH, textWidth(text)) + 10;
    const foot = from ? fromX : toX;
    const isLeft = foot + 12 + width > geometry.right;
    const left = isLeft ? foot - 10 - width : foot - 2;
    const runs = [{ route, line: (from ?? to)?.line ?? 0, left, right: left + width + 12 }];
    return { drawn, text, width, runs, fromX, toX, margin: null };
  }
  const text = shorten(relation.type, 40);
  const width = Math.min(LABEL_WIDTH, textWidth(text)) + 8;
  if (from.line === to.line) {
    const middle = (fromX + toX) / 2;
    const half = Math.max(Math.abs(fromX - toX) / 2, width / 2 + 3);
    const runs = [{ route, line: from.line, left: middle - half, right: middle + half }];
    return { drawn, text, width, runs, fromX, toX, margin: null };
  }
  const isRight = fromX + toX > geometry.left + geometry.right;
  const run = (line: number, x: number): Run => ({
    route,
    line,
    left: isRight ? Math.min(x, geometry.right - width) : geometry.left,
    right: isRight ? geometry.right : Math.max(x, geometry.left + width),
  });
  const runs = [run(from.line, fromX), run(to.line, toX)];
  return { drawn, text, width, runs, fromX, toX, margin: isRight ? 'right' : 'left' };
}

function draw(
  geometry: Geometry,
  lines: readonly ChipLine[],
  plan: Plan,
  laneY: (run: Run) => number,
  marginLane: number,
): Route {
  const { drawn, text, width, runs, fromX, toX, margin } = plan;
  const { from, to } = drawn;
  const topOf = (place: Place) => {
    const line = lines[place.line];
    return (line?.baseline ?? 0) - geometry.font.letterTop - 2 - (place.chip.row + 1) * ROW;
  };
  const [first, second] = runs;
  const y = first ? laneY(first) : 0;
  const label = (center: number, at: number) => ({
    text,
    width,
    left: clamp(center - width / 2, 2, geometry.width - width - 2),
    top: at - LANE / 2 + 0.5,
  });
  const place = from ?? to;
  if (place && !(from && to)) {
    const foot: Corner = [from ? fromX : toX, topOf(place)];
    const isLeft = (first?.left ?? 0) < foot[0] - 4;
    const pill = isLeft ? (first?.left ?? 0) + width / 2 : foot[0] + 10 + width / 2;
    const path = roundedPath([foot, [foot[0], y], [foot[0] + (isLeft ? -10 : 10), y]]);
    return { drawn, path, arrow: to ? arrowDown(foot) : '', label: label(pill, y) };
  }
  const start: Corner = [fromX, from ? topOf(from) : 0];
  const end: Corner = [toX, to ? topOf(to) : 0];
  const arrow = arrowDown(end);
  if (!margin || !second) {
    const path = roundedPath([start, [fromX, y], [toX, y], end]);
    return { drawn, path, arrow, label: label((fromX + toX) / 2, y) };
  }
  const step = 8 + marginLane * MARGIN_STEP;
  const edge = margin === 'right' ? geometry.right + step : geometry.left - step;
  const y2 = laneY(second);
  const path = roundedPath([start, [fromX, y], [edge, y], [edge, y2], [toX, y2], end]);
  const isFirstLonger = Math.abs(edge - fromX) >= Math.abs(edge - toX);
  const [x, at] = isFirstLonger ? [fromX, y] : [toX, y2];
  const inset = Math.max(width / 2 + 4, Math.min(60, Math.abs(edge - x) / 2));
  const center =
    margin === 'right'
      ? Math.min(x + inset, geometry.right - width / 2)
      : Math.max(x - inset, geometry.left + width / 2);
  return { drawn, path, arrow, label: label(center, at) };
}

/** The far end as a stub names it: `holds role → Defence Minister ↓`. */
function stubText({ props }: TextContext, { relation, from, to }: DrawnRelation): string {
  const farId = from ? relation.to : relation.from;
  const far = props.index.span(farId);
  const near = (from ?? to)?.chip.anchor.pos ?? 0;
  const words = far ? shorten(quoteOf(props.text, far), 24) : '?';
  const way = far && far.ranges[0].start < near ? '↑' : '↓';
  return `${relation.type} ${from ? '→' : '←'} ${words} ${way}`;
}

/** Where relations stand on their chips: side by side, in the order of their other ends. */
function spreadFeet(all: readonly DrawnRelation[]): ReadonlyMap<string, number> {
  const byChip = new Map<Place['chip'], { key: string; order: number }[]>();
  const stand = (key: string, here: Place | undefined, there: Place | undefined) => {
    if (!here) return;
    const list = byChip.get(here.chip) ?? [];
    byChip.set(here.chip, list);
    list.push({ key, order: there ? (there.line - here.line) * 1e5 + there.chip.left : 1e9 });
  };
  for (const [i, { from, to }] of all.entries()) {
    stand(`${i} from`, from, to);
    stand(`${i} to`, to, from);
  }
  const feet = new Map<string, number>();
  for (const [chip, list] of byChip) {
    list.sort((a, b) => a.order - b.order);
    const step = chip.width / (list.length + 1);
    for (const [k, { key }] of list.entries()) feet.set(key, chip.left + step * (k + 1));
  }
  return feet;
}

function packLines(count: number, runs: readonly Run[]): ReadonlyMap<Run, number> {
  const laneOf = new Map<Run, number>();
  for (let line = 0; line < count; line++) {
    const here = runs.filter((run) => run.line === line);
    const lanes = packLanes(here, 4);
    for (const [i, run] of here.entries()) laneOf.set(run, lanes[i] ?? 0);
  }
  return laneOf;
}

function marginLanes(plans: readonly Plan[], laneY: (run: Run) => number): readonly number[] {
  const lanes = new Array<number>(plans.length).fill(0);
  for (const side of ['left', 'right'] as const) {
    const here = plans.flatMap((plan, i) => (plan.margin === side ? [{ plan, i }] : []));
    const stretches = here.map(({ plan }) => {
      const ys = plan.runs.map(laneY);
      return { left: Math.min(...ys), right: Math.max(...ys) };
    });
    for (const [k, lane] of packLanes(stretches, 2).entries()) {
      const entry = here[k];
      if (entry) lanes[entry.i] = Math.min(lane, MARGIN_LANES - 1);
    }
  }
  return lanes;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
