import { expect, test } from 'vitest';
import type { Relation } from '#core/model/relation.ts';
import type { Span } from '#core/model/span.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { listRows, wordsOf } from '../../../src/renderer/inspector/list/rows.ts';

const TEXT = 'Ada met\n  Charles in London. 🎩'.padEnd(400, 'x');

const span = (
  id: string,
  type: string,
  ...ranges: readonly (readonly [number, number])[]
): Span => {
  const [first = { start: 0, end: 1 }, ...rest] = ranges.map(([start, end]) => ({ start, end }));
  return { kind: 'span', id, type, ranges: [first, ...rest], attributes: {}, note: '' };
};
const relation = (id: string, from: string, to: string): Relation => ({
  kind: 'relation',
  id,
  type: 'meets',
  from,
  to,
  attributes: {},
  note: '',
});
const index = new SetIndex([
  span('london', 'Place', [21, 27]),
  span('both', 'Pair', [0, 3], [10, 17]),
  span('ada', 'Person', [0, 3]),
  span('long', 'Chapter', [0, 400]),
  relation('r1', 'london', 'ada'),
  relation('r2', 'ada', 'london'),
]);
const all = { kind: 'spans', words: '', type: null } as const;

test('spans stand in text order, gaps and line breaks shown in one line', () => {
  const rows = listRows(TEXT, index, all);
  expect(rows.map((row) => row.id)).toEqual(['long', 'ada', 'both', 'london']);
  expect(rows.map((row) => wordsOf(TEXT, index, row))[2]).toBe('Ada … Charles');
});

test('long words are cut, never inside a character', () => {
  const hats = `${'a'.repeat(119)}🎩🎩`;
  const words = wordsOf(hats, index, span('s', 'T', [0, 123]));
  expect(words).toBe(`${'a'.repeat(119)}…`);
  expect(wordsOf(TEXT, index, span('s', 'T', [0, 400])).length).toBeLessThanOrEqual(121);
  expect(wordsOf(TEXT, index, span('s', 'T', [0, 17]))).toBe('Ada met Charles');
});

test('the filter looks at words and types, without regard to case', () => {
  const ids = (words: string) => listRows(TEXT, index, { ...all, words }).map((row) => row.id);
  expect(ids('LONDON')).toEqual(['long', 'london']);
  expect(ids('pers')).toEqual(['ada']);
  expect(ids('nothing')).toEqual([]);
  expect(listRows(TEXT, index, { ...all, type: 'Place' }).map((row) => row.id)).toEqual(['london']);
});

test('relations stand in the order of where they start, and name both ends', () => {
  const rows = listRows(TEXT, index, { ...all, kind: 'relations' });
  expect(rows.map((row) => wordsOf(TEXT, index, row))).toEqual(['Ada → London', 'London → Ada']);
  expect(rows[0]?.id).toBe('r2');
});
