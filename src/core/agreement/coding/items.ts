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

/** Items that exactly two annotators labelled, as pairs; others are left out. Refuses other numbers of annotators. */
export function itemPairs(
  items: readonly Item[],
  measure: string,
): Result<readonly (readonly [string, string])[], NotApplicable> {
  const pairs: (readonly [string, string])[] = [];
  for (const [index, item] of items.entries()) {
    if (item.length !== 2) {
      const message = `${measure} compares two annotators; item ${index + 1} has ${item.length}.`;
      return notApplicable(message, { id: String(index + 1) });
    }
    const [first, second] = item;
    if (typeof first === 'string' && typeof second === 'string') pairs.push([first, second]);
  }
  return ok(pairs);
}

/** How often each label was given. */
export function countLabels(labels: Iterable<string>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return counts;
}

/** All labels given, in order of their names. */
export function labelsOf(items: readonly Item[]): readonly string[] {
  const labels = new Set<string>();
  for (const item of items) for (const label of item) if (label !== null) labels.add(label);
  return [...labels].sort();
}

/** The same items with each label either this one or any other, for figures per label. */
export function collapse(items: readonly Item[], label: string): readonly Item[] {
  return items.map((item) =>
    item.map((given) => (given === null ? null : String(given === label))),
  );
}
