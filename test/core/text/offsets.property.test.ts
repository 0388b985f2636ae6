import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetsOf, rangesToCodePoints, rangesToUtf16 } from '#core/text/offsets.ts';
import { rangesIn } from '../arbitrary.ts';

/** Any text, with surrogates that stand alone among it. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 1500 }),
  fc.string({ unit: 'grapheme', maxLength: 600 }),
  fc.string({ unit: 'binary-ascii', maxLength: 600 }),
  fc
    .array(fc.oneof(fc.integer({ min: 0xd7f0, max: 0xe010 }), fc.constantFrom(97, 0x1f600)), {
      maxLength: 800,
    })
    .map((codes) => codes.map((code) => String.fromCodePoint(code)).join('')),
);

test('every offset agrees with a walk over the characters, both ways', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const offsets = offsetsOf(text);
      const characters = Array.from(text);
      expect(offsets.codePointLength).toBe(characters.length);
      expect(offsets.utf16Length).toBe(text.length);
      const starts = new Set([text.length]);
      let utf16 = 0;
      for (const [codePoints, character] of characters.entries()) {
        expect(offsets.toCodePoints(utf16)).toBe(codePoints);
        expect(offsets.toUtf16(codePoints)).toBe(utf16);
        if (character.length === 2) expect(offsets.toCodePoints(utf16 + 1)).toBe(codePoints);
        starts.add(utf16);
        utf16 += character.length;
      }
      expect(offsets.toCodePoints(text.length)).toBe(characters.length);
      expect(offsets.toUtf16(characters.length)).toBe(text.length);
      for (let at = 0; at <= text.length; at++) {
        expect(offsets.isInsidePair(at)).toBe(!starts.has(at));
      }
    }),
    { numRuns: 200 },
  );
});

test('ranges in code points cut the same words out, as Python does', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 20, maxLength: 200 }), (text) => {
      fc.assert(
        fc.property(rangesIn(Array.from(text).length), (ranges) => {
          const offsets = offsetsOf(text);
          const utf16 = rangesToUtf16(offsets, ranges);
          const words = ranges.map(({ start, end }) => Array.from(text).slice(start, end).join(''));
          expect(utf16.map(({ start, end }) => text.slice(start, end))).toEqual(words);
          expect(rangesToCodePoints(offsets, utf16)).toEqual(ranges);
        }),
        { numRuns: 5 },
      );
    }),
    { numRuns: 50 },
  );
});

test.each([-1, 0.5, 4, Number.NaN, Number.POSITIVE_INFINITY])('%s is no offset', (offset) => {
  for (const text of ['abc', 'a😀']) {
    expect(() => offsetsOf(text).toCodePoints(offset)).toThrow(RangeError);
    expect(() => offsetsOf(text).toUtf16(offset)).toThrow(RangeError);
  }
});

test('a lone surrogate is one code point, also at the end and before a pair', () => {
  const text = '\ud83d\ud83d\ude00\ude00x\ud83d';
  const offsets = offsetsOf(text);
  expect(offsets.codePointLength).toBe(5);
  expect([0, 1, 3, 4, 5, 6].map((at) => offsets.toCodePoints(at))).toEqual([0, 1, 2, 3, 4, 5]);
  expect(offsets.toUtf16(5)).toBe(6);
});
