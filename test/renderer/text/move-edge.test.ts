import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalizeRanges } from '#core/model/range.ts';
import { snapToGraphemes } from '#core/text/segment.ts';
import { moveEdgeTo, snapEdge } from '../../../src/renderer/text/edges/move-edge.ts';

const TEXT = 'The Defence Minister of India, Rajnath Singh, met 👩‍👩‍👧‍👦 in New Delhi on a Monday.';

const ranges = fc
  .array(fc.tuple(fc.nat(TEXT.length - 2), fc.integer({ min: 1, max: 12 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((pairs) =>
    normalizeRanges(
      // No edge of a span is ever inside a character.
      pairs.map(([start, length]) =>
        snapToGraphemes(TEXT, { start, end: Math.min(TEXT.length, start + length) }),
      ),
    ),
  );

test('wherever an edge is moved, ranges stay apart, in order and not empty', () => {
  fc.assert(
    fc.property(
      ranges,
      fc.nat(),
      fc.boolean(),
      fc.nat(TEXT.length),
      (all, pick, isStart, offset) => {
        if (!all) return;
        const part = pick % all.length;
        const moved = moveEdgeTo(TEXT, all, part, isStart ? 'start' : 'end', offset);
        expect(normalizeRanges(moved)).toEqual(moved);
        expect(moved).toHaveLength(all.length);
        expect(moved.filter((_, i) => i !== part)).toEqual(all.filter((_, i) => i !== part));
      },
    ),
  );
});

test('an edge goes where it is moved, as long as there is room', () => {
  const only = [{ start: 4, end: 11 }] as const;
  expect(moveEdgeTo(TEXT, only, 0, 'end', 20)).toEqual([{ start: 4, end: 20 }]);
  expect(moveEdgeTo(TEXT, only, 0, 'start', 0)).toEqual([{ start: 0, end: 11 }]);
  expect(moveEdgeTo(TEXT, only, 0, 'start', 40)).toEqual([{ start: 10, end: 11 }]);
});

test('a dragged edge takes the word under the mouse whole', () => {
  const minister = { start: TEXT.indexOf('Minister'), end: TEXT.indexOf(' of India') };
  expect(snapEdge(TEXT, minister, 'start', TEXT.indexOf('fence'))).toBe(TEXT.indexOf('Defence'));
  expect(snapEdge(TEXT, minister, 'end', TEXT.indexOf('dia,'))).toBe(TEXT.indexOf(', Rajnath'));
});
