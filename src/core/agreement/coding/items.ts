import { ok, type Result } from '../../result.ts';
import { type NotApplicable, notApplicable } from '../not-applicable.ts';

/** The labels that the annotators gave to one item, in the order of the annotators; `null`: none. */
export type Item = readonly (string | null)[];

/** An agreement beyond chance, with what it is made of. */
export interface Coefficient {
  /** 1 is full agreement, 0 what chance gives; `null` where it is not defined. */
  readonly value: number | null;
  /** Share of pairs that agree; `null` where there is no pair. */
  readonly observed: number | null;
  /** The share that chance would give. */
  readonly expected: number | null;
  /** Why `value` is `null`, in a sentence; `null` where it is not. */
  readonly why: string | null;
}

/** Makes the coefficient of observed and expected agreement, given as whole numbers over one denominator each. */
export function beyondChance(
  agreeing: number,
  pairs: number,
  byChance: number,
  chances: number,
): Coefficient {
  if (pairs === 0 || chances === 0) {
    const why = 'No item was labelled by two annotators.';
    return { value: null, observed: null, expected: null, why };
  }
  const observed = agreeing / pairs;
  const expected = byChance / chances;
  // On the whole numbers: a rounded quotient could miss that nothing varies.
  if (byChance === chances) {
    const why = 'Only one label was given, so that chance alone would agree as well.';
    return { value: null, observed, expected, why };
  }
  return { value: (observed - expected) / (1 - expected), observed, expected, why: null };
}

/** An item, and how often there is one with exactly these labels: millions of tokens have few patterns. */
export interface CountedItem {
  readonly item: Item;
  readonly times: number;
}

/** Counts items of the same labels together. */
export class ItemTally {
  readonly #counts = new Map<string, { readonly item: Item; times: number }>();

  add(item: Item, times = 1): void {
    const key = JSON.stringify(item);
    const known = this.#counts.get(key);
    if (known) known.times += times;
    else this.#counts.set(key, { item, times });
  }

  items(): readonly CountedItem[] {
    return [...this.#counts.values()];
  }
}

/** Items counted by their labels. */
export function countItems(items: Iterable<Item>): readonly CountedItem[] {
  const tally = new ItemTally();
  for (const item of items) tally.add(item);
  return tally.items();
}

/** The labels that two annotators gave to one item, and how often. */
export interface CountedPair {
  readonly first: string;
  readonly second: string;
  readonly times: number;
}

/** Items that exactly two annotators labelled; others are left out. Refuses other numbers of annotators. */
export function itemPairs(
  items: readonly CountedItem[],
  measure: string,
): Result<readonly CountedPair[], NotApplicable> {
  const pairs: CountedPair[] = [];
  for (const { item, times } of items) {
    if (item.length !== 2) {
      return notApplicable(`${measure} compares two annotators; here are ${item.length}.`);
    }
    const [first, second] = item;
    if (typeof first === 'string' && typeof second === 'string') {
      pairs.push({ first, second, times });
    }
  }
  return ok(pairs);
}

/** How many items there are. */
export function countAll(items: readonly { readonly times: number }[]): number {
  return items.reduce((sum, { times }) => sum + times, 0);
}

/** Adds up how often each label was given. */
export function addLabel(counts: Map<string, number>, label: string, times: number): void {
  counts.set(label, (counts.get(label) ?? 0) + times);
}

/** How often each label is in a list. */
export function countLabels(labels: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) addLabel(counts, label, 1);
  return counts;
}

/** All labels given, in order of their names. */
function labelsOf(items: readonly CountedItem[]): readonly string[] {
  const labels = new Set<string>();
  for (const { item } of items) {
    for (const label of item) if (label !== null) labels.add(label);
  }
  return [...labels].sort();
}

/** The same items with each label either this one or any other, for figures per label. */
function collapse(items: readonly CountedItem[], label: string): readonly CountedItem[] {
  return items.map(({ item, times }) => ({
    item: item.map((given) => (given === null ? null : String(given === label))),
    times,
  }));
}

/** A coefficient of each label against all others together, in order of the labels' names. */
export function perLabel(
  items: readonly CountedItem[],
  measure: (items: readonly CountedItem[]) => Result<Coefficient, NotApplicable>,
): Result<ReadonlyMap<string, Coefficient>, NotApplicable> {
  const found = new Map<string, Coefficient>();
  for (const label of labelsOf(items)) {
    const one = measure(collapse(items, label));
    if (!one.ok) return one;
    found.set(label, one.value);
  }
  return ok(found);
}
