import { readFileSync } from 'node:fs';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { ImportChoice } from '#api/calls/imports.ts';
import { filesBelow, TestWindow, temporaryFolder } from '../workspace.ts';

const ALL: ImportChoice = { sources: [], mapping: null, annotators: {}, copies: [], without: [] };
const job = 'import';
const bytes = (text: string) => new TextEncoder().encode(text);

const PAIR = {
  'news/a.txt': bytes('Ada met Ben.'),
  'news/a.ann': bytes('T1\tPerson 0 3\tAda\n'),
};

async function archiveOf(files: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const path = join(await temporaryFolder(), 'all.zip');
  await writeFile(path, zipSync({ ...files }));
  return path;
}

async function lookAt(...paths: string[]) {
  const window = new TestWindow(await temporaryFolder());
  await window.call('project.create', { name: 'Archive' });
  const look = await window.call('import.look', { paths, job });
  const apply = () => window.call('import.apply', { ticket: look.ticket, choice: ALL, job });
  return { window, look, apply };
}

test('entries are files under the path of the archive, put together like others', async () => {
  const path = await archiveOf({
    ...PAIR,
    'letter.txt': bytes('A letter.'),
    '.hidden': bytes('x'),
  });
  const { window, look, apply } = await lookAt(path);
  expect(look.problems).toEqual([]);
  expect(
    look.sources.map(({ reader, name, files }) => [reader, name, files.map((one) => one.name)]),
  ).toEqual([
    ['brat', 'all.zip', ['news/a.txt', 'news/a.ann']],
    ['text', 'letter.txt', ['letter.txt']],
  ]);
  expect(look.sources[0]?.files[0]?.path).toBe(`${path}/news/a.txt`);
  const { added } = await apply();
  const [entry] = added;
  expect(entry?.source).toMatchObject({ name: 'a.txt', file: 'source.txt' });
  expect(readFileSync(window.file('documents', entry?.id ?? '', 'source.txt'), 'utf8')).toBe(
    'Ada met Ben.',
  );
});

test.each([
  ['../../evil.txt', 'leads out'],
  ['/etc/evil.txt', 'absolute'],
  ['C:\\evil.txt', 'absolute'],
])('an archive with the entry %s is refused whole', async (name, why) => {
  const path = await archiveOf({ 'good.txt': bytes('Good.'), [name]: bytes('Evil.') });
  const { look } = await lookAt(path);
  expect(look.sources).toEqual([]);
  expect(look.problems).toMatchObject([{ code: 'invalid-file', place: { file: path } }]);
  expect(look.problems[0]?.message).toContain(why);
});

test('an archive in an archive is refused with a word, the rest is there', async () => {
  const inner = zipSync({ 'a.txt': bytes('Inner.') });
  const { look } = await lookAt(await archiveOf({ 'inner.zip': inner, 'b.txt': bytes('Outer.') }));
  expect(look.problems).toMatchObject([{ code: 'nested-archive' }]);
  expect(look.sources.flatMap(({ files }) => files.map(({ name }) => name))).toEqual(['b.txt']);
});

test('a torn archive, and one that would fill the memory, are problems and no exception', async () => {
  const whole = zipSync({ 'a.txt': bytes('Text. '.repeat(1000)) });
  const torn = join(await temporaryFolder(), 'torn.zip');
  await writeFile(torn, whole.subarray(0, whole.length - 30));
  const bomb = await archiveOf({ 'zeros.txt': new Uint8Array(20 * 1024 * 1024) });
  const { look } = await lookAt(torn, bomb);
  expect(look.sources).toEqual([]);
  expect(look.problems).toMatchObject([{ code: 'invalid-file' }, { code: 'invalid-file' }]);
});

describe('folders', () => {
  test('links to folders, circles and hidden files are passed over', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'in', '.git'), { recursive: true });
    await writeFile(join(folder, 'in', '.git', 'a.txt'), 'Hidden.');
    await writeFile(join(folder, 'in', 'b.txt'), 'There.');
    await symlink(folder, join(folder, 'in', 'circle'));
    await symlink(join(folder, 'nowhere'), join(folder, 'in', 'gone.txt'));
    const { look } = await lookAt(folder);
    expect(look.sources.flatMap(({ files }) => files.map(({ name }) => name))).toEqual([
      'in/b.txt',
    ]);
    expect(look.problems).toEqual([]);
  });
});

test('names out of a file never lead anywhere: annotators, documents, types', async () => {
  const evil = '../../../evil';
  const value = { start: 0, end: 3, text: 'Ada', labels: [evil] };
  const result = [{ id: 'r', type: 'labels', from_name: 'label', to_name: 'text', value }];
  const annotations = [{ id: 1, completed_by: { id: evil, email: evil }, result }];
  const path = join(await temporaryFolder(), 'tasks.json');
  await writeFile(
    path,
    JSON.stringify([{ id: 1, data: { text: 'Ada met Ben.', name: evil }, annotations }]),
  );
  const { window, look, apply } = await lookAt(path);
  expect(look.sources).toMatchObject([{ reader: 'label-studio' }]);
  const { added } = await apply();
  const { annotators } = await window.call('project.view', null);
  const [annotator] = annotators.filter(({ name }) => name.includes('evil'));
  expect(annotator?.id).toMatch(/^[\p{L}\p{N}_-]*evil[\p{L}\p{N}_-]*$/u);
  expect(await filesBelow(window.folder)).toContain(
    `Archive/annotations/${added[0]?.id}/${annotator?.id}.json`,
  );
  expect((await filesBelow(window.folder)).every((name) => name.startsWith('Archive/'))).toBe(true);
});
