import { expect, test } from 'vitest';
import type { Differences } from '#api/calls/review.ts';
import type { TellingDifference } from '#core/review/difference.ts';
import { EVERY_DIFFERENCE } from '#core/review/difference-filter.ts';
import { KeptDifferences } from '#host/review/kept-differences.ts';

const difference = (i: number): TellingDifference => ({
  ...{ document: `d${i % 10}`, about: 'span', kinds: [i % 3 === 0 ? 'type' : 'missing'] },
  ...{ types: ['Person'], apart: ['mira'], place: { start: i, end: i + 1 }, takes: [] },
  sentence: String(i),
});

function kept(count: number, listed = 10_000) {
  const keeper = new KeptDifferences();
  const { found, end } = keeper.begin();
  const all = Array.from({ length: count }, (_, i) => difference(i));
  for (let i = 0; i < count; i += 100) found(all.slice(i, i + 100));
  const counts = { all: count, shown: count, kinds: [], types: [], annotators: [], documents: [] };
  const answer: Differences = {
    ...{ differences: all.slice(0, listed), counts, documents: 10, alone: 2 },
  };
  end('one', answer);
  return keeper;
}

test('another filter is answered from what was found, the first 10,000 of them', () => {
  const keeper = kept(40_000);
  const some = keeper.filtered('one', { ...EVERY_DIFFERENCE, kind: 'missing' });
  expect(some?.counts).toMatchObject({ all: 40_000, shown: 26_666 });
  expect(some?.differences).toHaveLength(10_000);
  expect(some?.differences[0]?.sentence).toBe('1');
  expect(some).toMatchObject({ documents: 10, alone: 2 });
  expect(some?.counts.kinds).toEqual([
    ['missing', 26_666],
    ['type', 13_334],
  ]);
});

test('nothing is kept of another choice, of what the window has whole, or of far too many', () => {
  expect(kept(20_000).filtered('other', EVERY_DIFFERENCE)).toBeUndefined();
  expect(kept(500).filtered('one', EVERY_DIFFERENCE)).toBeUndefined();
  expect(kept(200_100).filtered('one', EVERY_DIFFERENCE)).toBeUndefined();
});

test('a comparison that was stopped leaves nothing behind', () => {
  const keeper = kept(20_000);
  keeper.begin().found([difference(1)]);
  expect(keeper.filtered('one', EVERY_DIFFERENCE)).toBeUndefined();
});
