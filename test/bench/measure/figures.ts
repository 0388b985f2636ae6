/** Figures of one document in one run, in milliseconds where nothing else is said. */
export interface Figures {
  /** From the click to the first frame with chips, until all annotations are there, and until all is calm. */
  readonly open: number;
  readonly openWhole: number;
  readonly openSettled: number;
  /** From key to paint, medians and the slowest of twenty. */
  readonly add: number;
  readonly retype: number;
  readonly delete: number;
  readonly undo: number;
  readonly editP95: number;
  /** Adding while the list of all annotations is open. */
  readonly addListed: number;
  readonly scrollP95: number;
  /** The same with nothing to do, for comparison: other programs use the machine, too. */
  readonly idleP95: number;
  readonly jump: number;
  readonly nodes: number;
  /** Megabytes. */
  readonly heap: number;
  /** Longest time for which the main process answered nothing while the JSON file was rewritten. */
  readonly mainPause: number;
  /** The slowest frame of the window meanwhile. */
  readonly windowPause: number;
}

export type Figure = keyof Figures;

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** @param part 0.95 for the 95th percentile. */
export function quantile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

/** Figure by figure the median of several runs. */
export function medianOf(runs: readonly Figures[]): Figures {
  const [first] = runs;
  if (!first) throw new Error('there was no run');
  const names = Object.keys(first) as Figure[];
  const pairs = names.map((name) => [name, median(runs.map((run) => run[name]))] as const);
  return { ...first, ...Object.fromEntries(pairs) };
}
