import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSet } from '#core/check/check-set.ts';
import { applyToRecords } from '#core/edit/apply.ts';
import { conflictOf } from '#core/edit/conflict.ts';
import { invert } from '#core/edit/invert.ts';
import { countChange } from '#core/edit/schema/count-change.ts';
import { fallbackOf } from '#core/edit/schema/fallback.ts';
import { followSchema } from '#core/edit/schema/follow-schema.ts';
import { handBack } from '#core/edit/schema/hand-back.ts';
import type { Migration } from '#core/edit/schema/migration.ts';
import { planMigrations } from '#core/edit/schema/plan-migrations.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Span } from '#core/model/span.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { RECORDS, SCHEMA, span, TEXT } from '../../example.ts';

const topic = { kind: 'label', id: 'label:topic', name: 'topic', value: 'trade' } as const;
const ALL = [
  ...RECORDS,
  topic,
  span('xi', 'Politician', 'met', { attributes: { gender: 'male', rank: 3, fields: ['navy'] } }),
];
const set = new SetIndex(ALL);

const follow = (schema: Schema, migrations: readonly Migration[]) =>
  migrations.reduce(followSchema, schema);
const plan = (...migrations: Migration[]) =>
  planMigrations(set, SCHEMA, follow(SCHEMA, migrations), migrations);
const migrated = (...migrations: Migration[]) =>
  new SetIndex(applyToRecords(set.records, plan(...migrations)).values());
const typesIn = (index: SetIndex) => Object.fromEntries(index.counts().byType);

