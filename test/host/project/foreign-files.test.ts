import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANNA, adding, span, TestWindow, temporaryFolder } from '../workspace.ts';

/** A closed project with one set, whose JSON file has everything. */
async function closed() {
  const window = new TestWindow(await temporaryFolder());
  const [entry] = await window.project({ 'a.txt': 'Ada met Ben.' });
  const key = { documentId: entry?.id ?? '', annotatorId: ANNA.id };
  const edit = { ...key, base: 0, label: 'Tag', code: 'tag', change: adding(span('s1', 0, 3)) };
  await window.call('annotations.commit', edit);
  const { path } = window;
  await window.call('project.close', null);
  const file = (name: string) =>
    name === 'set.json'
      ? join(path, 'annotations', key.documentId, 'anna-1.json')
      : join(path, name);
  return { window, path, key, file };
}

const foreign: readonly (readonly [string, string | Buffer])[] = [
  ['null', 'null'],
  ['zero', '0'],
  ['a list', '[]'],
  ['a string', '"x"'],
  ['a package.json', '{"name": "x", "version": "1.0.0"}'],
  ['an empty file', ''],
  ['half a file', '{"format": "gloss'],
  ['a byte order mark', '\ufeff{}'],
  ['invalid UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
];

describe.each(['project.json', 'schema.json'])('%s', (name) => {
  test.each(foreign)('with %s is refused and left as it is', async (_what, content) => {
    const { window, path, file } = await closed();
    await writeFile(file(name), content);
    const error = await window.fail('project.open', { path, mode: 'ask' });
    expect(error).toMatchObject({ code: 'invalid-file', place: { file: name } });
    expect(error.message).toContain(name);
    expect(await readFile(file(name))).toEqual(Buffer.from(content));
    await expect(readFile(file('lock.json'))).rejects.toThrow();
  });

  test('of a newer version is refused with a sentence', async () => {
    const { window, path, file } = await closed();
    const json = JSON.parse(await readFile(file(name), 'utf8'));
    await writeFile(file(name), JSON.stringify({ ...json, formatVersion: 7, new: true }));
    const error = await window.fail('project.open', { path, mode: 'ask' });
    expect(error).toMatchObject({ code: 'newer-format' });
    expect(error.message).toContain('newer Glossator (format version 7)');
  });
});

test.each([
  ...foreign,
  ['a newer version', '{"format":"glossator-set","formatVersion":2}'] as const,
])(
  'a set file with %s is never modified; what its log has is shown, read-only',
  async (_what, content) => {
    const { window, path, key, file } = await closed();
    await writeFile(file('set.json'), content);
    await window.call('project.open', { path, mode: 'ask' });
    const read = await window.call('annotations.read', key);
    expect(read.readOnly).toBe(true);
    expect(read.problems[0]?.message).toContain(`annotations/${key.documentId}/anna-1.json`);
    expect(read.records).toEqual([span('s1', 0, 3)]);
    const edit = { ...key, base: read.revision, label: 'Tag', code: 'tag' };
    const refused = await window.fail('annotations.commit', {
      ...edit,
      change: adding(span('s2', 4, 7)),
    });
    expect(refused.code).toBe('read-only');
    await window.call('project.close', null);
    expect(await readFile(file('set.json'))).toEqual(Buffer.from(content));
  },
);

const spanIn = (ranges: unknown, quote = ['Ada']) => ({
  id: 's9',
  kind: 'span',
  type: 'Person',
  ranges,
  quote,
});

test.each([
  ['beyond the end', spanIn([[0, 99]])],
  ['reversed', spanIn([[3, 0]])],
  ['empty', spanIn([[3, 3]])],
  ['negative', spanIn([[-1, 3]])],
  ['a fraction', spanIn([[0.5, 3]])],
  ['text', spanIn([['0', '3']])],
  [
    'overlapping',
    spanIn(
      [
        [0, 3],
        [2, 5],
      ],
      ['Ada', 'a m'],
    ),
  ],
  ['twice the same id', { ...spanIn([[0, 3]]), id: 's1' }],
])(
  'a set with a span that is %s is shown without it, said so, and left as it is',
  async (_what, record) => {
    const { window, path, key, file } = await closed();
    const json = JSON.parse(await readFile(file('set.json'), 'utf8'));
    const bytes = JSON.stringify({ ...json, records: [...json.records, record] });
    await writeFile(file('set.json'), bytes);
    await window.call('project.open', { path, mode: 'ask' });
    const read = await window.call('annotations.read', key);
    expect(read.readOnly).toBe(true);
    expect(read.records).toEqual([span('s1', 0, 3)]);
    expect(read.problems.length).toBeGreaterThan(0);
    await window.call('project.close', null);
    expect(await readFile(file('set.json'), 'utf8')).toBe(bytes);
  },
);

test('words that the text does not have are named, and stay in the file', async () => {
  const { window, path, key, file } = await closed();
  const json = JSON.parse(await readFile(file('set.json'), 'utf8'));
  json.records[0].quote = ['Eva'];
  await writeFile(file('set.json'), JSON.stringify(json));
  await window.call('project.open', { path, mode: 'ask' });
  const read = await window.call('annotations.read', key);
  expect(read.problems[0]).toMatchObject({ code: 'quote-mismatch', place: { id: 's1' } });
  expect(read.problems[0]?.message).toContain('‘Eva’');
  expect(read.problems[0]?.message).toContain('‘Ada’');
  const edit = { ...key, base: read.revision, label: 'Tag', code: 'tag' };
  await window.call('annotations.commit', { ...edit, change: adding(span('s2', 4, 7)) });
  await window.call('project.close', null);
  const after = JSON.parse(await readFile(file('set.json'), 'utf8'));
  expect(after.records.map((one: { quote: string[] }) => one.quote)).toEqual([['Eva'], ['met']]);
});

test('a text that was changed outside is refused, and so are its sets', async () => {
  const { window, path, key } = await closed();
  await writeFile(join(path, 'documents', key.documentId, 'text.txt'), 'Ada met Cy!!');
  await window.call('project.open', { path, mode: 'ask' });
  expect(await window.fail('documents.text', { documentId: key.documentId })).toMatchObject({
    code: 'invalid-file',
  });
  expect(await window.fail('annotations.read', key)).toMatchObject({ code: 'invalid-file' });
});

test('a folder without project.json is named as no project', async () => {
  const window = new TestWindow(await temporaryFolder());
  const error = await window.fail('project.open', { path: window.folder, mode: 'ask' });
  expect(error).toMatchObject({ code: 'not-found' });
  expect(error.message).toContain('project.json');
});
