/** A stretch that an annotator marked, and how. Half-open, in any unit of length that is the same for all. */
export interface Unit {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** Units of one annotator in order. */
export type Units = readonly Unit[];

/** Units in order of their places. */
export function sortUnits(units: Units): Units {
  return [...units].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The first two units that overlap, where there are such. The units sorted. */
export function findOverlap(units: Units): readonly [Unit, Unit] | undefined {
  let longest: Unit | undefined;
  for (const unit of units) {
    if (longest && unit.start < longest.end) return [longest, unit];
    if (!longest || unit.end > longest.end) longest = unit;
  }
  return undefined;
}

/** All labels, in order of their names. */
export function labelsOf(annotators: readonly Units[]): readonly string[] {
  return [...new Set(annotators.flatMap((units) => units.map(({ label }) => label)))].sort();
}
