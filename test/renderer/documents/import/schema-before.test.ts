import { expect, test } from 'vitest';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { schemaBefore } from '../../../../src/renderer/documents/import/panels/schema-before.ts';

const human = {
  name: 'Human',
  parent: null,
  color: '#336699',
  key: null,
  description: '',
  examples: [],
  attributes: [],
};

test('a schema to which types are added offers its own to merge into', () => {
  const after = { ...DEFAULT_SCHEMA, entityTypes: [...DEFAULT_SCHEMA.entityTypes, human] };
  expect(schemaBefore(DEFAULT_SCHEMA, after)).toEqual(DEFAULT_SCHEMA);
});

test('one whose place the schema of the files takes offers nothing', () => {
  const [person] = DEFAULT_SCHEMA.entityTypes;
  const kept = person ? [person] : [];
  const after = { entityTypes: [human, ...kept], relationTypes: [], documentLabels: [] };
  expect(schemaBefore(DEFAULT_SCHEMA, after)).toEqual({
    entityTypes: [],
    relationTypes: [],
    documentLabels: [],
  });
});
