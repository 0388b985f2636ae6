import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { readSchema } from '#host/schema-files/read-schema.ts';
import { writeSchemaFile } from '#host/schema-files/write-schema.ts';

let folder = '';
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a schema written is the schema read', async () => {
  expect(await writeSchemaFile(DEFAULT_SCHEMA, at('s.json'), false)).toEqual({
    ok: true,
    value: null,
  });
  expect(await readSchema(at('s.json'))).toMatchObject({
    ok: true,
    value: { schema: DEFAULT_SCHEMA, problems: [], format: 'Glossator schema (JSON)' },
  });
});

test('a file that is there is replaced only when asked', async () => {
  writeFileSync(at('s.json'), 'mine');
  const refused = await writeSchemaFile(DEFAULT_SCHEMA, at('s.json'), false);
  expect(refused).toMatchObject({ error: { code: 'exists' } });
  expect(readFileSync(at('s.json'), 'utf8')).toBe('mine');
  expect(await writeSchemaFile(DEFAULT_SCHEMA, at('s.json'), true)).toMatchObject({ ok: true });
  expect(readdirSync(folder)).toEqual(['s.json']);
});

test('a folder that is not there is a sentence', async () => {
  const result = await writeSchemaFile(DEFAULT_SCHEMA, at('none/s.json'), false);
  expect(result).toMatchObject({ error: { code: 'disk', message: expect.stringMatching(/\.$/u) } });
});

describe('what cannot be read is named with its place', () => {
  test.each([
    ['empty', Buffer.from(''), 'none of the schema files'],
    ['Latin-1', Buffer.from('[entities]\nGr\xf6\xdfe\n', 'latin1'), 'byte 13 (0xF6) in line 2'],
    ['binary', Buffer.from([0x7b, 0, 1, 2]), 'NUL'],
    ['a bomb', Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><View>&b;</View>'), 'DTD'],
  ])('%s', async (_name, bytes, words) => {
    writeFileSync(at('f'), bytes);
    const result = await readSchema(at('f'));
    expect(result).toMatchObject({ ok: false, error: { place: { file: at('f') } } });
    if (!result.ok) expect(result.error.message).toContain(words);
  });

  test('nothing there', async () => {
    expect(await readSchema(at('none'))).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });
});
