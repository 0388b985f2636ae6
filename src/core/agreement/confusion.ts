/** Stands for the missing counterpart in a matrix. */
export const NONE = '∅';

/** Counts of pairs of labels: rows are the first annotator's, columns the second's. */
export interface ConfusionMatrix {
  /** In order of their names; `NONE`, where it belongs, last. */
  readonly labels: readonly string[];
  readonly rows: readonly (readonly number[])[];
}

/** Collects pairs of labels. */
export class ConfusionCounter {
  readonly #counts = new Map<string, Map<string, number>>();

  add(first: string, second: string, times = 1): void {
    const row = this.#counts.get(first) ?? new Map<string, number>();
    this.#counts.set(first, row);
    row.set(second, (row.get(second) ?? 0) + times);
  }

  /** @param withNone adds a row and a column for what has no counterpart. */
  matrix(withNone: boolean): ConfusionMatrix {
    const seen = new Set<string>(this.#counts.keys());
    for (const row of this.#counts.values()) for (const label of row.keys()) seen.add(label);
    seen.delete(NONE);
    const labels = [...[...seen].sort(), ...(withNone ? [NONE] : [])];
    const rows = labels.map((first) =>
      labels.map((second) => this.#counts.get(first)?.get(second) ?? 0),
    );
    return { labels, rows };
  }
}
