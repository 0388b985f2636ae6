import { expect, test } from 'vitest';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { labelId } from '#core/model/document-label.ts';
import { comparedSet } from '#core/review/compared-set.ts';
import { describeDifference } from '#core/review/describe.ts';
import { compareSets } from '#core/review/differences.ts';
import { listDifferences } from '#core/review/list-differences.ts';

const TEXT = 'Ada Lovelace met old Charles Babbage in London’s clubs.';
const NAMES = ['Mira', 'Jonas', 'Kim'];

/** A span on the words. */
function span(id: string, words: string, type = 'Person', attributes = {}): AnnotationRecord {
  const ranges = words.split('…').map((part) => {
    const start = TEXT.indexOf(part);
    return { start, end: start + part.length };
  });
  const [first, ...rest] = ranges;
  if (!first || first.start < 0) throw new Error(`not in the text: ${words}`);
  return { kind: 'span', id, type, ranges: [first, ...rest], attributes, note: '' };
}
const relation = (id: string, type: string, from: string, to: string): AnnotationRecord => ({
  ...{ kind: 'relation', id, type, from, to, attributes: {}, note: '' },
});
const label = (value: string): AnnotationRecord => ({
  ...{ kind: 'label', id: labelId('topic'), name: 'topic', value },
});

function sentences(...sets: AnnotationRecord[][]): readonly string[] {
  const everyone = sets.map((_, i) => `a${i}`);
  const compared = compareSets(
    sets.map((records, i) => comparedSet(`a${i}`, records)),
    new Set(),
  );
  const nameOf = (id: string) => NAMES[Number(id.slice(1))] ?? id;
  return listDifferences('letter', TEXT, compared, everyone).map((found) =>
    describeDifference(found.compared, { everyone, text: TEXT, nameOf }),
  );
}

test('who alone marked something is named; of several those who did not', () => {
  expect(sentences([span('x', 'London')], [])).toEqual(['Only Mira: Person.']);
  expect(sentences([], [span('x', 'London', 'Place')], [])).toEqual(['Only Jonas: Place.']);
  expect(sentences([span('x', 'London')], [span('y', 'London')], [])).toEqual([
    'Mira and Jonas: Person; Kim: nothing.',
  ]);
});

test('types are told by whose they are', () => {
  const place = [span('x', 'London', 'Place')];
  expect(sentences([span('y', 'London')], place, place)).toEqual([
    'Mira: Person; Jonas and Kim: Place.',
  ]);
});

test('boundaries are told in words, and in characters where words are cut', () => {
  const babbage = [span('x', 'Charles Babbage')];
  expect(sentences(babbage, [span('y', 'Charles')])).toEqual(['Jonas ends one word earlier.']);
  expect(sentences(babbage, [span('y', 'met old Charles Babbage in')])).toEqual([
    'Jonas begins two words earlier and ends one word later.',
  ]);
  expect(sentences(babbage, [span('y', 'Charles Babb')])).toEqual([
    'Jonas ends three characters earlier.',
  ]);
  expect(sentences(babbage, [span('y', 'Babbage')], [span('z', 'Babbage')])).toEqual([
    'Jonas and Kim begin one word later.',
  ]);
  expect(sentences(babbage, [span('y', 'Charles… Babbage')])[0]).toMatch(
    /^Mira: “Charles Babbage”; /u,
  );
});

test('attributes, relations and labels are told with their values and ends', () => {
  expect(
    sentences([span('x', 'London', 'Place', { sure: true })], [span('y', 'London', 'Place')]),
  ).toEqual(['sure – Mira: yes; Jonas: nothing.']);
  const ends = [span('x', 'Ada Lovelace'), span('y', 'Charles Babbage')];
  expect(sentences([...ends, relation('r', 'met', 'x', 'y')], ends)).toEqual([
    'Only Mira: met. Ada Lovelace → Charles Babbage.',
  ]);
  expect(
    sentences([...ends, relation('r', 'met', 'x', 'y')], [...ends, relation('q', 'met', 'y', 'x')]),
  ).toEqual(['Mira: Ada Lovelace → Charles Babbage; Jonas: Charles Babbage → Ada Lovelace.']);
  expect(sentences([label('love')], [label('work')])).toEqual(['topic – Mira: love; Jonas: work.']);
});