describe('each kind of migration', () => {
  test('rename an entity type: spans follow, subtypes keep theirs', () => {
    const result = migrated({ kind: 'rename-entity-type', from: 'Person', to: 'Human' });
    expect(typesIn(result)).toEqual({ Human: 1, Soldier: 1, Politician: 1, Role: 1, Location: 1 });
    expect(result.get('singh')).toEqual({ ...set.get('singh'), type: 'Human' });
  });

  test('rename a relation type', () => {
    const result = migrated({ kind: 'rename-relation-type', from: 'meets', to: 'talks to' });
    expect(result.get('meets')).toEqual({ ...set.get('meets'), type: 'talks to' });
    expect(result.get('holds')).toBe(set.get('holds'));
  });

  test('rename values: where the type’s own definition holds, also in lists', () => {
    const into = { male: 'm', navy: 'sea', army: 'land' };
    const rename = { kind: 'rename-values', of: 'entity', type: 'Person', into } as const;
    const result = migrated(
      { ...rename, name: 'gender' },
      { ...rename, type: 'Politician', name: 'fields' },
    );
    expect(result.span('xi')?.attributes).toEqual({ gender: 'm', rank: 3, fields: ['sea'] });
    expect(result.get('meets')).toBe(set.get('meets'));
    const change = plan({ ...rename, name: 'gender', into: { unknown: 'x' } });
    expect(change.updated).toEqual({});
  });

  test('rename values of a document label', () => {
    const into = { trade: 'commerce' };
    const result = migrated({ kind: 'rename-label-values', name: 'topic', into });
    expect(result.label('topic')).toBe('commerce');
    const change = plan({ kind: 'rename-label-values', name: 'other', into });
    expect(change.updated).toEqual({});
  });

  test('rename an attribute: also where a subtype inherits it, not where one has its own', () => {
    const rename = { kind: 'rename-attribute', of: 'entity', from: 'rank', to: 'grade' } as const;
    const result = migrated(
      { ...rename, type: 'Soldier' },
      { ...rename, type: 'Person', from: 'gender', to: 'sex' },
    );
    expect(result.span('dong')?.attributes).toEqual({ grade: 1, certain: false });
    expect(result.span('xi')?.attributes).toEqual({ sex: 'male', rank: 3, fields: ['navy'] });
    const former = migrated({
      ...rename,
      of: 'relation',
      type: 'holds role',
      from: 'former',
      to: 'ex',
    });
    expect(former.relation('holds')?.attributes).toEqual({ ex: false });
  });

  test('merge: values that the other type does not know go, and are counted', () => {
    const change = plan({ kind: 'merge-entity-types', from: 'Soldier', to: 'Person' });
    expect(change.updated['dong']?.[1]).toMatchObject({
      type: 'Person',
      attributes: { certain: false },
    });
    expect(countChange(change)).toMatchObject({ spans: 1, spansGone: 0, valuesGone: 1 });
    const relations = plan({ kind: 'merge-relation-types', from: 'holds role', to: 'part of' });
    expect(relations.updated['holds']?.[1]).toMatchObject({ type: 'part of', attributes: {} });
    expect(countChange(relations)).toMatchObject({ relations: 1, valuesGone: 1 });
  });

  test('split by a value: those who have it get the type and lose the attribute', () => {
    const split = {
      kind: 'split-entity-type',
      type: 'Politician',
      attribute: 'gender',
      into: { male: 'Man', female: 'Woman' },
    } as const;
    const goal: Schema = {
      ...SCHEMA,
      entityTypes: [
        ...SCHEMA.entityTypes,
        ...SCHEMA.entityTypes.slice(0, 1).map((t) => ({ ...t, name: 'Man', parent: 'Politician' })),
      ],
    };
    const change = planMigrations(set, SCHEMA, goal, [split]);
    expect(change.updated['xi']?.[1]).toMatchObject({
      type: 'Man',
      attributes: { rank: 3, fields: ['navy'] },
    });
    expect(Object.keys(change.updated)).toEqual(['xi']);
    const none = { ...split, into: { female: 'Woman' } };
    expect(planMigrations(set, SCHEMA, goal, [none]).updated).toEqual({});
    const byYesNo = { ...split, type: 'Soldier', attribute: 'certain', into: { false: 'Man' } };
    const unsure = planMigrations(set, SCHEMA, goal, [byYesNo]).updated['dong']?.[1] as Span;
    expect([unsure.type, unsure.attributes]).toEqual(['Man', { rank: 1 }]);
  });

  test('delete an entity type: its spans go with their relations, and both are counted', () => {
    const change = plan({ kind: 'delete-entity-type', type: 'Person' });
    expect(Object.keys(change.removed).sort()).toEqual(['holds', 'meets', 'singh']);
    expect(countChange(change)).toMatchObject({ spansGone: 1, relationsGone: 2, spans: 1 });
  });

  test('delete a relation type, an attribute, a label', () => {
    const change = plan({ kind: 'delete-relation-type', type: 'meets' });
    expect(Object.keys(change.removed)).toEqual(['meets']);
    const attribute = plan({
      kind: 'delete-attribute',
      of: 'entity',
      type: 'Person',
      name: 'certain',
    });
    expect(Object.keys(attribute.updated).sort()).toEqual(['dong', 'singh']);
    expect(countChange(attribute)).toMatchObject({ spans: 2, spansGone: 0, valuesGone: 2 });
    const label = plan({ kind: 'delete-label', name: 'topic' });
    expect(label.removed).toEqual({ 'label:topic': topic });
    expect(countChange(label)).toMatchObject({ labels: 1, labelsGone: 1 });
  });

  test('rename a label: it gets another id, and counts once', () => {
    const change = plan({ kind: 'rename-label', from: 'topic', to: 'subject' });
    expect(change.removed).toEqual({ 'label:topic': topic });
    expect(change.added).toEqual({
      'label:subject': { ...topic, id: 'label:subject', name: 'subject' },
    });
    expect(countChange(change)).toMatchObject({ labels: 1, labelsGone: 0 });
  });
});

test('several in a row each see what the one before did', () => {
  const result = migrated(
    { kind: 'rename-entity-type', from: 'Person', to: 'Human' },
    { kind: 'rename-attribute', of: 'entity', type: 'Human', from: 'certain', to: 'sure' },
    { kind: 'merge-entity-types', from: 'Soldier', to: 'Human' },
    { kind: 'delete-entity-type', type: 'Location' },
  );
  expect(typesIn(result)).toEqual({ Human: 2, Politician: 1, Role: 1 });
  expect(result.span('dong')?.attributes).toEqual({ sure: false });
});

test('names can be swapped', () => {
  const swap: Migration[] = [
    { kind: 'rename-entity-type', from: 'Role', to: 'x' },
    { kind: 'rename-entity-type', from: 'Location', to: 'Role' },
    { kind: 'rename-entity-type', from: 'x', to: 'Location' },
  ];
  const result = migrated(...swap);
  expect(result.span('minister')?.type).toBe('Location');
  expect(result.span('qingdao')?.type).toBe('Role');
  const { entityTypes } = fallbackOf(SCHEMA, follow(SCHEMA, swap), swap);
  expect(entityTypes).toEqual({});
});

