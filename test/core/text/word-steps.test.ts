import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGraphemeBoundary } from '#core/text/graphemes.ts';
import { wordStepBack, wordStepForward } from '#core/text/word-steps.ts';

/** The text cut where the caret stops on its way through. */
function stops(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length; ) {
    const next = wordStepForward(text, at);
    parts.push(text.slice(at, next));
    at = next;
  }
  return parts;
}

test.each([
  ['the  old, “new” one', ['the', '  old', ',', ' “', 'new', '”', ' one']],
  ['我们在北京工作', ['我们', '在', '北京', '工作']],
  ['ภาษาไทยง่าย', ['ภาษา', 'ไทย', 'ง่าย']],
  ['a\n\nb', ['a', '\n\nb']],
])('goes through %j word by word', (text, parts) => {
  expect(stops(text)).toEqual(parts);
});

test('goes back to where words start', () => {
  const text = '我们在北京, dear  friend ';
  const back: number[] = [];
  for (let at = text.length; at > 0; at = wordStepBack(text, at)) back.push(at);
  expect(back).toEqual([text.length, 13, 7, 5, 3, 2]);
});

test('always moves, never into a character, and ends at the ends', () => {
  const words = fc.constantFrom(
    'a',
    ' ',
    '\n',
    '我',
    'ง่าย',
    '👩‍👩‍👧',
    'e\u0301',
    '.',
    'x’s',
    'محمد',
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 20 }), fc.nat(), (list, seed) => {
      const text = list.join('');
      const at = seed % (text.length + 1);
      const forward = wordStepForward(text, at);
      const back = wordStepBack(text, at);
      expect(forward).toBeGreaterThan(at === text.length ? at - 1 : at);
      expect(back).toBeLessThan(at === 0 ? 1 : at);
      expect(isGraphemeBoundary(text, forward) || forward === text.length).toBe(true);
    }),
  );
});
