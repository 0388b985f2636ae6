import { describe, expect, test } from 'vitest';
import type { Schema } from '#core/model/schema.ts';
import {
  attributesOf,
  defaultsOf,
  isSubtype,
  lineageOf,
  subtypesOf,
} from '#core/schema/inherit.ts';
import { freeKey, keyConflicts, keyProblem } from '#core/schema/keys.ts';
import { findEntityType, findRelationType } from '#core/schema/lookup.ts';
import { relationChoices } from '#core/schema/relation-choices.ts';
import { attribute, SCHEMA } from '../example.ts';

const types = SCHEMA.entityTypes;
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

describe('types and their parents', () => {
  test('are found by name, by own names only', () => {
    expect(findEntityType(SCHEMA, 'Soldier')?.parent).toBe('Person');
    expect(findRelationType(SCHEMA, 'Soldier')).toBeUndefined();
    for (const name of ['constructor', '__proto__', '', 'soldier']) {
      expect(findEntityType(SCHEMA, name)).toBeUndefined();
    }
  });

  test('a subtype has the attributes of the types above, its own last', () => {
    expect(names(lineageOf(types, 'Soldier'))).toEqual(['Soldier', 'Person']);
    expect(names(attributesOf(types, 'Soldier'))).toEqual(
      'certain gender remark rank fields'.split(' '),
    );
    expect(names(attributesOf(types, 'Person'))).toEqual(['certain', 'gender', 'remark']);
    expect(attributesOf(types, 'nobody')).toEqual([]);
    expect(defaultsOf(types, 'Soldier')).toEqual({ certain: true, fields: ['army'] });
    expect(names(subtypesOf(types, 'Person'))).toEqual(['Politician', 'Soldier']);
    expect(isSubtype(types, 'Soldier', 'Person')).toBe(true);
    expect(isSubtype(types, 'Person', 'Soldier')).toBe(false);
    expect(isSubtype(types, 'Person', 'Person')).toBe(true);
  });

  test('the nearer definition of an attribute holds, in its old place', () => {
    const own = types.map((type) =>
      type.name === 'Soldier' ? { ...type, attributes: [attribute('gender')] } : type,
    );
    const list = attributesOf(own, 'Soldier');
    expect(names(list)).toEqual(['certain', 'gender', 'remark']);
    expect(list[1]?.kind).toBe('yes-no');
  });

  test('a circle of parents ends', () => {
    const circle = types.map((type) =>
      type.name === 'Person' ? { ...type, parent: 'Soldier' } : type,
    );
    expect(names(lineageOf(circle, 'Soldier'))).toEqual(['Soldier', 'Person']);
    expect(isSubtype(circle, 'Person', 'Role')).toBe(false);
  });
});

describe('choices for a relation', () => {
  const choices = (from: string, to: string) =>
    Object.fromEntries(
      relationChoices(SCHEMA, { type: from }, { type: to }).map(({ type, ...rest }) => [
        type,
        rest,
      ]),
    );

  test('all types are there in order, each allowed or with its reason', () => {
    const list = choices('Soldier', 'Role');
    expect(Object.keys(list)).toEqual(names(SCHEMA.relationTypes));
    expect(list['holds role']).toEqual({ allowed: true, reason: null, reversed: false });
    expect(list['part of']).toEqual({ allowed: true, reason: null, reversed: false });
    expect(list['located in']).toEqual({
      allowed: false,
      reason: '‘located in’ leads to Location, not to Role.',
      reversed: false,
    });
    expect(list['meets']?.reason).toBe('‘meets’ does not link Soldier and Role.');
  });

  test('what fits only the other way round is allowed, and said so', () => {
    const list = choices('Role', 'Person');
    expect(list['holds role']).toEqual({ allowed: true, reason: null, reversed: true });
    expect(list['part of']?.reversed).toBe(false);
    expect(choices('Person', 'Organization')['meets']?.reversed).toBe(false);
  });

  test('of several ends all are named', () => {
    expect(choices('Date', 'Location')['located in']?.reason).toBe(
      '‘located in’ starts from Person, Organization, Location or Event, not from Date.',
    );
  });

  test('a symmetric type with different ends holds either way round', () => {
    const uneven: Schema = {
      ...SCHEMA,
      relationTypes: SCHEMA.relationTypes.map((type) =>
        type.name === 'meets' ? { ...type, from: ['Person'], to: ['Event'] } : type,
      ),
    };
    const meets = (from: string, to: string) =>
      relationChoices(uneven, { type: from }, { type: to }).find(({ type }) => type === 'meets');
    expect(meets('Person', 'Event')).toMatchObject({ allowed: true, reversed: false });
    expect(meets('Event', 'Person')).toMatchObject({ allowed: true, reversed: false });
    expect(meets('Person', 'Person')).toMatchObject({ allowed: false });
  });
});

describe('keys', () => {
  const withKeys = (
    keys: Readonly<Record<string, string>>,
    label: string | null = null,
  ): Schema => ({
    ...SCHEMA,
    entityTypes: types.map((type) => ({
      ...type,
      attributes: type.attributes.map((each) => ({ ...each, key: keys[each.name] ?? null })),
    })),
    documentLabels: [attribute('topic', { key: label })],
  });
  const conflicts = (schema: Schema) => keyConflicts(schema).map(([a, b]) => `${a.name}/${b.name}`);

  test('meet where they are typed in the same place', () => {
    expect(conflicts(SCHEMA)).toEqual([]);
    expect(conflicts(withKeys({ certain: 'p' }))).toEqual(['Person/certain']);
    expect(conflicts(withKeys({ certain: 'c', gender: 'c' }))).toEqual(['certain/gender']);
    // Each of the two subtypes has both.
    expect(conflicts(withKeys({ certain: 'c', rank: 'c' }))).toEqual([
      'certain/rank',
      'certain/rank',
    ]);
    // No span is both Politician and Soldier.
    expect(conflicts(withKeys({ rank: 'c' }))).toEqual([]);
    expect(conflicts(withKeys({}, 'd'))).toEqual(['Date/topic']);
    expect(conflicts(withKeys({}, 't'))).toEqual(['meets/topic']);
  });

  test('a free one is a letter of the name, else any', () => {
    expect(freeKey(SCHEMA, 'Weapon')).toBe('w');
    expect(freeKey(SCHEMA, 'Pole')).not.toBe('p');
    expect(freeKey(SCHEMA, '+-?')).toBe('a');
    const full = SCHEMA.entityTypes
      .slice(0, 1)
      .flatMap((type) =>
        [...'abcdefghijklmnopqrstuvwxyz0123456789'].map((key) => ({ ...type, name: key, key })),
      );
    expect(freeKey({ ...SCHEMA, entityTypes: full }, 'Person')).toBeNull();
    expect(freeKey({ ...SCHEMA, entityTypes: full }, 'Ärztin')).toBe('ä');
  });

  test.each(['', ' ', 'ab', 'A', '.', '?'])('%j cannot be one', (key) => {
    expect(keyProblem(key)).toMatch(/\.$/u);
  });

  test.each(['a', 'ä', 'ж', '7', '😀'])('%j can be one', (key) => {
    expect(keyProblem(key)).toBeUndefined();
  });
});
