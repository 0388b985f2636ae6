import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Resamples } from '#core/agreement/bootstrap/resamples.ts';
import { seededRandom } from '#core/agreement/bootstrap/seeded-random.ts';
import { cohenKappa } from '#core/agreement/coding/cohen-kappa.ts';
import { fleissKappa } from '#core/agreement/coding/fleiss-kappa.ts';
import { countItems, type Item } from '#core/agreement/coding/items.ts';
import { krippendorffAlpha } from '#core/agreement/coding/krippendorff-alpha.ts';
import { scottPi } from '#core/agreement/coding/scott-pi.ts';
import { bestAlignment } from '#core/agreement/gamma/best-alignment.ts';
import { type Candidate, candidatesOf, placeUnits } from '#core/agreement/gamma/candidates.ts';
import { GAMMA_WEIGHTS } from '#core/agreement/gamma/dissimilarity.ts';
import { alphaU1995 } from '#core/agreement/unitizing/alpha-u-1995.ts';
import { uAlpha2016 } from '#core/agreement/unitizing/u-alpha-2016.ts';
import type { Units } from '#core/agreement/unitizing/unit.ts';
import {
  fullItems,
  LENGTH,
  pairedItems,
  partitionedUnits,
  RUNS,
  rename,
  unit,
} from './arbitraries.ts';

const figureOf = (result: { ok: true; value: { value: number | null } } | { ok: false }) =>
  result.ok ? result.value.value : 'refused';

const CODING: Readonly<
  Record<string, [fc.Arbitrary<readonly Item[]>, (items: readonly Item[]) => unknown]>
> = {
  kappa: [pairedItems, (items) => figureOf(cohenKappa(countItems(items)))],
  pi: [pairedItems, (items) => figureOf(scottPi(countItems(items)))],
  'Fleiss’ kappa': [fullItems, (items) => figureOf(fleissKappa(countItems(items)))],
  alpha: [pairedItems, (items) => krippendorffAlpha(countItems(items)).value],
  'alpha of three': [fullItems, (items) => krippendorffAlpha(countItems(items)).value],
};

const close = (actual: unknown, expected: unknown) => {
  if (typeof expected === 'number') expect(actual).toBeCloseTo(expected, 9);
  else expect(actual).toEqual(expected);
};

describe.each(Object.entries(CODING))('%s', (_, [items, measure]) => {
  test('does not depend on the order of annotators or items, nor on the names of labels', () => {
    fc.assert(
      fc.property(items, (given) => {
        const value = measure(given);
        close(measure(given.map((item) => [...item].reverse())), value);
        close(measure([...given].reverse()), value);
        close(measure(given.map((item) => item.map((own) => own && rename(own)))), value);
      }),
      { numRuns: RUNS },
    );
  });

  test('is 1 where all agree, or not defined where nothing varies', () => {
    fc.assert(
      fc.property(items, (given) => {
        const agreeing = given.map((item) => item.map(() => item[0] ?? null));
        const labels = new Set(agreeing.flat().filter((own) => own !== null));
        close(measure(agreeing), labels.size < 2 ? null : 1);
      }),
      { numRuns: RUNS },
    );
  });

  test('is never above 1', () => {
    fc.assert(
      fc.property(items, (given) => {
        const value = measure(given);
        if (typeof value === 'number') expect(value).toBeLessThanOrEqual(1);
      }),
      { numRuns: RUNS },
    );
  });
});

test('for two annotators Fleiss’ kappa is Scott’s pi', () => {
  fc.assert(
    fc.property(pairedItems, (items) => {
      const full = items.filter((item) => item.every((label) => label !== null));
      const counted = countItems(full);
      close(figureOf(fleissKappa(counted)), full.length === 0 ? null : figureOf(scottPi(counted)));
    }),
    { numRuns: RUNS },
  );
});

const UNITIZING: Readonly<Record<string, (annotators: readonly Units[]) => unknown>> = {
  'alpha-U of 1995': (annotators) => figureOf(alphaU1995(annotators, LENGTH)),
  'u-alpha': (annotators) => uValue(annotators, 'uAlpha'),
  '|u-alpha': (annotators) => uValue(annotators, 'binary'),
  'cu-alpha': (annotators) => uValue(annotators, 'coded'),
};

function uValue(annotators: readonly Units[], name: 'uAlpha' | 'binary' | 'coded'): unknown {
  const found = uAlpha2016(annotators, LENGTH);
  return found.ok ? found.value[name] : 'refused';
}

describe.each(Object.entries(UNITIZING))('%s', (_, measure) => {
  const two = fc.tuple(partitionedUnits, partitionedUnits);

  test('does not depend on the order of annotators or units, nor on the names of labels', () => {
    fc.assert(
      fc.property(two, ([a, b]) => {
        const value = measure([a, b]);
        close(measure([b, a]), value);
        close(measure([[...a].reverse(), [...b].reverse()]), value);
        const renamed = [a, b].map((units) =>
          units.map((own) => ({ ...own, label: rename(own.label) })),
        );
        close(measure(renamed), value);
      }),
      { numRuns: RUNS },
    );
  });

  test('is 1 for the same units, where it is defined', () => {
    fc.assert(
      fc.property(partitionedUnits, (units) => {
        const value = measure([units, units]);
        if (value !== null) close(value, 1);
      }),
      { numRuns: RUNS },
    );
  });
});

