import type { Candidate } from './candidates.ts';

/** Units that some chain of candidates connects, with these candidates; aligned by themselves. */
export interface Component {
  /** Rising. */
  readonly units: readonly number[];
  readonly candidates: readonly Candidate[];
}

/** Splits an alignment problem into parts that do not touch. */
export function componentsOf(
  unitCount: number,
  candidates: readonly Candidate[],
): readonly Component[] {
  const parent = Int32Array.from({ length: unitCount }, (_, i) => i);
  const rootOf = (unit: number): number => {
    let at = unit;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] ?? at] ?? at;
      at = parent[at] ?? at;
    }
    return at;
  };
  for (const { places } of candidates) {
    for (const place of places) parent[rootOf(place)] = rootOf(places[0] ?? place);
  }
  const components = new Map<number, { units: number[]; candidates: Candidate[] }>();
  for (let unit = 0; unit < unitCount; unit++) {
    const component = components.get(rootOf(unit)) ?? { units: [], candidates: [] };
    components.set(rootOf(unit), component);
    component.units.push(unit);
  }
  for (const candidate of candidates) {
    components.get(rootOf(candidate.places[0] ?? 0))?.candidates.push(candidate);
  }
  return [...components.values()];
}
