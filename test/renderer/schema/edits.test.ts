import { expect, test } from 'vitest';
import { deleteType } from '../../../src/renderer/schema/edits/delete.ts';
import { mergeTypes } from '../../../src/renderer/schema/edits/merge.ts';
import {
  renamedValues,
  renameType,
  renameValuesOf,
} from '../../../src/renderer/schema/edits/rename.ts';
import { splitType, splitValues } from '../../../src/renderer/schema/edits/split.ts';
import { attribute, entity, relation, schema } from './schemas.ts';

const SCHEMA = schema({
  entityTypes: [
    entity('Person', { key: 'p', attributes: [attribute('gender')] }),
    entity('Politician', { parent: 'Person' }),
    entity('Place', {
      attributes: [attribute('kind', { kind: 'one-of', values: ['city', 'country'] })],
    }),
  ],
  relationTypes: [
    relation('lives in', { from: ['Person'], to: ['Place'] }),
    relation('knows', { from: ['Person', 'Politician'], to: [], symmetric: true }),
  ],
});

test('renaming a type follows it through the schema', () => {
  const edit = renameType(SCHEMA, 'entity', 'Person', 'Human');
  expect(edit.migrations).toEqual([{ kind: 'rename-entity-type', from: 'Person', to: 'Human' }]);
  expect(edit.schema.entityTypes.map((t) => [t.name, t.parent])).toEqual([
    ['Human', null],
    ['Politician', 'Human'],
    ['Place', null],
  ]);
  expect(edit.schema.relationTypes.map((t) => t.from)).toEqual([
    ['Human'],
    ['Human', 'Politician'],
  ]);
});

test('deleting a type says what happens around it', () => {
  const edit = deleteType(SCHEMA, 'entity', 'Person');
  expect(edit.schema.entityTypes.map((t) => [t.name, t.parent])).toEqual([
    ['Politician', null],
    ['Place', null],
  ]);
  expect(edit.alsoDoes).toEqual([
    'Politician will move to the top.',
    '‘lives in’ will start from any type.',
    '‘knows’ will start from Politician only.',
  ]);
});

test('merging keeps subtypes, ends of relations and, when asked, attributes', () => {
  const edit = mergeTypes(SCHEMA, 'entity', 'Person', 'Place', true);
  expect(edit.schema.entityTypes.map((t) => [t.name, t.parent])).toEqual([
    ['Politician', 'Place'],
    ['Place', null],
  ]);
  expect(edit.schema.entityTypes[1]?.attributes.map((a) => a.name)).toEqual(['kind', 'gender']);
  expect(edit.schema.relationTypes[0]).toMatchObject({ from: ['Place'], to: ['Place'] });
  const without = mergeTypes(SCHEMA, 'entity', 'Person', 'Place', false);
  expect(without.schema.entityTypes[1]?.attributes.map((a) => a.name)).toEqual(['kind']);
});

test('merging a type into its own subtype leaves no circle', () => {
  const edit = mergeTypes(SCHEMA, 'entity', 'Person', 'Politician', true);
  expect(edit.schema.entityTypes.map((t) => [t.name, t.parent])).toEqual([
    ['Politician', null],
    ['Place', null],
  ]);
  expect(edit.schema.relationTypes[1]?.from).toEqual(['Politician']);
});

test('splitting makes the new types below the old one, with keys of their own', () => {
  const edit = splitType(SCHEMA, 'Place', 'kind', { city: 'City', country: 'Country' }, true);
  expect(edit.schema.entityTypes.slice(2).map((t) => [t.name, t.parent, t.key])).toEqual([
    ['Place', null, null],
    ['City', 'Place', 'c'],
    ['Country', 'Place', 'o'],
  ]);
  expect(edit.schema.entityTypes[2]?.attributes).toEqual([]);
  expect(edit.migrations.map((m) => m.kind)).toEqual(['split-entity-type', 'delete-attribute']);
});

test('a value written over in its place is renamed; anything less clear is not', () => {
  expect(renamedValues(['city', 'land', 'sea'], ['town', 'land', 'ocean'])).toEqual({
    city: 'town',
    sea: 'ocean',
  });
  expect(renamedValues(['a', 'b'], ['b', 'a'])).toEqual({});
  expect(renamedValues(['a', 'b'], ['a'])).toEqual({});
  expect(renamedValues(['a', 'b'], ['b', 'c'])).toEqual({});
  expect(renamedValues(['a', 'b'], ['c', 'a', 'b'])).toEqual({});
});

test('the default follows its value', () => {
  const many = attribute('x', { kind: 'many-of', values: ['a', 'b'], default: ['a', 'b'] });
  expect(renameValuesOf(many, ['c', 'b'], { a: 'c' }).default).toEqual(['c', 'b']);
  const one = attribute('x', { kind: 'one-of', values: ['a', 'b'], default: 'a' });
  expect(renameValuesOf(one, ['c', 'b'], { a: 'c' })).toEqual({
    ...one,
    values: ['c', 'b'],
    default: 'c',
  });
});

test('only closed choices can be split by', () => {
  expect(splitValues(attribute('a', { kind: 'one-of', values: ['x', 'y'] }))).toEqual(['x', 'y']);
  expect(splitValues(attribute('a', { kind: 'yes-no' }))).toEqual(['true', 'false']);
  expect(splitValues(attribute('a', { kind: 'text' }))).toEqual([]);
});
