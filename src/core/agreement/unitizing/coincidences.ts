import { sortUnits, type Unit, type Units } from './unit.ts';

/** Stands for what an annotator left unmarked. */
export const GAP = '';

/** Lengths on which annotators put two labels, by both labels; each pair of annotators in both directions. */
export class Coincidences {
  readonly #lengths = new Map<string, Map<string, number>>();

  add(first: string, second: string, length: number): void {
    const row = this.#lengths.get(first) ?? new Map<string, number>();
    this.#lengths.set(first, row);
    row.set(second, (row.get(second) ?? 0) + length);
  }

  at(first: string, second: string): number {
    return this.#lengths.get(first)?.get(second) ?? 0;
  }

  /** Sum over all partners of a label. */
  of(label: string): number {
    let sum = 0;
    for (const length of this.#lengths.get(label)?.values() ?? []) sum += length;
    return sum;
  }

  total(): number {
    return this.labels().reduce((sum, label) => sum + this.of(label), 0);
  }

  /** Length on which both labels are the same. */
  agreeing(): number {
    return this.labels().reduce((sum, label) => sum + this.at(label, label), 0);
  }

  labels(): readonly string[] {
    return [...this.#lengths.keys()].sort();
  }
}

/** The text cut into units and gaps, in order, without a hole. The units sorted, without overlaps. */
export function partition(units: Units, length: number): Units {
  const parts: Unit[] = [];
  let from = 0;
  for (const unit of sortUnits(units)) {
    if (unit.start > from) parts.push({ start: from, end: unit.start, label: GAP });
    parts.push(unit);
    from = unit.end;
  }
  if (length > from) parts.push({ start: from, end: length, label: GAP });
  return parts;
}

/** Visits the stretches on which two partitions of a text do not change. */
export function eachStretch(
  first: Units,
  second: Units,
  visit: (a: Unit, b: Unit, length: number) => void,
): void {
  let i = 0;
  let j = 0;
  for (;;) {
    const [a, b] = [first[i], second[j]];
    if (!a || !b) return;
    const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
    if (shared > 0) visit(a, b, shared);
    if (a.end <= b.end) i++;
    if (b.end <= a.end) j++;
  }
}
