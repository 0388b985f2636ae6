import { ok, type Result } from '../../result.ts';
import { type NotApplicable, notApplicable } from '../not-applicable.ts';
import { Coincidences, eachStretch, GAP, partition } from './coincidences.ts';
import { findOverlap, sortUnits, type Unit, type Units } from './unit.ts';

/** Agreement on one label, on what both annotators marked at all. */
export interface LabelAlpha {
  readonly alpha: number | null;
  /** Share of what has the label on which the other annotator marked something, too. */
  readonly coverage: number | null;
}

/** The family of unitizing coefficients of 2016; `null` where one is not defined. */
export interface UAlphaFamily {
  /** On labels and places together. */
  readonly uAlpha: number | null;
  /** On what is marked at all, whatever the label: |u-alpha. */
  readonly binary: number | null;
  /** On the labels of what both marked: cu-alpha. Two annotators only, else `undefined`: programs differ. */
  readonly coded?: number | null;
  /** Share of the text's lengths on which both marked something; two annotators only. */
  readonly codedCoverage?: number | null;
  /** (k)u-alpha; two annotators only. */
  readonly perLabel?: ReadonlyMap<string, LabelAlpha>;
}

/**
 * Krippendorff's alpha for unitizing in its form of 2016. Each annotator's units must not overlap: together
 * with the gaps they are a partition of the text.
 * @param length of the text, in the unit of the offsets.
 * @see Krippendorff, Mathet, Bouvry & Widlöcher (2016), Qual. Quant. 50(6), 2347-2364; Krippendorff (2019),
 *   Content Analysis, 4th ed., section 12.6.
 */
export function uAlpha2016(
  annotators: readonly Units[],
  length: number,
): Result<UAlphaFamily, NotApplicable> {
  for (const [i, units] of annotators.entries()) {
    const pair = findOverlap(sortUnits(units));
    if (!pair) continue;
    const [a, b] = pair;
    const message = `Annotator ${i + 1} marked ${a.start}–${a.end} (‘${a.label}’) and ${b.start}–${b.end} (‘${b.label}’), which overlap; the coefficients of 2016 want a text cut into pieces.`;
    return notApplicable(message, { id: String(i) });
  }
  const parts = annotators.map((units) => partition(units, length));
  const all = coincidencesOf(parts);
  const family: UAlphaFamily = {
    uAlpha: alphaOf(all, squaresByLabel(parts)),
    binary: binaryAlpha(parts),
  };
  const [first, second] = parts;
  if (!first || !second || parts.length !== 2) return ok(family);
  return ok({ ...family, ...codedFamily(first, second, all) });
}

function coincidencesOf(parts: readonly Units[]): Coincidences {
  const found = new Coincidences();
  for (const [i, first] of parts.entries()) {
    for (const second of parts.slice(i + 1)) {
      eachStretch(first, second, (a, b, length) => {
        found.add(a.label, b.label, length / (parts.length - 1));
        found.add(b.label, a.label, length / (parts.length - 1));
      });
    }
  }
  return found;
}

/** Sum of squared lengths of each label's units: they stay whole by chance, too. Gaps are no units. */
function squaresByLabel(parts: readonly Units[]): ReadonlyMap<string, number> {
  const squares = new Map<string, number>();
  for (const { start, end, label } of parts.flat()) {
    const length = end - start;
    squares.set(label, (squares.get(label) ?? 0) + (label === GAP ? length : length ** 2));
  }
  return squares;
}

/** Coincidences that chance would give, by two labels. */
function expectedBy(observed: Coincidences, squares: ReadonlyMap<string, number>) {
  const total = observed.total();
  let own = 0;
  for (const square of squares.values()) own += square;
  const pairs = total ** 2 - own;
  if (pairs === 0) return undefined;
  return (first: string, second: string) => {
    const self = first === second ? (squares.get(first) ?? 0) : 0;
    return (total * (observed.of(first) * observed.of(second) - self)) / pairs;
  };
}

function alphaOf(observed: Coincidences, squares: ReadonlyMap<string, number>): number | null {
  const expected = expectedBy(observed, squares);
  if (!expected) return null;
  const total = observed.total();
  const agreeing = observed.labels().reduce((sum, label) => sum + expected(label, label), 0);
  const chance = total - agreeing;
  return isNothing(chance, total) ? null : 1 - (total - observed.agreeing()) / chance;
}

/** Whether a difference of lengths is only what rounding leaves of 0. */
const isNothing = (difference: number, total: number) => Math.abs(difference) <= total * 1e-12;

function binaryAlpha(parts: readonly Units[]): number | null {
  const marked = parts.map((units) =>
    units.map((unit) => (unit.label === GAP ? unit : { ...unit, label: 'marked' })),
  );
  return alphaOf(coincidencesOf(marked), squaresByLabel(marked));
}

/** What is said of the labels where both annotators marked something. */
function codedFamily(first: Units, second: Units, all: Coincidences) {
  const coded = new Coincidences();
  /** How much of each unit the other annotator marked, too. */
  const covered = new Map<Unit, number>();
  eachStretch(first, second, (a, b, length) => {
    if (a.label === GAP || b.label === GAP) return;
    coded.add(a.label, b.label, length);
    coded.add(b.label, a.label, length);
    covered.set(a, (covered.get(a) ?? 0) + length);
    covered.set(b, (covered.get(b) ?? 0) + length);
  });
  const squares = new Map<string, number>();
  for (const [{ label }, length] of covered) {
    squares.set(label, (squares.get(label) ?? 0) + length ** 2);
  }
  const total = all.total();
  return {
    coded: alphaOf(coded, squares),
    codedCoverage: total === 0 ? null : coded.total() / total,
    perLabel: perLabelOf(coded, squares, all),
  };
}

function perLabelOf(
  coded: Coincidences,
  squares: ReadonlyMap<string, number>,
  all: Coincidences,
): ReadonlyMap<string, LabelAlpha> {
  const expected = expectedBy(coded, squares);
  const labels = coded.labels();
  return new Map(
    labels.map((label): [string, LabelAlpha] => {
      const whole = coded.of(label);
      const coverage = all.of(label) === 0 ? null : whole / all.of(label);
      if (!expected) return [label, { alpha: null, coverage }];
      const byChance = labels.reduce((sum, other) => sum + expected(other, label), 0);
      const differing = byChance - expected(label, label);
      if (whole === 0 || isNothing(differing, coded.total())) {
        return [label, { alpha: null, coverage }];
      }
      const alpha = 1 - (byChance / whole) * ((whole - coded.at(label, label)) / differing);
      return [label, { alpha, coverage }];
    }),
  );
}
