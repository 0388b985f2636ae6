import { expect, test } from 'vitest';
import { checkSet, type SetProblemCode } from '#core/check/check-set.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Ranges } from '#core/model/range.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { quotesOf } from '#core/text/quote.ts';
import { RECORDS, relation, SCHEMA, span, TEXT } from '../example.ts';

const quotes = new Map<string, readonly string[]>(
  RECORDS.flatMap((record) =>
    record.kind === 'span' ? [[record.id, quotesOf(TEXT, record.ranges)] as const] : [],
  ),
);
const place = (...ranges: Ranges) => ({ ranges });
const EMOJI = `${TEXT} 😀`;

test('a sound set has no problems', () => {
  expect(checkSet(new SetIndex(RECORDS), SCHEMA, TEXT, { quotes })).toEqual([]);
});

test.each<readonly [SetProblemCode, readonly AnnotationRecord[]]>([
  ['outside-text', [span('x', 'Role', 'met', place({ start: 50, end: 99 }))]],
  ['cuts-character', [span('x', 'Role', 'met', place({ start: 0, end: TEXT.length + 2 }))]],
  [
    'cuts-character',
    [span('x', 'Role', 'met', place({ start: TEXT.length + 2, end: EMOJI.length }))],
  ],
  ['bad-ranges', [span('x', 'Role', 'met', place({ start: 4, end: 4 }))]],
  ['bad-ranges', [span('x', 'Role', 'met', place({ start: -1, end: 4 }))]],
  ['bad-ranges', [span('x', 'Role', 'met', place({ start: 0.5, end: 4 }))]],
  ['bad-ranges', [span('x', 'Role', 'met', place({ start: 3, end: 5 }, { start: 5, end: 9 }))]],
  ['unknown-type', [span('x', 'Planet', 'met')]],
  ['unknown-type', [relation('x', 'likes', 'singh', 'dong')]],
  ['unknown-attribute', [span('x', 'Role', 'met', { attributes: { size: 1 } })]],
  ['bad-value', [span('x', 'Person', 'met', { attributes: { certain: 'maybe' } })]],
  ['missing-attribute', [span('x', 'Soldier', 'met')]],
  ['dangling-relation', [relation('x', 'part of', 'singh', 'nobody')]],
  ['dangling-relation', [relation('x', 'part of', 'meets', 'singh')]],
  ['self-relation', [relation('x', 'part of', 'singh', 'singh')]],
  ['end-not-allowed', [relation('x', 'holds role', 'minister', 'singh')]],
  ['duplicate', [span('x', 'Location', 'Qingdao')]],
  ['duplicate', [relation('x', 'meets', 'dong', 'singh')]],
  ['unknown-label', [{ kind: 'label', id: 'label:mood', name: 'mood', value: true }]],
  ['bad-value', [{ kind: 'label', id: 'label:topic', name: 'topic', value: 'sport' }]],
])('%s is found', (code, more) => {
  const problems = checkSet(new SetIndex([...RECORDS, ...more]), SCHEMA, EMOJI, { quotes });
  expect(problems.map((problem) => problem.code)).toEqual([code]);
  expect(problems[0]?.place.id).toBe(more[0]?.id);
  expect(problems[0]?.message).toMatch(/^[‘A-Z].*\.$/su);
});

test('a quote that the text does not have is found, with both', () => {
  const wrong = new Map([...quotes, ['dong', ['Dong Xi']]]);
  const [problem, ...others] = checkSet(new SetIndex(RECORDS), SCHEMA, TEXT, { quotes: wrong });
  expect(others).toEqual([]);
  expect(problem).toEqual({
    code: 'quote-mismatch',
    severity: 'error',
    message: 'A Soldier was made on ‘Dong Xi’, but the text there is ‘Dong Jun’.',
    place: { id: 'dong' },
  });
});

test('the same words with another type, or the other direction, are no duplicates', () => {
  const more = [span('x', 'Event', 'Qingdao'), relation('y', 'part of', 'dong', 'singh')];
  const back = relation('z', 'part of', 'singh', 'dong');
  expect(checkSet(new SetIndex([...RECORDS, ...more, back]), SCHEMA, TEXT)).toEqual([]);
});
