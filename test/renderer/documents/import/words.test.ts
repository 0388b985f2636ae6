import { expect, test } from 'vitest';
import type { ImportPreview, PreviewDocument } from '#api/calls/imports.ts';
import { placeOf, textOf } from '../../../../src/renderer/documents/import/problem-list.ts';
import {
  annotationWords,
  confidenceWords,
  countWords,
  fateWords,
  formatSize,
} from '../../../../src/renderer/documents/import/words.ts';

const NONE = {
  documents: 0,
  receiving: 0,
  known: 0,
  sets: 0,
  spans: 0,
  relations: 0,
  labels: 0,
  notes: 0,
  leftOut: 0,
  already: 0,
};
const words = (counts: Partial<ImportPreview['counts']>) =>
  countWords({ counts: { ...NONE, ...counts } } as ImportPreview);

test.each([
  [{ documents: 1 }, '1 new document.'],
  [
    { documents: 12, spans: 3401, relations: 208, receiving: 2 },
    '12 new documents, 3,401 spans and 208 relations; 2 documents of the project receive annotations.',
  ],
  [{ known: 1, leftOut: 3 }, '0 new documents; 1 text brings nothing new; 3 annotations left out.'],
  [
    { known: 1, already: 3 },
    '0 new documents; 1 text brings nothing new; 3 annotations there already.',
  ],
])('%o is said as %s', (counts, sentence) => {
  expect(words(counts)).toBe(sentence);
});

test.each([
  [1, 'certain (100 %)'],
  [0.97, 'almost certain (97 %)'],
  [0.8, 'very likely (80 %)'],
  [0.5, 'likely (50 %)'],
  [0.3, 'possible (30 %)'],
  [0.05, 'a guess (5 %)'],
])('how sure %d is', (confidence, said) => {
  expect(confidenceWords(confidence)).toBe(said);
});

test('what is not there is not counted', () => {
  expect(annotationWords({ spans: 1, relations: 0, labels: 2, notes: 1 })).toBe(
    '1 span, 2 document labels and 1 note',
  );
  expect(annotationWords({ spans: 0, relations: 0 })).toBe('');
});

test('a document that is there says where, and what becomes of it', () => {
  const document = (fate: PreviewDocument['fate'], id: string | null = 'd1') =>
    ({ fate, same: { name: 'first', id } }) as PreviewDocument;
  expect(fateWords({ fate: 'new', same: null } as PreviewDocument, true)).toBeNull();
  expect(fateWords(document('receives'), true)).toMatch(/in the project.*receives/u);
  expect(fateWords(document('known'), false)).toMatch(/in the project: nothing new/u);
  expect(fateWords(document('known', null), false)).toMatch(/earlier in this list/u);
});

test('a problem is a line with file, place and reason', () => {
  const problem = {
    code: 'x',
    message: 'This is no span.',
    place: { file: '/c/a.ann', line: 3, column: 5 },
  };
  expect(placeOf(problem)).toBe('/c/a.ann, line 3, column 5');
  expect(textOf(problem)).toBe('/c/a.ann, line 3, column 5: This is no span.');
  expect(textOf({ code: 'x', message: 'No.' })).toBe('No.');
});

test.each([
  [1, '1 byte'],
  [812, '812 bytes'],
  [2400, '2.4 kB'],
  [24_000_000, '24 MB'],
])('%d bytes are %s', (bytes, said) => {
  expect(formatSize(bytes)).toBe(said);
});
