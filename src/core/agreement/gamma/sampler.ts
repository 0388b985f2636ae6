import type { Unit, Units } from '../unitizing/unit.ts';

/** How often a free pivot is looked for before one that is too close is taken. */
const TRIES = 100;

/**
 * A random text as these annotators could have marked it without looking: each gets the units of one of them,
 * moved along by a pivot and round at the end. Pivots keep half a mean unit apart, so that nobody is
 * compared with the same marks in the same places.
 * @see Mathet, Widlöcher & Métivier (2015), section 5; the shuffling of pygamma-agreement 0.5.
 */
export function shuffle(annotators: readonly Units[], random: () => number): readonly Units[] {
  const all = annotators.flat();
  const from = Math.min(...all.map(({ start }) => start));
  const until = Math.max(...all.map(({ end }) => end));
  const apart = all.reduce((sum, { start, end }) => sum + end - start, 0) / all.length / 2;
  const pivots: number[] = [];
  return annotators.map(() => {
    const pivot = freePivot(pivots, until - from, apart, random);
    pivots.push(pivot);
    const units = annotators[Math.floor(random() * annotators.length)] ?? [];
    return units.map((unit) => moved(unit, pivot, from, until));
  });
}

function freePivot(
  pivots: readonly number[],
  length: number,
  apart: number,
  random: () => number,
): number {
  const draw = () => Math.floor(random() * length);
  let pivot = draw();
  for (let i = 0; i < TRIES; i++) {
    if (pivots.every((other) => Math.abs(other - pivot) >= apart)) return pivot;
    pivot = draw();
  }
  return pivot;
}

function moved({ start, end, label }: Unit, pivot: number, from: number, until: number): Unit {
  const by = end + pivot > until ? pivot - (until - from) : pivot;
  return { start: start + by, end: end + by, label };
}
