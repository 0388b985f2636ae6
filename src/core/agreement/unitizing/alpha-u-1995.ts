import { ok, type Result } from '../../result.ts';
import { type NotApplicable, notApplicable } from '../not-applicable.ts';
import { findOverlap, labelsOf, sortUnits, type Unit, type Units } from './unit.ts';

/** Disagreement on the places of one label. */
export interface LabelDisagreement {
  readonly observed: number;
  readonly expected: number;
  /** `null` where nothing could disagree. */
  readonly alpha: number | null;
}

export interface AlphaU {
  /** 1 − all observed / all expected disagreement; `null` where it is not defined. */
  readonly value: number | null;
  readonly why: string | null;
  readonly perLabel: ReadonlyMap<string, LabelDisagreement>;
}

/**
 * Krippendorff's alpha for unitizing in its first form: who marked which stretches, with which label. Units of
 * one label of one annotator must not overlap; those of different labels may.
 * INCEpTION and DKPro call this one ‘Krippendorff's alpha (unitizing)’.
 * @param length of the text, in the unit of the offsets.
 * @see Krippendorff (1995), Sociol. Methodol. 25, 47-76; (2004), Content Analysis, 2nd ed., ch. 11.
 */
export function alphaU1995(
  annotators: readonly Units[],
  length: number,
): Result<AlphaU, NotApplicable> {
  const perLabel = new Map<string, LabelDisagreement>();
  let observed = 0;
  let expected = 0;
  for (const label of labelsOf(annotators)) {
    const own = annotators.map((units) => sortUnits(units.filter((unit) => unit.label === label)));
    for (const [i, units] of own.entries()) {
      const pair = findOverlap(units);
      if (!pair) continue;
      const [a, b] = pair;
      const message = `Annotator ${i + 1} marked ‘${label}’ at ${a.start}–${a.end} and at ${b.start}–${b.end}, which overlap; alpha-U wants one at a time.`;
      return notApplicable(message, { id: String(i) });
    }
    const continuum = own.map((units) => ({ units, gaps: gapsOf(units, length) }));
    const ofLabel = observedOf(continuum, length);
    const byChance = expectedOf(continuum, length);
    observed += ofLabel;
    expected += byChance;
    const alpha = byChance === 0 ? null : 1 - ofLabel / byChance;
    perLabel.set(label, { observed: ofLabel, expected: byChance, alpha });
  }
  if (perLabel.size === 0) {
    return ok({ value: null, why: 'Nobody marked anything.', perLabel });
  }
  if (expected === 0) {
    return ok({ value: null, why: 'No placement of these units could disagree.', perLabel });
  }
  return ok({ value: 1 - observed / expected, why: null, perLabel });
}

interface Side {
  readonly units: Units;
  /** What lies between the units, before the first and after the last. */
  readonly gaps: readonly Gap[];
}

type Gap = Pick<Unit, 'start' | 'end'>;

function gapsOf(units: Units, length: number): readonly Gap[] {
  const gaps: Gap[] = [];
  let from = 0;
  for (const { start, end } of units) {
    if (start > from) gaps.push({ start: from, end: start });
    from = end;
  }
  if (length > from) gaps.push({ start: from, end: length });
  return gaps;
}

/** Squared distances of ends that overlap, and squared lengths of units that lie in the other's gap. */
function observedOf(continuum: readonly Side[], length: number): number {
  let sum = 0;
  for (const [i, one] of continuum.entries()) {
    for (const other of continuum.slice(i + 1)) {
      sum += distances(one.units, other.units);
      sum += inGaps(one.units, other.gaps) + inGaps(other.units, one.gaps);
    }
  }
  const raters = continuum.length;
  return raters < 2 ? 0 : (2 * sum) / (raters * (raters - 1) * length ** 2);
}

function distances(first: Units, second: Units): number {
  let sum = 0;
  eachMeeting(first, second, (a, b) => {
    sum += (a.start - b.start) ** 2 + (a.end - b.end) ** 2;
  });
  return sum;
}

function inGaps(units: Units, gaps: readonly Gap[]): number {
  let sum = 0;
  eachMeeting(units, gaps, (unit, gap) => {
    if (gap.start <= unit.start && unit.end <= gap.end) sum += (unit.end - unit.start) ** 2;
  });
  return sum;
}

/** Visits all pairs that share something. Both lists sorted, neither with overlaps of its own. */
function eachMeeting<A extends Gap, B extends Gap>(
  first: readonly A[],
  second: readonly B[],
  visit: (a: A, b: B) => void,
): void {
  let i = 0;
  let j = 0;
  for (;;) {
    const [a, b] = [first[i], second[j]];
    if (!a || !b) return;
    if (a.start < b.end && b.start < a.end) visit(a, b);
    if (a.end <= b.end) i++;
    else j++;
  }
}

/** The mean of the same over all ways to place the units and gaps. */
function expectedOf(continuum: readonly Side[], length: number): number {
  const units = continuum.flatMap((side) => side.units.map(lengthOf));
  const places = placesIn(continuum.flatMap((side) => side.gaps.map(lengthOf)));
  let sum = 0;
  let ownPairs = 0;
  for (const own of units) {
    const amongUnits = ((units.length - 1) / 3) * (2 * own ** 3 - 3 * own ** 2 + own);
    sum += amongUnits + own ** 2 * places(own);
    ownPairs += own * (own - 1);
  }
  const all = continuum.length * length;
  const pairs = all * (all - 1) - ownPairs;
  return pairs === 0 ? 0 : ((2 / length) * sum) / pairs;
}

const lengthOf = ({ start, end }: Gap): number => end - start;

/** In how many places of all gaps a unit of a length has room; looked up, as there can be many of both. */
function placesIn(gaps: readonly number[]): (length: number) => number {
  const sorted = [...gaps].sort((a, b) => a - b);
  const sums = [0];
  for (const gap of sorted) sums.push((sums.at(-1) ?? 0) + gap);
  return (length) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] ?? 0) < length) low = middle + 1;
      else high = middle;
    }
    const count = sorted.length - low;
    return (sums.at(-1) ?? 0) - (sums[low] ?? 0) - count * (length - 1);
  };
}
