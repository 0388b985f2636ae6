import { ok, type Result } from '../../result.ts';
import { type NotApplicable, notApplicable } from '../not-applicable.ts';
import {
  addLabel,
  beyondChance,
  type Coefficient,
  type CountedItem,
  countAll,
  countLabels,
} from './items.ts';

/** Fleiss' kappa, and that of each label against all others. */
export interface FleissKappa extends Coefficient {
  /** In order of the labels' names; `null` where a label never varies. */
  readonly perLabel: ReadonlyMap<string, number | null>;
}

/**
 * Fleiss' kappa of any number of annotators, who need not be the same for each item: chance is what the
 * labels of all together would give. Refuses items with different numbers of labels, for which it was not made.
 * @see Fleiss (1971), Psychol. Bull. 76(5), 378-382.
 */
export function fleissKappa(items: readonly CountedItem[]): Result<FleissKappa, NotApplicable> {
  const rows = items.map(({ item, times }) => {
    const labels = item.filter((label) => label !== null);
    return { counts: countLabels(labels), size: labels.length, times };
  });
  const size = rows[0]?.size ?? 0;
  const ragged = rows.find((row) => row.size !== size);
  if (ragged) {
    const message = `Fleiss’ kappa wants as many labels for each item; one item has ${size}, another ${ragged.size}. Krippendorff’s alpha can do without.`;
    return notApplicable(message);
  }
  if (rows.length > 0 && size < 2) {
    return notApplicable('Fleiss’ kappa wants two labels or more for each item.');
  }
  const totals = new Map<string, number>();
  let agreeing = 0;
  for (const { counts, times } of rows) {
    for (const [label, count] of counts) {
      addLabel(totals, label, count * times);
      agreeing += count * (count - 1) * times;
    }
  }
  let byChance = 0;
  for (const total of totals.values()) byChance += total ** 2;
  const all = countAll(rows) * size;
  const whole = beyondChance(agreeing, all * (size - 1), byChance, all ** 2);
  const labels = [...totals].sort(([a], [b]) => (a < b ? -1 : 1));
  const perLabel = new Map(
    labels.map(([label, total]) => [label, kappaOf(label, total / all, rows, size)]),
  );
  return ok({ ...whole, perLabel });
}

interface Row {
  readonly counts: ReadonlyMap<string, number>;
  readonly times: number;
}

/** @param share of all labels given that are this one. */
function kappaOf(label: string, share: number, rows: readonly Row[], size: number): number | null {
  if (share === 1) return null;
  let differing = 0;
  for (const { counts, times } of rows) {
    const count = counts.get(label) ?? 0;
    differing += count * (size - count) * times;
  }
  const all = countAll(rows) * size;
  return 1 - differing / (all * (size - 1) * share * (1 - share));
}
