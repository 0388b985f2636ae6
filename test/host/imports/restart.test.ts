import { readFileSync } from 'node:fs';
import { cp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ImportChoice } from '#api/calls/imports.ts';
import { schemaFault } from '../../resources/validators.ts';
import { ANNA, adding, filesBelow, span, TestWindow, temporaryFolder } from '../workspace.ts';

const ALL: ImportChoice = { sources: [], mapping: null, annotators: {}, copies: [], without: [] };
const job = 'import';
const fixtures = join(import.meta.dirname, '../../fixtures');

async function imported(paths: readonly string[], choice: Partial<ImportChoice> = {}) {
  const window = new TestWindow(await temporaryFolder());
  await window.call('project.create', { name: 'Corpus' });
  const { ticket } = await window.call('import.look', { paths, job });
  const done = await window.call('import.apply', { ticket, choice: { ...ALL, ...choice }, job });
  return { window, done };
}

/** The same project in another window, after this one is closed. */
async function again(window: TestWindow): Promise<TestWindow> {
  const { path, folder } = window;
  await window.call('project.close', null);
  const next = new TestWindow(folder);
  await next.call('project.open', { path, mode: 'ask' });
  return next;
}

async function setsOf(window: TestWindow) {
  const { documents, annotators } = await window.call('project.view', null);
  const sets = [];
  for (const { id: documentId } of documents)
    for (const { id: annotatorId } of annotators) {
      const { records } = await window.call('annotations.read', { documentId, annotatorId });
      if (records.length > 0) sets.push({ documentId, annotatorId, records });
    }
  return sets;
}

const PATHS = ['brat/news', 'conll-u/tags', 'label-studio', 'webanno-tsv'].map((name) =>
  join(fixtures, name),
);

test('undo and redo of an import work after a restart, and everything is as it was', async () => {
  const { window: first, done } = await imported(PATHS);
  expect(done.added.length).toBeGreaterThan(3);
  const view = await first.call('project.view', null);
  const sets = await setsOf(first);
  expect(sets.length).toBeGreaterThan(3);

  const second = await again(first);
  expect(await setsOf(second)).toEqual(sets);
  await second.call('project.undo', null);
  const third = await again(second);
  const undone = await third.call('project.view', null);
  expect(undone.documents).toEqual([]);
  expect(undone.trash).toHaveLength(done.added.length);
  await third.call('project.redo', null);
  const fourth = await again(third);
  const redone = await fourth.call('project.view', null);
  expect([redone.documents, redone.schema]).toEqual([view.documents, view.schema]);
  expect(await setsOf(fourth)).toEqual(sets);
  expect(fourth.heard('notice').filter(({ kind }) => kind === 'error')).toEqual([]);
  expect((await fourth.call('project.view', null)).problems).toEqual([]);
});

test('all files are as the JSON Schemas say', async () => {
  const { window } = await imported(PATHS);
  const { path } = window;
  await window.call('project.close', null);
  const json = async (name: string) => JSON.parse(readFileSync(join(path, name), 'utf8'));
  const seen = { set: 0, document: 0 };
  for (const name of await filesBelow(path)) {
    if (/^annotations\/.*\.json$/u.test(name)) {
      seen.set++;
      expect([name, schemaFault('set', await json(name))]).toEqual([name, null]);
    } else if (name.endsWith('/document.json')) {
      seen.document++;
      expect([name, schemaFault('document', await json(name))]).toEqual([name, null]);
    }
  }
  expect(Math.min(seen.set, seen.document)).toBeGreaterThan(2);
  expect(schemaFault('project', await json('project.json'))).toBeNull();
  expect(schemaFault('schema', await json('schema.json'))).toBeNull();
  expect(
    (await readdir(join(path, 'sources'))).every((name) => /^[0-9a-f]{64}\./u.test(name)),
  ).toBe(true);
});

test('a set that came with its document can be worked on, undone and read after a restart', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.txt'), 'Ada met Ben.');
  await writeFile(join(folder, 'a.ann'), 'T1\tPerson 0 3\tAda\n');
  const { window, done } = await imported([folder], { annotators: { imported: ANNA } });
  const key = { documentId: done.added[0]?.id ?? '', annotatorId: ANNA.id };
  const { revision } = await window.call('annotations.read', key);
  await window.call('annotations.commit', {
    ...{ ...key, base: revision, label: 'Tag', code: 'tag' },
    change: adding(span('s2', 8, 11)),
  });
  const next = await again(window);
  expect((await next.call('annotations.read', key)).records.map(({ id }) => id).sort()).toEqual([
    'T1',
    's2',
  ]);
  await next.call('annotations.undo', key);
  expect((await next.call('annotations.read', key)).records.map(({ id }) => id)).toEqual(['T1']);
  // Another program changes the file: what it did is taken in, and the log fits on.
  const path = next.file('annotations', key.documentId, `${ANNA.id}.json`);
  await next.call('project.close', null);
  const text = readFileSync(path, 'utf8');
  await writeFile(path, text.replace('"type":"Person"', '"type":"Place"'));
  await next.call('project.open', { path: join(next.folder, 'Corpus'), mode: 'ask' });
  const changed = await next.call('annotations.read', key);
  expect(changed.problems.filter(({ code }) => code !== 'unknown-type')).toEqual([]);
  expect(changed.records).toMatchObject([{ id: 'T1', type: 'Place' }]);
});

test('what a killed import left is gone at the next start', async () => {
  const { window } = await imported([join(fixtures, 'brat/news')]);
  const { path } = window;
  await window.call('project.close', null);
  const before = await filesBelow(path);
  const document = (await readdir(join(path, 'documents')))[0] ?? '';
  await cp(join(path, 'documents', document), join(path, 'documents', '.incoming-x'), {
    recursive: true,
  });
  await writeFile(join(path, 'sources', `.incoming-${'0'.repeat(64)}.txt`), 'Half');
  const next = new TestWindow(window.folder);
  await next.call('project.open', { path, mode: 'ask' });
  await next.call('project.close', null);
  expect(await filesBelow(path)).toEqual(before);
});
