import { describe, expect, test } from 'vitest';
import { type Anchor, PlaceFinder } from '#core/formats/anchors/find-place.ts';
import type { OffsetUnit } from '#core/formats/json/offset-units.ts';

const text = '😀 Ada met\n  Babbage. Ada wrote. Ada slept.';

function find(anchor: Anchor, unit: OffsetUnit = 'code-points'): string {
  const found = new PlaceFinder(text, unit).find(anchor);
  if (typeof found === 'string') return found;
  const { start, end } = found.range;
  return `${start}: ${text.slice(start, end)}${found.remark ? ` (${found.remark})` : ''}`;
}

describe('a place is found', () => {
  test.each<[string, Anchor, string]>([
    ['by position', { start: 2, end: 5 }, '3: Ada'],
    ['by position and words', { start: 2, end: 5, exact: 'Ada' }, '3: Ada'],
    ['by words that are there once', { exact: 'slept' }, '37: slept'],
    ['by words with other white space', { exact: 'met Babbage' }, '7: met\n  Babbage'],
    ['by words with signs', { exact: 'Babbage.  Ada' }, '13: Babbage. Ada'],
    ['by what comes after the words', { exact: 'Ada', suffix: ' wrote' }, '22: Ada'],
    ['by what comes before the words', { exact: 'Ada', prefix: 'wrote. ' }, '33: Ada'],
  ])('%s', (_, anchor, place) => expect(find(anchor)).toBe(place));

  test('where position and words differ, the words count, and it is said', () => {
    expect(find({ start: 30, end: 33, exact: 'Ada' })).toBe(
      '33: Ada (Its words ‘Ada’ stand at 32 to 35, not at 30 to 33; the words count.)',
    );
  });

  test('a position that counts otherwise is known by its words', () => {
    expect(find({ start: 3, end: 6, exact: 'Ada' })).toBe(
      '3: Ada (By its words, its position counts UTF-16 code units.)',
    );
    expect(find({ start: 2, end: 5, exact: 'Ada' }, 'utf-16')).toMatch(/Unicode code points/u);
  });
});

test.each<[string, Anchor, RegExp]>([
  ['no such words', { start: 2, end: 5, exact: 'Bob' }, /not in the text/u],
  ['words that are there more than once', { exact: 'Ada' }, /more than once/u],
  ['a position outside', { start: 2, end: 500 }, /does not lie in the text/u],
  ['nothing', {}, /no position/u],
  ['an empty range', { start: 2, end: 2 }, /empty/u],
])('no place is found for %s', (_, anchor, message) => expect(find(anchor)).toMatch(message));

test('a hundred thousand annotations whose words are elsewhere take no quadratic time', () => {
  const long = Array.from({ length: 100_000 }, (_, i) => `word${i % 977}`).join(' ');
  const finder = new PlaceFinder(long, 'utf-16');
  const start = performance.now();
  for (let i = 0; i < 100_000; i++) finder.find({ start: i, end: i + 3, exact: `missing${i}` });
  expect(performance.now() - start).toBeLessThan(10_000);
});