test('overlapping units of one annotator are refused with their places', () => {
  const units = [
    { start: 2, end: 8, label: 'PER' },
    { start: 5, end: 9, label: 'PER' },
  ];
  const refused = alphaU1995([[], units], LENGTH);
  expect(refused.ok ? '' : refused.error.message).toMatch(/Annotator 2 .*2–8.*5–9/u);
  expect(uAlpha2016([units, []], LENGTH)).toMatchObject({
    ok: false,
    error: { code: 'not-applicable' },
  });
});

describe('the best alignment', () => {
  const few = fc.array(unit, { maxLength: 3 });
  const three = fc.tuple(few, few, few);

  test('has as little disorder as the best of all alignments there are', () => {
    fc.assert(
      fc.property(three, (annotators) => {
        const { alignments, disorder, isProven } = bestAlignment(annotators, GAMMA_WEIGHTS);
        const placed = placeUnits(annotators);
        const seen = alignments.flatMap(({ members }) => members.map(({ place }) => place));
        expect(seen.sort((a, b) => a - b)).toEqual(placed.map(({ place }) => place));
        expect(isProven).toBe(true);
        const all = everyCandidate(annotators);
        close(disorder * (placed.length / 3), cheapest(placed.length, all));
      }),
      { numRuns: Math.min(RUNS, 300) },
    );
  });

  test('does not depend on the order of annotators, of units, or on the names of labels', () => {
    fc.assert(
      fc.property(three, (annotators) => {
        const { disorder } = bestAlignment(annotators, GAMMA_WEIGHTS);
        close(bestAlignment([...annotators].reverse(), GAMMA_WEIGHTS).disorder, disorder);
        const turned = annotators.map((units) =>
          [...units].reverse().map((own) => ({ ...own, label: rename(own.label) })),
        );
        close(bestAlignment(turned, GAMMA_WEIGHTS).disorder, disorder);
      }),
      { numRuns: RUNS },
    );
  });

  test('of the same units has no disorder', () => {
    fc.assert(
      fc.property(few, (units) => {
        expect(bestAlignment([units, units], GAMMA_WEIGHTS).disorder).toBe(0);
      }),
      { numRuns: RUNS },
    );
  });
});

/** All sets of units of different annotators: nothing is left out beforehand, as the weights allow all. */
function everyCandidate(annotators: readonly Units[]): readonly Candidate[] {
  const generous = candidatesOf(placeUnits(annotators), 3, GAMMA_WEIGHTS);
  const placed = placeUnits(annotators);
  const known = new Map(generous.map((each) => [each.places.join(), each.cost]));
  const groups: number[][] = [[]];
  for (const { place, annotator } of placed) {
    for (const group of [...groups]) {
      if (group.every((other) => placed[other]?.annotator !== annotator))
        groups.push([...group, place]);
    }
  }
  return groups
    .filter((places) => places.length > 0)
    .map((places) => ({ places, cost: known.get(places.join()) ?? costOf(places, annotators) }));
}

/** The cost of a unitary alignment, straight from its definition. */
function costOf(places: readonly number[], annotators: readonly Units[]): number {
  const members = places.flatMap((place) => placeUnits(annotators)[place] ?? []);
  let sum = 0;
  for (const first of [0, 1, 2]) {
    for (const second of [0, 1, 2].slice(first + 1)) {
      const a = members.find(({ annotator }) => annotator === first)?.unit;
      const b = members.find(({ annotator }) => annotator === second)?.unit;
      if (!a || !b) sum += 1;
      else {
        const apart = Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
        sum += (apart / (a.end - a.start + b.end - b.start)) ** 2 + Number(a.label !== b.label);
      }
    }
  }
  return sum / 3;
}

function cheapest(unitCount: number, candidates: readonly Candidate[]): number {
  const known = new Map<number, number>([[0, 0]]);
  const from = (left: number): number => {
    const found = known.get(left);
    if (found !== undefined) return found;
    const lowest = Math.log2(left & -left);
    let best = Number.POSITIVE_INFINITY;
    for (const { places, cost } of candidates) {
      if (!places.includes(lowest)) continue;
      const taken = places.reduce((bits, place) => bits | (1 << place), 0);
      if ((left & taken) === taken) best = Math.min(best, cost + from(left & ~taken));
    }
    known.set(left, best);
    return best;
  };
  return from(2 ** unitCount - 1);
}

describe('bootstrap', () => {
  test('gives the same interval for the same seed, around the figure itself', () => {
    const values = Float64Array.from([0.2, 0.5, 0.5, 0.7, 0.9, 0.4]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const once = () => {
      const resamples = new Resamples(values.length, 2_000, seededRandom(7));
      const sums = resamples.sums(values);
      return resamples.interval(0.95, (replicate) => (sums[replicate] ?? 0) / values.length);
    };
    expect(once()).toEqual(once());
    const { lower, upper, replicates } = once();
    expect(replicates).toBe(2_000);
    expect(lower).toBeLessThan(mean);
    expect(upper).toBeGreaterThan(mean);
  });

  test('draws as many documents as there are, each time', () => {
    const resamples = new Resamples(30, 500, seededRandom(3));
    expect(new Set(resamples.sums(new Float64Array(30).fill(1)))).toEqual(new Set([30]));
  });

  test('random numbers of a seed are spread evenly', () => {
    const random = seededRandom(1);
    const bins = new Array<number>(10).fill(0);
    for (let i = 0; i < 100_000; i++) {
      const bin = Math.floor(random() * 10);
      bins[bin] = (bins[bin] ?? 0) + 1;
    }
    // Chi-square with 9 degrees of freedom; 27.88 is its 99.9 % point.
    const chi = bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    expect(chi).toBeLessThan(27.88);
  });
});
