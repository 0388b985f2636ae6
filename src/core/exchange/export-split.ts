/** The parts that a dataset can be split into, in order. */
export const PARTS = ['train', 'dev', 'test'] as const;
export type PartName = (typeof PARTS)[number];

/** How documents are spread over the parts. */
export interface Split {
  /** Percentages, whole or not, that add up to 100. */
  readonly percent: Readonly<Record<PartName, number>>;
  /** The same number gives the same split. */
  readonly seed: number;
}

/** Why a split makes no sense, as a sentence; `null` where it does. */
export function faultOfSplit({ percent }: Pick<Split, 'percent'>): string | null {
  const values = PARTS.map((part) => percent[part]);
  const sum = values.reduce((total, value) => total + value, 0);
  if (values.some((value) => !(value >= 0))) return 'A percentage is below 0.';
  if (Math.abs(sum - 100) > 1e-6) return `The percentages add up to ${sum}, not to 100.`;
  return null;
}

/**
 * Sizes of parts by the method of the largest remainder (Hamilton): each gets the whole number in its share,
 * and what is left goes, one each, to those with the largest fractions; of equal ones, to the earlier.
 */
export function sizesOf(total: number, { percent }: Pick<Split, 'percent'>): readonly number[] {
  // In millionths of a percent, so that 0.1 + 0.2 is 0.3.
  const shares = PARTS.map((part) => (Math.round(percent[part] * 1e6) * total) / 1e8);
  const sizes = shares.map(Math.floor);
  const byFraction = shares
    .map((share, part) => ({ part, fraction: share - Math.floor(share) }))
    .sort((a, b) => b.fraction - a.fraction || a.part - b.part);
  let left = total - sizes.reduce((sum, size) => sum + size, 0);
  for (const { part } of byFraction) {
    if (left-- > 0) sizes[part] = (sizes[part] ?? 0) + 1;
  }
  return sizes;
}

/**
 * The part of each document, by its id. The ids are sorted by code units and shuffled (Fisher and Yates, from
 * the last to the first, with random numbers of mulberry32 from the seed); the first are for training, the
 * next for development, the last for testing. The split depends on the ids and the seed alone.
 */
export function splitOf(ids: readonly string[], split: Split): ReadonlyMap<string, PartName> {
  const order = [...ids].sort();
  const random = mulberry32(split.seed);
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const [a, b] = [order[i] ?? '', order[j] ?? ''];
    order[i] = b;
    order[j] = a;
  }
  const parts = new Map<string, PartName>();
  let next = 0;
  for (const [i, size] of sizesOf(order.length, split).entries()) {
    const part = PARTS[i] ?? 'train';
    for (const id of order.slice(next, next + size)) parts.set(id, part);
    next += size;
  }
  return parts;
}

/** Random numbers in [0, 1), the same for the same seed (mulberry32 of Tommy Ettinger, public domain). */
export function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
