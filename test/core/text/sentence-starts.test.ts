import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SentenceStarts } from '#core/text/sentence-starts.ts';

test('sentences are the same read at once or bit by bit', () => {
  const pieces = fc.constantFrom(
    'One is. ',
    'Two?',
    '\n',
    '  ',
    'three\r\n',
    '“Four!” ',
    '句子。',
    'e.g. five ',
  );
  fc.assert(
    fc.property(fc.array(pieces), fc.integer({ min: 1, max: 20 }), (list, step) => {
      const text = list.join('');
      const whole = new SentenceStarts(text);
      expect(whole.readOn(text.length + 1)).toBe(true);
      const parts = new SentenceStarts(text);
      while (!parts.readOn(step));
      expect([...parts.startsIn(0, text.length)]).toEqual([...whole.startsIn(0, text.length)]);
      for (const { start } of parts.startsIn(0, text.length))
        expect(text.charAt(start)).toMatch(/\S/u);
    }),
  );
});

test('numbers count from the beginning of the text', () => {
  const sentences = new SentenceStarts('One. Two.\n\n  Three? Four');
  sentences.readOn(100);
  expect([...sentences.startsIn(5, 20)]).toEqual([
    { number: 2, start: 5 },
    { number: 3, start: 13 },
  ]);
});
