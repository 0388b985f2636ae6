import { packLanes } from '#core/layout/pack-lanes.ts';
import type { Relation } from '#core/model/relation.ts';
import type { TextContext } from '../context.ts';
import { type ChipLine, LANE, ROW } from './chip-lines.ts';
import type { Geometry } from './geometry.ts';
import { arrowDown, type Corner, roundedPath } from './paths.ts';
import { type Plan, planRoutes, type Run } from './plan-routes.ts';
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

/** Relations that found no room above a line: counted in its last lane. Lengths in CSS pixels. */
export interface Bundle {
  readonly relations: readonly Relation[];
  readonly label: Route['label'];
}

export interface Routes {
  readonly routes: readonly Route[];
  readonly bundles: readonly Bundle[];
  /** How many lanes each line needs. */
  readonly lanes: readonly number[];
}

/** Lanes above one line; relations beyond are only counted, except those that are wanted. */
const MOST_LANES = 5;
/** So many relations are looked at for lanes, those that are wanted and the short ones first. */
const MANY = 240;
const MARGIN_STEP = 5;
const MARGIN_LANES = 6;
/** How far an arc is drawn toward an end that is not drawn itself. */
const BEYOND = 1500;

/** Finds a way for each relation: above the lines, and over line breaks through a margin. */
export function routeRelations(
  context: TextContext,
  geometry: Geometry,
  lines: readonly ChipLine[],
  all: readonly DrawnRelation[],
): Routes {
  const plans = shortestFirst(planRoutes(context, geometry, all));
  const runs = plans.slice(0, MANY).flatMap((plan) => plan.runs);
  const laneOf = packLines(lines.length, runs);
  const kept = plans.filter(
    (plan, i) =>
      plan.drawn.isWanted ||
      (i < MANY && plan.runs.every((run) => (laneOf.get(run) ?? 0) < MOST_LANES)),
  );
  const lanes = new Array<number>(lines.length).fill(0);
  for (const plan of kept)
    for (const run of plan.runs)
      lanes[run.line] = Math.max(lanes[run.line] ?? 0, (laneOf.get(run) ?? 0) + 1);

  const laneTop = (at: number, lane: number) => {
    const line = lines[at];
    const above = (line?.rows ?? 0) * ROW + lane * LANE + LANE / 2 + 1;
    return (line?.baseline ?? 0) - geometry.font.letterTop - 2 - above;
  };
  const place: Placing = {
    geometry,
    laneTop,
    laneY: (run) => laneTop(run.line, laneOf.get(run) ?? 0),
    chipTop({ line, chip }) {
      const baseline = lines[line]?.baseline ?? 0;
      return baseline - geometry.font.letterTop - 2 - (chip.row + 1) * ROW;
    },
  };
  const bundles = bundlesOf(plans, new Set(kept), lanes, place);
  const margins = marginLanes(kept, place);
  const routes = kept.map((plan, i) => {
    if (plan.drawn.isStub) return drawStub(plan, place);
    return plan.margin ? drawDetour(plan, place, margins[i] ?? 0) : drawArc(plan, place);
  });
  return { routes, bundles, lanes };
}

function shortestFirst(plans: readonly Plan[]): readonly Plan[] {
  const length = ({ drawn, runs }: Plan) =>
    drawn.isWanted ? -1 : runs.reduce((sum, { left, right }) => sum + right - left, 0);
  const lengths = new Map(plans.map((plan) => [plan, length(plan)]));
  return [...plans].sort((a, b) => (lengths.get(a) ?? 0) - (lengths.get(b) ?? 0));
}

/** Counts what has no lane, on the line where it starts, which gets a lane for the count. */
function bundlesOf(
  plans: readonly Plan[],
  kept: ReadonlySet<Plan>,
  lanes: number[],
  place: Placing,
): readonly Bundle[] {
  const byLine = new Map<number, Set<Relation>>();
  for (const plan of plans) {
    const line = plan.runs[0]?.line;
    if (kept.has(plan) || line === undefined) continue;
    const here = byLine.get(line) ?? new Set();
    byLine.set(line, here);
    here.add(plan.drawn.relation);
  }
  return [...byLine].map(([line, relations]) => {
    const lane = lanes[line] ?? 0;
    lanes[line] = lane + 1;
    const text = `${relations.size} more`;
    const width = textWidth(text) + 10;
    const left = place.geometry.right - width;
    const top = place.laneTop(line, lane) - LANE / 2 + 0.5;
    return { relations: [...relations], label: { text, left, top, width } };
  });
}

/** Heights on the page. */
interface Placing {
  readonly geometry: Geometry;
  laneTop(line: number, lane: number): number;
  laneY(run: Run): number;
  chipTop(place: Place): number;
}