const entityName = fc.constantFrom('Person', 'Soldier', 'Politician', 'Role', 'Location', 'New');
const attributeName = fc.constantFrom('certain', 'gender', 'rank', 'fields', 'new');
const migration: fc.Arbitrary<Migration> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('rename-entity-type', 'merge-entity-types'),
    from: entityName,
    to: entityName,
  }),
  fc.record({ kind: fc.constant('delete-entity-type'), type: entityName }),
  fc.record({
    kind: fc.constant('delete-attribute'),
    of: fc.constant('entity'),
    type: entityName,
    name: attributeName,
  }),
  fc.record({
    kind: fc.constant('rename-attribute'),
    of: fc.constant('entity'),
    type: entityName,
    from: attributeName,
    to: attributeName,
  }),
  fc.record({
    kind: fc.constant('rename-label'),
    from: fc.constantFrom('topic', 'reviewed'),
    to: fc.constantFrom('topic', 'reviewed', 'third'),
  }),
) as fc.Arbitrary<Migration>;

test('whatever the migrations: one change that fits, leaves nothing dangling, and can be taken back', () => {
  fc.assert(
    fc.property(fc.array(migration, { maxLength: 4 }), (migrations) => {
      const change = planMigrations(set, SCHEMA, SCHEMA, migrations);
      expect(conflictOf(set, change)).toBeUndefined();
      const records = applyToRecords(set.records, change);
      const faults = checkSet(new SetIndex(records.values()), SCHEMA, TEXT);
      expect(faults.filter(({ code }) => code === 'dangling-relation')).toEqual([]);
      expect(applyToRecords(records, invert(change))).toEqual(set.records);
    }),
  );
});

describe('undo of a schema edit', () => {
  test('knows what each new type stood for', () => {
    const migrations: Migration[] = [
      { kind: 'rename-entity-type', from: 'Person', to: 'Human' },
      { kind: 'split-entity-type', type: 'Human', attribute: 'gender', into: { male: 'Man' } },
      { kind: 'rename-entity-type', from: 'Man', to: 'Gentleman' },
      { kind: 'merge-entity-types', from: 'Role', to: 'Office' },
      { kind: 'rename-relation-type', from: 'meets', to: 'talks to' },
    ];
    const goal: Schema = {
      ...SCHEMA,
      entityTypes: SCHEMA.entityTypes.flatMap((t) => {
        if (t.name === 'Person')
          return [
            { ...t, name: 'Human' },
            { ...t, name: 'Gentleman' },
          ];
        if (t.name === 'Role')
          return [
            { ...t, name: 'Office' },
            { ...t, name: 'Weapon' },
          ];
        return [t];
      }),
      relationTypes: SCHEMA.relationTypes.map((t) =>
        t.name === 'meets' ? { ...t, name: 'talks to' } : t,
      ),
    };
    expect(fallbackOf(SCHEMA, goal, migrations)).toEqual({
      entityTypes: { Human: 'Person', Gentleman: 'Person', Office: 'Role' },
      relationTypes: { 'talks to': 'meets' },
    });
  });

  test('hands later annotations back, and counts those that have nowhere to go', () => {
    const later = new SetIndex([
      span('a', 'Human', 'Dong Jun', { note: 'kept' }),
      span('b', 'Weapon', 'met'),
      span('c', 'Role', 'Minister'),
      { ...topic, id: 'label:mood', name: 'mood' },
    ]);
    const fallback = { entityTypes: { Human: 'Person', Weapon: 'Gone' }, relationTypes: {} };
    const { change, orphans } = handBack(later, SCHEMA, fallback);
    expect(change.updated['a']?.[1]).toMatchObject({ type: 'Person', note: 'kept' });
    expect(Object.keys(change.updated)).toEqual(['a']);
    expect(orphans).toEqual({ spans: 1, relations: 0, labels: 1 });
    expect(handBack(set, SCHEMA).orphans).toEqual({ spans: 0, relations: 0, labels: 0 });
  });
});
