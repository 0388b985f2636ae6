import type { Figure } from '../measure/figures.ts';
import type { Results } from './results.ts';

/** By how much the largest document may take longer than the smallest. */
const FLAT: readonly (readonly [Figure, most: number])[] = [
  ['add', 2.5],
  ['retype', 2.5],
  ['delete', 2.5],
  ['undo', 2.5],
  ['scrollP95', 2.5],
  ['jump', 2.5],
  ['nodes', 2],
];
/** A frame at 60 per second: what takes less than two of them is not compared. */
const FRAME = 16.7;

export interface Ratio {
  readonly what: string;
  readonly ratio: number;
  readonly most: number;
  readonly isFine: boolean;
}

/** Compares the largest document (of lines) with the smallest: what must not grow, and what must not grow faster than it. */
export function ratiosOf({ documents }: Results): readonly Ratio[] {
  const named = [...documents].filter(([name]) => / [KM]B$/u.test(name));
  const [first, last] = [named[0], named.at(-1)];
  if (!(first && last) || first === last) return [];
  const [small, large] = [first[1], last[1]];
  const compare = (figure: Figure, most: number): Ratio => {
    const least = figure === 'nodes' || figure === 'heap' ? 0 : 2 * FRAME;
    const ratio = Math.max(large[figure], least) / Math.max(small[figure], least);
    const what = `${figure}: ${last[0]} to ${first[0]}`;
    return { what, ratio, most, isFine: ratio <= most };
  };
  const grown = charactersIn(last[0]) / charactersIn(first[0]);
  return [
    ...FLAT.map(([figure, most]) => compare(figure, most)),
    // Most of what is left is work on the text; the set costs the same for any size.
    compare('open', grown / 10),
    compare('heap', grown),
  ];
}

function charactersIn(name: string): number {
  return Number.parseInt(name, 10) * (name.includes('MB') ? 1_000 : 1);
}
