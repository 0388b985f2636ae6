import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Span } from '#core/model/span.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { isGraphemeBoundary, snapToGraphemes } from '#core/text/segment.ts';
import { excerptOf, lineOf } from '../../../src/renderer/both-ends/excerpt.ts';

const spanAt = (id: string, start: number, end: number): Span => ({
  kind: 'span',
  id,
  type: 'Person',
  ranges: [{ start, end }],
  attributes: {},
  note: '',
});

test('the excerpt holds the start of the end, cuts no character, and its segments are the whole of it', () => {
  const text = fc
    .array(fc.constantFrom('Ada met ', '👩🏽‍🔬', 'e\u0301', '\n', '漢字', 'שלום '), {
      minLength: 1,
      maxLength: 80,
    })
    .map((all) => all.join(''));
  const places = fc.array(fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 30 })), {
    minLength: 1,
    maxLength: 8,
  });
  fc.assert(
    fc.property(text, places, fc.integer({ min: 0, max: 60 }), (words, all, around) => {
      const spans = all.map(([at, length], i) => {
        const start = at % words.length;
        const range = snapToGraphemes(words, {
          start,
          end: Math.min(words.length, start + length),
        });
        return spanAt(`s${i}`, range.start, range.end);
      });
      const index = new SetIndex(spans);
      const [end] = spans;
      if (!end) throw new Error('no span');
      const excerpt = excerptOf(words, index, end, around);
      expect(excerpt.start).toBeLessThanOrEqual(end.ranges[0].start);
      expect(excerpt.end).toBeGreaterThanOrEqual(end.ranges[0].end);
      expect(isGraphemeBoundary(words, excerpt.start)).toBe(true);
      expect(isGraphemeBoundary(words, excerpt.end)).toBe(true);
      expect(excerpt.end - excerpt.start).toBeLessThanOrEqual(2 * around + 30 + 40);
      expect(excerpt.segments.map((s) => words.slice(s.start, s.end)).join('')).toBe(
        words.slice(excerpt.start, excerpt.end),
      );
      for (const segment of excerpt.segments)
        for (let at = segment.start; at < segment.end; at++) {
          const here = spans.filter((s) => s.ranges[0].start <= at && at < s.ranges[0].end);
          expect(segment.spans.map(({ id }) => id).sort()).toEqual(here.map(({ id }) => id).sort());
        }
    }),
  );
});

test('lines are counted from 1', () => {
  expect([0, 1, 2, 3, 4].map((at) => lineOf('a\nb\nc', at))).toEqual([1, 1, 2, 2, 3]);
});