function drawArc(plan: Plan, place: Placing): Route {
  const { drawn, feet, runs } = plan;
  const { fromX, toX } = feet;
  const y = runs[0] ? place.laneY(runs[0]) : 0;
  const end: Corner = [toX, drawn.to ? place.chipTop(drawn.to) : 0];
  const start: Corner = [fromX, drawn.from ? place.chipTop(drawn.from) : 0];
  const path = roundedPath([start, [fromX, y], [toX, y], end]);
  return {
    drawn,
    path,
    arrow: arrowDown(end),
    label: label(plan, place, plan.beside ?? (fromX + toX) / 2, y),
  };
}

function drawStub(plan: Plan, place: Placing): Route {
  const { drawn, feet, runs, width } = plan;
  const here = drawn.from ?? drawn.to;
  const x = drawn.from ? feet.fromX : feet.toX;
  const y = runs[0] ? place.laneY(runs[0]) : 0;
  const foot: Corner = [x, here ? place.chipTop(here) : 0];
  const side = (runs[0]?.left ?? 0) < x - 4 ? -1 : 1;
  const path = roundedPath([foot, [x, y], [x + side * 10, y]]);
  const arrow = drawn.to ? arrowDown(foot) : '';
  return { drawn, path, arrow, label: label(plan, place, x + side * (10 + width / 2), y) };
}

function drawDetour(plan: Plan, place: Placing, marginLane: number): Route {
  const { drawn, feet, margin, width } = plan;
  const { left, right } = place.geometry;
  const step = 8 + marginLane * MARGIN_STEP;
  const edge = margin === 'right' ? right + step : left - step;
  const legs = legsOf(plan, place);
  const [start, end] = legs.map(({ x, foot, y }): Corner[] =>
    foot === null
      ? [[edge, y]]
      : [
          [x, foot],
          [x, y],
          [edge, y],
        ],
  );
  const path = roundedPath([...(start ?? []), ...(end ?? []).toReversed()]);
  const arrow = drawn.to ? arrowDown([feet.toX, place.chipTop(drawn.to)]) : '';

  const [first, second] = legs.filter(({ foot }) => foot !== null);
  const isSecondLonger = second && first && Math.abs(edge - second.x) > Math.abs(edge - first.x);
  const leg = isSecondLonger ? second : first;
  const x = leg?.x ?? edge;
  const inset = Math.max(width / 2 + 4, Math.min(60, Math.abs(edge - x) / 2));
  const center =
    margin === 'right'
      ? Math.min(x + inset, right - width / 2)
      : Math.max(x - inset, left + width / 2);
  return { drawn, path, arrow, label: label(plan, place, center, leg?.y ?? 0) };
}

/** From each end along its lane; an end that is not drawn lies somewhere beyond, without a foot. */
function legsOf({ drawn, runs, feet }: Plan, place: Placing) {
  const { from, to, isFarAbove } = drawn;
  const ys = runs.map((run) => place.laneY(run));
  const near = ys[0] ?? 0;
  const beyond = { x: 0, foot: null, y: isFarAbove ? near - BEYOND : near + BEYOND };
  return [
    from ? { x: feet.fromX, foot: place.chipTop(from), y: near } : beyond,
    to ? { x: feet.toX, foot: place.chipTop(to), y: ys[from ? 1 : 0] ?? 0 } : beyond,
  ];
}

function label({ label: text, width }: Plan, { geometry }: Placing, center: number, y: number) {
  const left = Math.max(2, Math.min(geometry.width - width - 2, center - width / 2));
  return { text, width, left, top: y - LANE / 2 + 0.5 };
}

function packLines(count: number, runs: readonly Run[]): ReadonlyMap<Run, number> {
  const laneOf = new Map<Run, number>();
  const byLine = new Map<number, Run[]>();
  for (const run of runs) {
    const here = byLine.get(run.line) ?? [];
    byLine.set(run.line, here);
    here.push(run);
  }
  for (let line = 0; line < count; line++) {
    const here = byLine.get(line) ?? [];
    const lanes = packLanes(here, 4);
    for (const [i, run] of here.entries()) laneOf.set(run, lanes[i] ?? 0);
  }
  return laneOf;
}

function marginLanes(plans: readonly Plan[], place: Placing): readonly number[] {
  const lanes = new Array<number>(plans.length).fill(0);
  for (const side of ['left', 'right'] as const) {
    const here = plans.flatMap((plan, i) => (plan.margin === side ? [{ plan, i }] : []));
    const stretches = here.map(({ plan }) => {
      const ys = legsOf(plan, place).map((leg) => leg.y);
      return { left: Math.min(...ys), right: Math.max(...ys) };
    });
    for (const [k, lane] of packLanes(stretches, 2).entries()) {
      const entry = here[k];
      if (entry) lanes[entry.i] = Math.min(lane, MARGIN_LANES - 1);
    }
  }
  return lanes;
}
