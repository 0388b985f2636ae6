import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Difference } from '#core/review/difference.ts';
import { DifferenceCounter, EVERY_DIFFERENCE } from '#core/review/difference-filter.ts';

const difference: fc.Arbitrary<Difference> = fc.record({
  document: fc.constantFrom('d1', 'd2', 'd3'),
  about: fc.constant('span' as const),
  kinds: fc.uniqueArray(
    fc.constantFrom('type' as const, 'boundaries' as const, 'missing' as const),
    {
      minLength: 1,
    },
  ),
  types: fc.uniqueArray(fc.constantFrom('Person', 'Place', '__proto__'), { minLength: 1 }),
  apart: fc.uniqueArray(fc.constantFrom('mira', 'jonas', 'kim'), { minLength: 1 }),
  place: fc.constant({ start: 0, end: 1 }),
  takes: fc
    .constantFrom('Ada', 'ADA  Lovelace', 'Bob')
    .map((words) => [
      { annotator: 'mira', id: 's', type: 'Person', ranges: [], words, attributes: '' },
    ]),
});
const filter = fc.record({
  kind: fc.constantFrom(null, 'type' as const, 'missing' as const),
  type: fc.constantFrom(null, 'Person', '__proto__'),
  annotator: fc.constantFrom(null, 'mira', 'kim'),
  document: fc.constantFrom(null, 'd1'),
  words: fc.constantFrom('', 'ada', ' ada lovelace'),
});

test('each count on a filter is what choosing its value leaves', () => {
  fc.assert(
    fc.property(fc.array(difference), filter, (all, chosen) => {
      const counter = new DifferenceCounter(chosen);
      const passed = all.filter((each) => counter.add(each));
      const counts = counter.counts();
      expect(counts.all).toBe(all.length);
      expect(counts.shown).toBe(passed.length);
      const left = (change: Partial<typeof chosen>) => {
        const other = new DifferenceCounter({ ...chosen, ...change });
        return all.filter((each) => other.add(each)).length;
      };
      for (const [kind, count] of counts.kinds) expect(left({ kind: kind as 'type' })).toBe(count);
      for (const [type, count] of counts.types)
        expect(left({ type: type as 'Person' })).toBe(count);
      for (const [id, count] of counts.annotators) {
        expect(left({ annotator: id as 'mira' })).toBe(count);
      }
      for (const [id, count] of counts.documents)
        expect(left({ document: id as 'd1' })).toBe(count);
    }),
  );
});

test('words are found whatever their case and blanks', () => {
  const [one] = fc.sample(difference, { numRuns: 1, seed: 1 });
  if (!one) throw new Error('no sample');
  const [take] = one.takes;
  const lovelace = { ...one, takes: take ? [{ ...take, words: 'ADA  Lovelace' }] : [] };
  expect(new DifferenceCounter({ ...EVERY_DIFFERENCE, words: 'ada love' }).add(lovelace)).toBe(
    true,
  );
  expect(new DifferenceCounter({ ...EVERY_DIFFERENCE, words: 'babbage' }).add(lovelace)).toBe(
    false,
  );
});
