import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Schema } from '#core/model/schema.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { writeSchema } from '#core/schema-formats/glossator/format.ts';
import { readSchemaFile } from '#core/schema-formats/registry.ts';

function read(text: string) {
  return readSchemaFile({ path: 'file', text });
}

test('our own schema comes back as it was', () => {
  const result = read(writeSchema(DEFAULT_SCHEMA));
  expect(result).toMatchObject({ ok: true, value: { schema: DEFAULT_SCHEMA, problems: [] } });
});

test('the schema file is JSON with a type per line', () => {
  const text = writeSchema(DEFAULT_SCHEMA);
  expect(JSON.parse(text)).toMatchObject({ format: 'glossator-schema', formatVersion: 1 });
  expect(text.split('\n').filter((line) => line.includes('"Person"'))).toHaveLength(
    1 + DEFAULT_SCHEMA.relationTypes.filter((t) => [...t.from, ...t.to].includes('Person')).length,
  );
});

test('contents, not names, tell the format', () => {
  const xml = '<View><Labels name="l" toName="t"><Label value="A"/></Labels></View>';
  expect(read(xml)).toMatchObject({ value: { format: expect.stringContaining('Label Studio') } });
  const conf = readFileSync(
    join(import.meta.dirname, '../../fixtures/schemas/annotation.conf'),
    'utf8',
  );
  expect(read(conf)).toMatchObject({ value: { format: expect.stringContaining('brat') } });
  expect(read('Dear Sir,')).toMatchObject({ ok: false, error: { code: 'invalid-file' } });
});

test('types of a foreign file get free keys, all different', () => {
  const result = read('[entities]\nPerson\nPlace\nPet\nP\n');
  if (!result.ok) throw new Error(result.error.message);
  const keys = result.value.schema.entityTypes.map((type) => type.key);
  expect(keys.slice(0, 3)).toEqual(['p', 'l', 'e']);
  expect(new Set(keys).size).toBe(4);
});

test.each([
  ['{"format":"glossator-schema","formatVersion":2}', 'newer-format', 'newer'],
  ['{"format":"glossator-project"}', 'invalid-file', 'not a schema'],
  [
    '{"entityTypes":[{"name":5}],"relationTypes":[],"documentLabels":[]}',
    'invalid-file',
    'entityTypes[0]',
  ],
  ['{"entityTypes":\n [}', 'invalid-file', 'JSON'],
  [`{"entityTypes":${'['.repeat(5000)}${']'.repeat(5000)}}`, 'invalid-file', 'deep'],
  [
    '{"__proto__":{"x":1},"entityTypes":[],"relationTypes":[],"documentLabels":[]}',
    'invalid-file',
    '__proto__',
  ],
])('is refused: %.60s', (text, code, words) => {
  const result = read(text);
  expect(result).toMatchObject({ ok: false, error: { code } });
  if (!result.ok) expect(result.error.message).toContain(words);
});

test('a schema that contradicts itself is read, with its faults', () => {
  const schema: Schema = {
    ...DEFAULT_SCHEMA,
    entityTypes: DEFAULT_SCHEMA.entityTypes.map((type) => ({ ...type, parent: 'Nothing' })),
  };
  const result = read(writeSchema(schema));
  expect(result.ok && result.value.problems.map((problem) => problem.code)).toContain(
    'unknown-parent',
  );
});
