import type { Unit, Units } from '../unitizing/unit.ts';
import { dissimilarity, type GammaWeights } from './dissimilarity.ts';

/** A unit with its place in the order of all units of the text. */
export interface PlacedUnit {
  readonly unit: Unit;
  readonly annotator: number;
  readonly place: number;
}

/** Units of different annotators that may stand for the same thing: a unitary alignment. */
export interface Candidate {
  /** Places in the order of all units, rising. */
  readonly places: readonly number[];
  /** Mean dissimilarity over all pairs of annotators; a missing unit costs as `deltaEmpty` says. */
  readonly cost: number;
}

/** All units in order of the text. */
export function placeUnits(annotators: readonly Units[]): readonly PlacedUnit[] {
  return annotators
    .flatMap((units, annotator) => units.map((unit) => ({ unit, annotator })))
    .sort(
      (a, b) => a.unit.start - b.unit.start || a.unit.end - b.unit.end || a.annotator - b.annotator,
    )
    .map((each, place) => ({ ...each, place }));
}

/**
 * All unitary alignments that the best alignment can contain: those that no split into a single unit and the
 * rest would beat. Each unit by itself is one.
 */
export function candidatesOf(
  placed: readonly PlacedUnit[],
  annotatorCount: number,
  weights: GammaWeights,
): readonly Candidate[] {
  const pairs = (annotatorCount * (annotatorCount - 1)) / 2;
  const search = new CandidateSearch(placed, annotatorCount, pairs, weights);
  for (const each of placed) search.from(each);
  return search.found;
}

class CandidateSearch {
  readonly found: Candidate[] = [];
  readonly #near: readonly (readonly PlacedUnit[])[];
  readonly #count: number;
  readonly #pairs: number;
  readonly #weights: GammaWeights;

  constructor(placed: readonly PlacedUnit[], count: number, pairs: number, weights: GammaWeights) {
    this.#count = count;
    this.#pairs = pairs;
    this.#weights = weights;
    const most = weights.deltaEmpty * (pairs + count - 1);
    this.#near = placed.map((one) =>
      placed.slice(one.place + 1).filter((other) => this.#isNear(one, other, most)),
    );
  }

  #isNear(one: PlacedUnit, other: PlacedUnit, most: number): boolean {
    return (
      one.annotator !== other.annotator &&
      dissimilarity(one.unit, other.unit, this.#weights) <= most + ROUNDING
    );
  }

  /** All candidates whose first unit is this one. */
  from(first: PlacedUnit): void {
    this.#extend([first], this.#near[first.place] ?? []);
  }

  #extend(chosen: readonly PlacedUnit[], possible: readonly PlacedUnit[]): void {
    if (this.#isWorthwhile(chosen)) {
      this.found.push({ places: chosen.map(({ place }) => place), cost: this.#costOf(chosen) });
    }
    if (chosen.length === this.#count) return;
    for (const [i, next] of possible.entries()) {
      const near = new Set(this.#near[next.place]);
      this.#extend(
        [...chosen, next],
        possible.slice(i + 1).filter((other) => near.has(other)),
      );
    }
  }

  #costOf(chosen: readonly PlacedUnit[]): number {
    const { deltaEmpty } = this.#weights;
    if (this.#pairs === 0) return deltaEmpty;
    let sum = 0;
    for (const [i, a] of chosen.entries()) {
      for (const b of chosen.slice(i + 1)) sum += dissimilarity(a.unit, b.unit, this.#weights);
    }
    const real = (chosen.length * (chosen.length - 1)) / 2;
    return (sum + (this.#pairs - real) * deltaEmpty) / this.#pairs;
  }

  /** Whether no unit of it had better stand alone. */
  #isWorthwhile(chosen: readonly PlacedUnit[]): boolean {
    if (chosen.length === 1) return true;
    const most = this.#weights.deltaEmpty * (this.#pairs + chosen.length - 1);
    return chosen.every((one) => {
      let sum = 0;
      for (const other of chosen) {
        if (other !== one) sum += dissimilarity(one.unit, other.unit, this.#weights);
      }
      return sum <= most + ROUNDING;
    });
  }
}

/** Costs that differ by no more count as equal. */
export const ROUNDING = 1e-9;
