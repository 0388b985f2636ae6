import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findMatches, matchFrom } from '../../../src/renderer/text/find/matches.ts';

test('finds words whatever their case, with offsets into the text as it is', () => {
  expect(findMatches('istanbul, ISTANBUL', 'Istanbul').starts).toEqual([0, 10]);
  expect(findMatches('aaaa', 'aa')).toEqual({ starts: [0, 2], ends: [2, 4], isCut: false });
  expect(findMatches('anything', '').starts).toEqual([]);
});

test('what is searched for is words, not a pattern', () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, words, after) => {
      const text = before + words + after;
      const { starts, ends } = findMatches(text, words);
      expect(starts.length).toBeGreaterThan(0);
      for (const [i, start] of starts.entries())
        expect(text.slice(start, ends[i]).toLowerCase()).toBe(words.toLowerCase());
    }),
  );
});

test('gives the first match from a place on', () => {
  const matches = findMatches('one two one two one', 'one');
  expect([0, 1, 8, 9, 17].map((pos) => matchFrom(matches, pos))).toEqual([0, 1, 1, 2, 3]);
});

test('words without accents find those with them, words with accents only those', () => {
  const text = 'At Borodinó, Borodino\u0301 and Borodino';
  expect(findMatches(text, 'borodino')).toEqual({
    starts: [3, 13, 27],
    ends: [11, 22, 35],
    isCut: false,
  });
  expect(findMatches(text, 'Borodinó').starts).toEqual([3]);
});
