import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { refiCodebook } from '#core/schema-formats/refi-qda/format.ts';
import { readSchemaFile } from '#core/schema-formats/registry.ts';

const study = join(import.meta.dirname, '../../fixtures/refi-qda/study/project.qde');

test('the codebook of a project is a schema', () => {
  const read = readSchemaFile({ path: 'project.qde', text: readFileSync(study, 'utf8') });
  expect(read).toMatchObject({ ok: true, value: { format: 'REFI-QDA codebook' } });
  const types = read.ok ? read.value.schema.entityTypes : [];
  expect(types.map(({ name, parent, color }) => [name, parent, color])).toEqual([
    ['People', null, expect.stringMatching(/^#[\da-f]{6}$/u)],
    ['Scientist', 'People', '#33cc33'],
    ['Act', null, '#dc0000'],
  ]);
  expect(read.ok ? read.value.problems : []).toMatchObject([
    { code: 'heading', place: { line: 8 } },
  ]);
});

test('names, colours and descriptions of a schema come back', () => {
  const text = refiCodebook.write?.(DEFAULT_SCHEMA) ?? '';
  const read = refiCodebook.read({ path: 'x.qdc', text });
  const plain = (types: typeof DEFAULT_SCHEMA.entityTypes) =>
    types.map(({ name, parent, color, description }) => ({ name, parent, color, description }));
  expect(plain(read.ok ? read.value.schema.entityTypes : [])).toEqual(
    plain(DEFAULT_SCHEMA.entityTypes),
  );
});

test('a DTD is refused with its line', () => {
  const text = '<!DOCTYPE x [<!ENTITY a "urn:QDA-XML:codebook:1.0">]><CodeBook/>';
  expect(readSchemaFile({ path: 'x.qdc', text })).toMatchObject({
    ok: false,
    error: { place: { file: 'x.qdc', line: 1 } },
  });
});
