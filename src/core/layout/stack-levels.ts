/** A stretch that takes up room on one level: half-open, in any unit. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** Where one stretch lies in the stack. */
export interface Level {
  /** 0 is the outermost or first; stretches of one level never overlap. */
  readonly level: number;
  /** How many levels the whole heap of overlapping stretches has that this one belongs to. */
  readonly depth: number;
}

/**
 * Interval colouring: gives overlapping stretches different levels, with as few levels as can be
 * (as many as the most stretches that share one place).
 *
 * @param stretches sorted by start, longer ones first where starts are equal.
 * @returns a level for each, in the same order.
 */
export function stackLevels(stretches: readonly Stretch[]): readonly Level[] {
  const levels: { level: number; depth: number }[] = [];
  let heapStart = 0;
  let heapEnd = Number.NEGATIVE_INFINITY;
  let ends: number[] = [];

  const closeHeap = (until: number) => {
    for (let i = heapStart; i < until; i++) {
      const entry = levels[i];
      if (entry) entry.depth = ends.length;
    }
  };

  for (const [i, { start, end }] of stretches.entries()) {
    if (start >= heapEnd) {
      closeHeap(i);
      heapStart = i;
      ends = [];
    }
    const free = ends.findIndex((taken) => taken <= start);
    const level = free < 0 ? ends.length : free;
    ends[level] = end;
    heapEnd = Math.max(heapEnd, end);
    levels.push({ level, depth: 0 });
  }
  closeHeap(stretches.length);
  return levels;
}
