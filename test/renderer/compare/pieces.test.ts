import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExcerptItem } from '#core/review/reviewed-document.ts';
import { cutPieces } from '../../../src/renderer/compare/detail/cut-pieces.ts';
import { placeBars } from '../../../src/renderer/compare/detail/place-bars.ts';

const TEXT = 'Finance and Defence Ministries signed\nthe Lirio Accord on Tuesday';
const PART = { start: 100, end: 100 + TEXT.length, text: TEXT };
const PEOPLE = ['mira', 'jonas', 'kim'];

const item: fc.Arbitrary<ExcerptItem> = fc.record({
  kinds: fc.constantFrom([], ['type' as const]),
  isChosen: fc.boolean(),
  takes: fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 1 }).chain((annotators) =>
    fc.tuple(
      ...annotators.map((annotator) =>
        fc
          .tuple(fc.integer({ min: 90, max: 165 }), fc.integer({ min: 1, max: 30 }))
          .map(([start, length]) => ({
            ...{ annotator, id: 's', type: 'Person', words: '', attributes: '' },
            ranges: [{ start, end: start + length }],
          })),
      ),
    ),
  ),
});

test('pieces are the text, bars of one row never lie over each other, and each has its person’s place', () => {
  fc.assert(
    fc.property(fc.array(item, { maxLength: 8 }), fc.boolean(), (items, shared) => {
      const bars = placeBars(items, PEOPLE, shared);
      const pieces = cutPieces(PART, items, bars);
      expect(pieces.map(({ text }) => text).join('')).toBe(TEXT);
      for (const [i, a] of bars.entries()) {
        expect(a.row).toBeLessThan(a.rows);
        for (const b of bars.slice(i + 1)) {
          if (a.row !== b.row || (shared && a.annotator !== b.annotator)) continue;
          expect(a.start >= b.end || b.start >= a.end).toBe(true);
        }
      }
      for (const { bars: here, text } of pieces) {
        if (here.length > 0) expect(text.trimEnd()).not.toMatch(/\s/u);
      }
      const named = pieces.flatMap(({ bars: here }) => here.filter(({ isFirst }) => isFirst));
      expect(new Set(named.map(({ bar }) => bar)).size).toBe(named.length);
    }),
  );
});

test('a span with a gap is a bar with a gap, and what someone did not mark is told where nothing of theirs is', () => {
  const take = (annotator: string, ...ranges: { start: number; end: number }[]) => ({
    ...{ annotator, id: 's', type: 'Organization', words: '', attributes: '', ranges },
  });
  const items: ExcerptItem[] = [
    {
      kinds: ['missing'],
      isChosen: true,
      takes: [take('mira', { start: 100, end: 107 }, { start: 120, end: 130 })],
    },
  ];
  const bars = placeBars(items, ['mira', 'jonas'], false);
  expect(bars.map(({ annotator, type, row }) => [annotator, type, row])).toEqual([
    ['mira', 'Organization', 0],
    ['jonas', null, 1],
  ]);
  const pieces = cutPieces(PART, items, bars);
  const gaps = pieces.filter(({ bars: [first] }) => first?.isGap).map(({ text }) => text);
  expect(gaps.join('')).toBe(' and Defence ');
});
