import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faultOfSplit, mulberry32, PARTS, sizesOf, splitOf } from '#core/exchange/export-split.ts';

const percent = (train: number, dev: number, test: number) => ({ train, dev, test });
const IDS = Array.from({ length: 10 }, (_, i) => `d0${i}`);

test('random numbers are those of mulberry32 elsewhere', () => {
  // Calculated with the reference in JavaScript and with one in Python.
  const first = (seed: number) => {
    const random = mulberry32(seed);
    return [random(), random(), random()];
  };
  expect(first(0)).toEqual([0.26642920868471265, 0.0003297457005828619, 0.2232720274478197]);
  expect(first(42)).toEqual([0.6011037519201636, 0.44829055899754167, 0.8524657934904099]);
});

describe('sizes by largest remainder', () => {
  test.each([
    [10, percent(80, 10, 10), [8, 1, 1]],
    [5, percent(80, 10, 10), [4, 1, 0]], // 4, 0.5, 0.5: of equal fractions the earlier one
    [3, percent(80, 10, 10), [3, 0, 0]], // 2.4, 0.3, 0.3
    [7, percent(60, 20, 20), [4, 2, 1]], // 4.2, 1.4, 1.4
    [10, percent(33.3, 33.3, 33.4), [3, 3, 4]],
    [0, percent(80, 10, 10), [0, 0, 0]],
    [9, percent(0, 0, 100), [0, 0, 9]],
  ])('of %i documents', (total, shares, sizes) => {
    expect(sizesOf(total, { percent: shares })).toEqual(sizes);
  });

  test('all documents are in some part, and no part is off by one or more', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(100), fc.nat(100), (total, a, b) => {
        const [train, dev] = [Math.min(a, b), Math.max(a, b) - Math.min(a, b)];
        const shares = [train, dev, 100 - train - dev];
        const sizes = sizesOf(total, { percent: percent(train, dev, 100 - train - dev) });
        expect(sizes.reduce((sum, size) => sum + size)).toBe(total);
        for (const [i, size] of sizes.entries()) {
          expect(Math.abs(size - (total * (shares[i] ?? 0)) / 100)).toBeLessThan(1);
        }
      }),
    );
  });
});

describe('the split', () => {
  test('is the one that another program makes of the same description', () => {
    // Calculated in Python: sorted, shuffled with mulberry32(1): 07 08 03 02 01 05 09 04 00 06.
    const split = splitOf(IDS, { percent: percent(80, 10, 10), seed: 1 });
    expect(split.get('d00')).toBe('dev');
    expect(split.get('d06')).toBe('test');
    expect([...split.values()].filter((part) => part === 'train')).toHaveLength(8);
    // mulberry32(7): 06 05 08 01 02 03 04 07 09 00.
    const other = splitOf(IDS, { percent: percent(20, 20, 60), seed: 7 });
    expect(IDS.filter((id) => other.get(id) === 'train')).toEqual(['d05', 'd06']);
    expect(IDS.filter((id) => other.get(id) === 'dev')).toEqual(['d01', 'd08']);
  });

  test('does not depend on the order of the documents', () => {
    const ids = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2 });
    fc.assert(
      fc.property(ids, fc.nat(), (some, seed) => {
        const split = { percent: percent(50, 25, 25), seed };
        const sorted = (map: ReadonlyMap<string, string>) => [...map].sort();
        expect(sorted(splitOf([...some].reverse(), split))).toEqual(sorted(splitOf(some, split)));
        expect([...splitOf(some, split).values()].every((part) => PARTS.includes(part))).toBe(true);
      }),
    );
  });
});

test('percentages that make no sense are told', () => {
  expect(faultOfSplit({ percent: percent(80, 10, 10) })).toBeNull();
  expect(faultOfSplit({ percent: percent(33.3, 33.3, 33.4) })).toBeNull();
  expect(faultOfSplit({ percent: percent(80, 10, 0) })).toMatch(/add up to 90/u);
  expect(faultOfSplit({ percent: percent(120, -10, -10) })).toMatch(/below 0/u);
});
