import { addLabel, type Coefficient, type CountedItem, countLabels } from './items.ts';

/** Krippendorff's alpha, and that of each label against all others. */
export interface KrippendorffAlpha extends Coefficient {
  /** Labels that could be compared with another of the same item. */
  readonly pairable: number;
  /** In order of the labels' names; `null` where a label never varies. */
  readonly perLabel: ReadonlyMap<string, number | null>;
}

/**
 * Krippendorff's alpha for nominal labels, of two annotators or more; labels may be missing. Items with fewer
 * than two labels are left out.
 * @see Krippendorff (1970), Educ. Psychol. Meas. 30(1), 61-70; (2011), Computing Krippendorff's
 *   alpha-reliability, section C.
 */
export function krippendorffAlpha(items: readonly CountedItem[]): KrippendorffAlpha {
  const totals = new Map<string, number>();
  /** Coincidences of a label with itself. */
  const same = new Map<string, number>();
  let pairable = 0;
  for (const { item, times } of items) {
    const row = item.filter((label) => label !== null);
    if (row.length < 2) continue;
    pairable += row.length * times;
    for (const [label, count] of countLabels(row)) {
      addLabel(totals, label, count * times);
      addLabel(same, label, (times * count * (count - 1)) / (row.length - 1));
    }
  }
  const labels = [...totals.keys()].sort();
  const perLabel = new Map(
    labels.map((label) => [label, alphaOf(totals.get(label) ?? 0, same.get(label) ?? 0, pairable)]),
  );
  if (pairable < 2) {
    const why = 'No item was labelled by two annotators.';
    return { value: null, observed: null, expected: null, why, pairable, perLabel };
  }
  const agreeing = sum(same.values());
  let byChance = 0;
  for (const total of totals.values()) byChance += total * (total - 1);
  const chances = pairable * (pairable - 1);
  const observed = agreeing / pairable;
  const expected = byChance / chances;
  if (byChance === chances) {
    const why = 'Only one label was given, so that chance alone would agree as well.';
    return { value: null, observed, expected, why, pairable, perLabel };
  }
  const value = 1 - ((pairable - 1) * (pairable - agreeing)) / (chances - byChance);
  return { value, observed, expected, why: null, pairable, perLabel };
}

function alphaOf(total: number, same: number, pairable: number): number | null {
  const others = pairable - total;
  if (total === 0 || others === 0) return null;
  return 1 - ((pairable - 1) * (total - same)) / (total * others);
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
