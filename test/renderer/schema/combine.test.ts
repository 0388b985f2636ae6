import { expect, test } from 'vitest';
import {
  mergeSchemas,
  replaceSchema,
  schemaDifference,
} from '../../../src/renderer/schema/edits/combine.ts';
import { attribute, entity, relation, schema } from './schemas.ts';

const PRESENT = schema({
  entityTypes: [entity('Person'), entity('Org'), entity('Firm', { parent: 'Org' })],
  relationTypes: [relation('owns', { from: ['Org'], to: ['Firm'] })],
  documentLabels: [attribute('genre')],
});
const FILE = schema({
  entityTypes: [entity('Person', { color: '#ff0000' }), entity('Place')],
  relationTypes: [],
});

test('bringing a file in beside what is there adds and overwrites, and removes nothing', () => {
  const next = mergeSchemas(PRESENT, FILE);
  expect(schemaDifference(PRESENT, next)).toEqual([
    { part: 'entity types', added: ['Place'], changed: ['Person'], removed: [] },
  ]);
});

test('replacing keeps what annotations name', () => {
  const next = replaceSchema(PRESENT, FILE, (_, name) => name === 'Firm' || name === 'owns');
  expect(schemaDifference(PRESENT, next)).toEqual([
    { part: 'entity types', added: ['Place'], changed: ['Person', 'Firm'], removed: ['Org'] },
    { part: 'relation types', added: [], changed: ['owns'], removed: [] },
    { part: 'document labels', added: [], changed: [], removed: ['genre'] },
  ]);
  // What hung below a type that is gone stands at the top; an end that is gone is not named.
  expect(next.entityTypes.find((t) => t.name === 'Firm')?.parent).toBeNull();
  expect(next.relationTypes[0]).toMatchObject({ from: [], to: ['Firm'] });
});

test('a schema does not differ from itself', () => {
  expect(schemaDifference(PRESENT, mergeSchemas(PRESENT, PRESENT))).toEqual([]);
  expect(
    schemaDifference(
      PRESENT,
      replaceSchema(PRESENT, PRESENT, () => false),
    ),
  ).toEqual([]);
});
