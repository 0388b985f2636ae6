import { expect, test } from 'vitest';
import type { AttributeDefinition, EntityType, RelationType, Schema } from '#core/model/schema.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { validateSchema } from '#core/schema/validate.ts';
import { attribute, SCHEMA } from '../example.ts';

const codes = (schema: Schema) => validateSchema(schema).map(({ code }) => code);
const withEntity = (name: string, patch: Partial<EntityType>): Schema => ({
  ...SCHEMA,
  entityTypes: SCHEMA.entityTypes.map((type) =>
    type.name === name ? { ...type, ...patch } : type,
  ),
});
const withRelation = (name: string, patch: Partial<RelationType>): Schema => ({
  ...SCHEMA,
  relationTypes: SCHEMA.relationTypes.map((type) =>
    type.name === name ? { ...type, ...patch } : type,
  ),
});
const withLabel = (patch: Partial<AttributeDefinition>): Schema => ({
  ...SCHEMA,
  documentLabels: [attribute('topic', patch)],
});

const TWICE = [attribute('topic'), attribute('topic')];

test('a sound schema has no problems', () => {
  expect(codes(DEFAULT_SCHEMA)).toEqual([]);
  expect(codes(SCHEMA)).toEqual([]);
  expect(codes({ entityTypes: [], relationTypes: [], documentLabels: [] })).toEqual([]);
});

test.each<readonly [string, string, Schema]>([
  ['a label twice', 'duplicate-name', { ...SCHEMA, documentLabels: TWICE }],
  ['a type twice', 'duplicate-name', withEntity('Date', { name: 'Role' })],
  ['no name', 'bad-name', withEntity('Date', { name: ' ' })],
  ['blanks around', 'bad-name', withEntity('Date', { name: 'Date ' })],
  ['a prototype', 'bad-name', withEntity('Date', { name: '__proto__' })],
  ['an unknown parent', 'unknown-parent', withEntity('Date', { parent: 'Time' })],
  ['a parent of the other kind', 'unknown-parent', withRelation('meets', { parent: 'Person' })],
  ['itself as parent', 'circular-parents', withEntity('Date', { parent: 'Date' })],
  ['an unknown end', 'unknown-end', withRelation('meets', { to: ['Person', 'Planet'] })],
  ['no colour', 'bad-color', withEntity('Date', { color: 'red' })],
  ['no values', 'no-values', withLabel({ kind: 'one-of' })],
  ['a value twice', 'duplicate-value', withLabel({ kind: 'many-of', values: ['a', 'a'] })],
  ['a foreign default', 'bad-default', withLabel({ kind: 'one-of', values: ['a'], default: 'b' })],
  ['a default of another kind', 'bad-default', withLabel({ kind: 'number', default: 'b' })],
  ['an empty default', 'bad-default', withLabel({ kind: 'text', default: '' })],
  ['a long key', 'bad-key', withEntity('Date', { key: 'da' })],
  ['a key of an action', 'bad-key', withEntity('Date', { key: '?' })],
  ['a key twice', 'key-conflict', withEntity('Date', { key: 'p' })],
])('%s is %s', (_what, code, schema) => {
  const [problem] = validateSchema(schema);
  expect(codes(schema)).toContain(code);
  expect(problem?.message).toMatch(/\.$/u);
  expect(problem?.place?.path).toBeTruthy();
});

test('a circle is reported for each type that it goes through', () => {
  const circle = withEntity('Person', { parent: 'Soldier' });
  expect(codes(circle)).toEqual(['circular-parents', 'circular-parents']);
});

test('only keys are warnings', () => {
  const schema = { ...withEntity('Date', { key: 'p', parent: 'Time' }) };
  expect(validateSchema(schema).map(({ code, severity }) => [code, severity])).toEqual([
    ['unknown-parent', 'error'],
    ['key-conflict', 'warning'],
  ]);
});
