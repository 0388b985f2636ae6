/** What of a heap of things at one place is shown one by one, and what only counted. */
export interface Collapsed<T> {
  readonly shown: readonly T[];
  readonly counted: readonly T[];
}

/**
 * Collapses a heap that has become too high: the first ones stay, and those that must be seen; the others
 * are counted together, which takes one place as well.
 *
 * @param most how many places there are. @returns everything, once, in the order given.
 */
export function collapse<T>(
  heap: readonly T[],
  most: number,
  mustShow: (item: T) => boolean,
): Collapsed<T> {
  if (heap.length <= most) return { shown: heap, counted: [] };
  let free = most - 1 - heap.filter(mustShow).length;
  const shown = new Set(heap.filter((item) => mustShow(item) || free-- > 0));
  return {
    shown: heap.filter((item) => shown.has(item)),
    counted: heap.filter((item) => !shown.has(item)),
  };
}
