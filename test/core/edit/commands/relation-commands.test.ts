import { expect, test } from 'vitest';
import { addRelation } from '#core/edit/commands/add-relation.ts';
import { removeRelation } from '#core/edit/commands/remove-relation.ts';
import { retypeRelation } from '#core/edit/commands/retype-relation.ts';
import { reverseRelation } from '#core/edit/commands/reverse-relation.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { RECORDS, relation, SCHEMA } from '../../example.ts';
import { done, refused } from './outcome.ts';

const set = new SetIndex(RECORDS);
const add = (type: string, from: string, to: string, id = 'new') =>
  addRelation(set, SCHEMA, { id, type, from, to });

test('a relation is added with its defaults; subtypes may stand for their types', () => {
  const change = done(add('holds role', 'dong', 'minister'));
  expect(change.added['new']).toEqual(
    relation('new', 'holds role', 'dong', 'minister', { attributes: { former: false } }),
  );
});

test('the constraints of the type hold, and the reason is told', () => {
  expect(refused(add('holds role', 'minister', 'singh'))).toMatchObject({
    code: 'not-allowed',
    message: '‘holds role’ starts from Person, not from Role.',
  });
  expect(refused(add('located in', 'singh', 'dong')).message).toBe(
    '‘located in’ leads to Location, not to Soldier.',
  );
  expect(refused(add('meets', 'singh', 'qingdao')).message).toBe(
    '‘meets’ does not link Person and Location.',
  );
  expect(refused(add('part of', 'singh', 'singh')).code).toBe('not-allowed');
});

test('the same relation is not added twice, nor a symmetric one the other way round', () => {
  expect(refused(add('holds role', 'singh', 'minister'))).toMatchObject({
    code: 'duplicate',
    place: { id: 'holds' },
  });
  expect(refused(add('meets', 'dong', 'singh')).code).toBe('duplicate');
  expect(done(add('part of', 'minister', 'singh')).added['new']).toBeDefined();
});

test('types, ids and ends must exist', () => {
  expect(refused(add('likes', 'singh', 'dong')).code).toBe('unknown-type');
  expect(refused(add('part of', 'singh', 'nobody')).code).toBe('no-such-record');
  expect(refused(add('part of', 'meets', 'singh')).code).toBe('no-such-record');
  expect(refused(add('part of', 'singh', 'dong', 'holds')).code).toBe('exists');
});

test('type and direction change where the schema allows it', () => {
  const retyped = done(retypeRelation(set, SCHEMA, { relationId: 'holds', type: 'part of' }));
  expect(retyped.updated['holds']?.[1]).toEqual(relation('holds', 'part of', 'singh', 'minister'));
  expect(refused(retypeRelation(set, SCHEMA, { relationId: 'holds', type: 'meets' })).code).toBe(
    'not-allowed',
  );
  const reversed = done(reverseRelation(set, SCHEMA, { relationId: 'meets' }));
  expect(reversed.updated['meets']?.[1]).toEqual(relation('meets', 'meets', 'dong', 'singh'));
  expect(refused(reverseRelation(set, SCHEMA, { relationId: 'holds' })).code).toBe('not-allowed');
});

test('a relation goes alone', () => {
  const change = done(removeRelation(set, SCHEMA, { relationId: 'meets' }));
  expect(change.removed).toEqual({ meets: relation('meets', 'meets', 'singh', 'dong') });
});

test('what is not there cannot be edited', () => {
  for (const relationId of ['nobody', 'singh']) {
    const results = [
      retypeRelation(set, SCHEMA, { relationId, type: 'part of' }),
      reverseRelation(set, SCHEMA, { relationId }),
      removeRelation(set, SCHEMA, { relationId }),
    ];
    for (const result of results) expect(refused(result).code).toBe('no-such-record');
  }
});
