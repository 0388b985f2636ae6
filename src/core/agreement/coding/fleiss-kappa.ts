import { ok, type Result } from '../../result.ts';
import { type NotApplicable, notApplicable } from '../not-applicable.ts';
import { beyondChance, type Coefficient, countLabels, type Item } from './items.ts';

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
export function fleissKappa(items: readonly Item[]): Result<FleissKappa, NotApplicable> {
  const rows = items.map((item) => item.filter((label) => label !== null));
  const size = rows[0]?.length ?? 0;
  const ragged = rows.findIndex((row) => row.length !== size);
  if (ragged !== -1) {
    const message = `Fleiss’ kappa wants as many labels for each item; item 1 has ${size}, item ${ragged + 1} has ${rows[ragged]?.length ?? 0}. Krippendorff’s alpha can do without.`;
    return notApplicable(message, { id: String(ragged + 1) });
  }
  if (rows.length > 0 && size < 2) {
    return notApplicable('Fleiss’ kappa wants two labels or more for each item.', {
      id: String(1),
    });
  }
  const counts = rows.map(countLabels);
  const totals = countLabels(rows.flat());
  let agreeing = 0;
  for (const row of counts) for (const count of row.values()) agreeing += count * (count - 1);
  let byChance = 0;
  for (const total of totals.values()) byChance += total ** 2;
  const pairs = rows.length * size * (size - 1);
  const whole = beyondChance(agreeing, pairs, byChance, (rows.length * size) ** 2);
  const labels = [...totals].sort(([a], [b]) => (a < b ? -1 : 1));
  const perLabel = new Map(
    labels.map(([label, total]) => [label, kappaOf(label, total, counts, size)]),
  );
  return ok({ ...whole, perLabel });
}

function kappaOf(
  label: string,
  total: number,
  counts: readonly ReadonlyMap<string, number>[],
  size: number,
): number | null {
  const all = counts.length * size;
  if (total === all) return null;
  let differing = 0;
  for (const row of counts) {
    const count = row.get(label) ?? 0;
    differing += count * (size - count);
  }
  const share = total / all;
  return 1 - differing / (all * (size - 1) * share * (1 - share));
}
