import { expect, test } from 'vitest';
import { addRange } from '#core/edit/commands/add-range.ts';
import { addSpan } from '#core/edit/commands/add-span.ts';
import { removeRange } from '#core/edit/commands/remove-range.ts';
import { removeSpan } from '#core/edit/commands/remove-span.ts';
import { retypeSpan } from '#core/edit/commands/retype-span.ts';
import { setRanges } from '#core/edit/commands/set-ranges.ts';
import type { Span } from '#core/model/span.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { RECORDS, relation, SCHEMA, span } from '../../example.ts';
import { done, refused } from './outcome.ts';

const set = new SetIndex(RECORDS);
const get = (id: string) => set.span(id) as Span;

test('a new span gets the defaults of its type and of the types above', () => {
  const change = done(
    addSpan(set, SCHEMA, { id: 'new', type: 'Soldier', ranges: [{ start: 8, end: 16 }] }),
  );
  const attributes = { certain: true, fields: ['army'] };
  expect(change.added['new']).toEqual(span('new', 'Soldier', 'Minister', { attributes }));
});

test('ranges of a new span are put in order and joined', () => {
  const ranges = [
    { start: 9, end: 12 },
    { start: 3, end: 5 },
    { start: 5, end: 6 },
  ];
  const change = done(addSpan(set, SCHEMA, { id: 'new', type: 'Role', ranges }));
  expect(change.added['new']).toMatchObject({
    ranges: [
      { start: 3, end: 6 },
      { start: 9, end: 12 },
    ],
  });
});

test('a span is not added twice, nor under a type or id that cannot be', () => {
  const { ranges } = get('singh');
  const add = (id: string, type: string) => addSpan(set, SCHEMA, { id, type, ranges });
  expect(refused(add('new', 'Person'))).toMatchObject({
    code: 'duplicate',
    place: { id: 'singh' },
  });
  expect(done(add('new', 'Organization')).added['new']).toBeDefined();
  expect(refused(add('new', 'Planet')).code).toBe('unknown-type');
  expect(refused(add('dong', 'Role')).code).toBe('exists');
});

test.each([
  [[]],
  [[{ start: 3, end: 3 }]],
  [[{ start: -1, end: 3 }]],
  [[{ start: 0.5, end: 3 }]],
  [[{ start: 0, end: Number.NaN }]],
  [[{ start: 5, end: 2 }]],
])('ranges %j are refused', (ranges) => {
  const added = addSpan(set, SCHEMA, { id: 'new', type: 'Role', ranges });
  expect(refused(added).code).toBe('bad-ranges');
  const moved = setRanges(set, SCHEMA, { spanId: 'singh', ranges });
  expect(refused(moved).code).toBe('bad-ranges');
});

test('another type keeps the values that it knows, and fills its defaults', () => {
  const down = done(retypeSpan(set, SCHEMA, { spanId: 'singh', type: 'Politician' }));
  expect(down.updated['singh']?.[1]).toMatchObject({
    type: 'Politician',
    attributes: { certain: true, fields: ['army'] },
  });
  const up = done(retypeSpan(set, SCHEMA, { spanId: 'dong', type: 'Organization' }));
  expect(up.updated['dong']?.[1]).toMatchObject({ type: 'Organization', attributes: {} });
});

test('another type is refused where a relation would no longer be allowed', () => {
  const error = refused(retypeSpan(set, SCHEMA, { spanId: 'singh', type: 'Organization' }));
  expect(error.code).toBe('not-allowed');
  expect(error.message).toContain('‘holds role’ starts from Person, not from Organization.');
  expect(refused(retypeSpan(set, SCHEMA, { spanId: 'singh', type: 'Planet' })).code).toBe(
    'unknown-type',
  );
});

test('a relation that is not allowed already is no reason to refuse', () => {
  const odd = new SetIndex([...RECORDS, relation('odd', 'holds role', 'qingdao', 'minister')]);
  const change = done(retypeSpan(odd, SCHEMA, { spanId: 'qingdao', type: 'Event' }));
  expect(change.updated['qingdao']?.[1]).toMatchObject({ type: 'Event' });
});

test('edges move, ranges come and go', () => {
  const moved = done(setRanges(set, SCHEMA, { spanId: 'singh', ranges: [{ start: 25, end: 30 }] }));
  expect(moved.updated['singh']).toEqual([
    get('singh'),
    { ...get('singh'), ranges: [{ start: 25, end: 30 }] },
  ]);

  const added = done(addRange(set, SCHEMA, { spanId: 'singh', range: { start: 0, end: 7 } }));
  const wide = added.updated['singh']?.[1] as Span;
  expect(wide.ranges).toEqual([{ start: 0, end: 7 }, ...get('singh').ranges]);

  const discontinuous = new SetIndex([wide]);
  const remove = (at: number) => removeRange(discontinuous, SCHEMA, { spanId: 'singh', at });
  expect(done(remove(3)).updated['singh']?.[1]).toEqual(get('singh'));
  expect(done(remove(7)).updated['singh']?.[1]).toEqual(get('singh'));
  expect(refused(remove(12)).code).toBe('bad-ranges');
  expect(refused(removeRange(set, SCHEMA, { spanId: 'singh', at: 18 })).code).toBe('bad-ranges');
  const inside = { start: 18, end: 20 };
  expect(refused(addRange(set, SCHEMA, { spanId: 'singh', range: inside })).code).toBe('duplicate');
});

test('a span goes with its relations, and the change holds them', () => {
  const change = done(removeSpan(set, SCHEMA, { spanId: 'singh' }));
  expect(Object.keys(change.removed).sort()).toEqual(['holds', 'meets', 'singh']);
  expect(Object.keys(change.added).length + Object.keys(change.updated).length).toBe(0);
});

test('what is not there cannot be edited', () => {
  for (const spanId of ['nobody', 'holds']) {
    const range = { start: 0, end: 1 };
    const results = [
      retypeSpan(set, SCHEMA, { spanId, type: 'Role' }),
      setRanges(set, SCHEMA, { spanId, ranges: [range] }),
      addRange(set, SCHEMA, { spanId, range }),
      removeRange(set, SCHEMA, { spanId, at: 0 }),
      removeSpan(set, SCHEMA, { spanId }),
    ];
    for (const result of results) {
      expect(refused(result)).toMatchObject({ code: 'no-such-record', place: { id: spanId } });
    }
  }
});
