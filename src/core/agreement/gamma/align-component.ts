import { type Candidate, ROUNDING } from './candidates.ts';
import type { Component } from './components.ts';
import { pricesOf } from './prices.ts';

/** The cheapest way to put each unit into exactly one unitary alignment. */
export interface Aligned {
  readonly chosen: readonly Candidate[];
  /** Sum of the costs. */
  readonly cost: number;
  /** Whether no other way costs as little. */
  readonly isUnique: boolean;
  /** Whether it is proven that nothing is cheaper. */
  readonly isProven: boolean;
}

/** Ways that are followed at once before the search gives up proving. */
const MOST_STATES = 50_000;
/** Ways followed in the first search, which only looks for a good one. */
const BEAM = 32;

/** A way to align the units up to some place; later ones that it used already are in `used`. */
interface State {
  /** Places of units after the first free one that are aligned already, joined: a key. */
  readonly used: string;
  readonly cost: number;
  readonly count: number;
  /** In how many ways this cost is reached. */
  readonly ways: number;
  readonly last: Candidate | undefined;
  readonly before: State | undefined;
}

/**
 * The best alignment of a component, exactly: units are aligned from left to right, and of all ways that leave
 * the same units over only the cheapest is followed. Ways that cannot become cheaper than one known already
 * are dropped. Of equally cheap ones the one with fewer unitary alignments is taken.
 */
export function alignComponent(component: Component): Aligned {
  const problem = new AlignmentProblem(component);
  const first = problem.search(Number.POSITIVE_INFINITY, BEAM);
  const best = problem.search(first.cost + ROUNDING, MOST_STATES);
  const found = best.cost <= first.cost + ROUNDING ? best : first;
  return { ...found, isProven: best.isProven };
}

class AlignmentProblem {
  readonly #size: number;
  /** By their first unit: when it is the first free one, one of these is taken. */
  readonly #starting: readonly (readonly Candidate[])[];
  /** By place: sum of the prices from there on. */
  readonly #rest: Float64Array;
  readonly #prices: Float64Array;
  readonly #original = new Map<Candidate, Candidate>();

  constructor({ units, candidates }: Component) {
    this.#size = units.length;
    const local = new Map(units.map((unit, i) => [unit, i]));
    const own = candidates.map((candidate) => {
      const places = candidate.places.map((place) => local.get(place) ?? 0);
      const copy = { places, cost: candidate.cost };
      this.#original.set(copy, candidate);
      return copy;
    });
    const byUnit: number[][] = units.map(() => []);
    const starting: Candidate[][] = units.map(() => []);
    for (const [i, candidate] of own.entries()) {
      for (const place of candidate.places) byUnit[place]?.push(i);
      starting[candidate.places[0] ?? 0]?.push(candidate);
    }
    this.#starting = starting;
    this.#prices = pricesOf(own, byUnit);
    this.#rest = new Float64Array(this.#size + 1);
    for (let i = this.#size - 1; i >= 0; i--) {
      this.#rest[i] = (this.#rest[i + 1] ?? 0) + (this.#prices[i] ?? 0);
    }
  }

  search(limit: number, most: number): Aligned {
    const layers: Map<string, State>[] = Array.from({ length: this.#size + 1 }, () => new Map());
    const start: State = {
      used: '',
      cost: 0,
      count: 0,
      ways: 1,
      last: undefined,
      before: undefined,
    };
    layers[0]?.set('', start);
    let isProven = true;
    for (let at = 0; at < this.#size; at++) {
      const layer = layers[at];
      if (!layer) break;
      let states = [...layer.values()];
      layer.clear();
      if (states.length > most) {
        isProven = false;
        states = states.sort((a, b) => this.#bound(a, at) - this.#bound(b, at)).slice(0, most);
      }
      for (const state of states) this.#expand(state, at, limit, layers);
    }
    return this.#read(layers[this.#size]?.get(''), isProven);
  }

  /** The least that a way can cost in the end. */
  #bound({ cost, used }: State, at: number): number {
    let bound = cost + (this.#rest[at] ?? 0);
    if (used !== '') for (const place of used.split(',')) bound -= this.#prices[Number(place)] ?? 0;
    return bound;
  }

  #expand(state: State, at: number, limit: number, layers: readonly Map<string, State>[]): void {
    const used = new Set(state.used === '' ? [] : state.used.split(',').map(Number));
    for (const candidate of this.#starting[at] ?? []) {
      if (candidate.places.some((place) => used.has(place))) continue;
      const taken = new Set([...used, ...candidate.places]);
      let next = at;
      while (taken.has(next)) taken.delete(next++);
      const after: State = {
        used: [...taken].sort((a, b) => a - b).join(','),
        cost: state.cost + candidate.cost,
        count: state.count + 1,
        ways: state.ways,
        last: candidate,
        before: state,
      };
      if (this.#bound(after, next) > limit) continue;
      keepBetter(layers[next], after);
    }
  }

  #read(end: State | undefined, isProven: boolean): Aligned {
    const chosen: Candidate[] = [];
    for (let state = end; state?.last; state = state.before) {
      chosen.unshift(this.#original.get(state.last) ?? state.last);
    }
    const cost = end?.cost ?? Number.POSITIVE_INFINITY;
    return { chosen, cost, isUnique: end?.ways === 1, isProven };
  }
}

function keepBetter(layer: Map<string, State> | undefined, state: State): void {
  const known = layer?.get(state.used);
  if (!known || state.cost < known.cost - ROUNDING) layer?.set(state.used, state);
  else if (state.cost <= known.cost + ROUNDING) {
    const better = state.count < known.count ? state : known;
    layer?.set(state.used, { ...better, ways: state.ways + known.ways });
  }
}
