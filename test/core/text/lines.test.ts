import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '#core/text/lines.ts';

test('lines end with LF, CRLF or a lone CR', () => {
  const lines = linesOf('a\nbb\r\nc\rd\n');
  expect(lines.count).toBe(5);
  expect([1, 2, 3, 4, 5].map((line) => lines.startOf(line))).toEqual([0, 2, 6, 8, 10]);
  expect(lines.placeOf(4)).toEqual({ line: 2, column: 3 });
  expect(lines.placeOf(5)).toEqual({ line: 2, column: 4 });
  expect(lines.placeOf(10)).toEqual({ line: 5, column: 1 });
  expect([lines.startOf(0), lines.startOf(99)]).toEqual([0, 10]);
  expect(linesOf('').placeOf(0)).toEqual({ line: 1, column: 1 });
});

test('every offset is in the line that counting line ends before it gives', () => {
  const text = fc
    .array(fc.constantFrom('a', '\n', '\r', '\r\n', '\u2028', '😀'), { maxLength: 60 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (text) => {
      const lines = linesOf(text);
      for (let at = 0; at <= text.length; at++) {
        // A CRLF that the offset cuts has not ended its line yet.
        const cutsCrLf = text.slice(at - 1, at + 1) === '\r\n';
        const before = text.slice(0, cutsCrLf ? at - 1 : at);
        const ends = before.match(/\r\n|\r|\n/g)?.length ?? 0;
        expect(lines.lineAt(at)).toBe(ends + 1);
        expect(lines.startOf(lines.lineAt(at))).toBeLessThanOrEqual(at);
      }
    }),
  );
});
