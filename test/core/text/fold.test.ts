import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldAccents, foldText } from '#core/text/fold.ts';

test.each([
  ['Borodinó', 'Borodino'],
  ['Borodino\u0301', 'Borodino'],
  ['İstanbul', 'Istanbul'],
  ['مُحَمَّد', 'محمد'],
  ['שָׁלוֹם', 'שלום'],
  ['τίς', 'τις'],
  ['ё', 'е'],
])('takes the accents off %s', (text, plain) => {
  expect(foldAccents(text)).toBe(plain);
});

test.each(['हिन्दी', 'ภาษาไทย', '한국어', 'がぎぱ', 'йод', '👩‍👩‍👧‍👦', 'plain'])(
  'leaves %s as it is, as its marks make other letters or words',
  (text) => expect(foldAccents(text)).toBe(text),
);

test('the way back leads to the same letter, and past its accents', () => {
  const letters = fc.constantFrom(
    'a',
    'é',
    'e\u0301',
    'ệ',
    ' ',
    'ß',
    '😀',
    'が',
    '중',
    '𝒳',
    'o\u0308\u0323',
  );
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 30 }), (list) => {
      const folded = foldText(list.join(''));
      let [at, plain] = [0, 0];
      for (const letter of list) {
        expect(folded.original(plain)).toBe(at);
        at += letter.length;
        plain += foldAccents(letter).length;
      }
      expect(folded.original(plain)).toBe(at);
      expect(folded.text.length).toBe(plain);
    }),
  );
});
