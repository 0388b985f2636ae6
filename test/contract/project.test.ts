import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ANNA, adding, span, TestWindow, temporaryFolder } from '../host/workspace.ts';
import { lettersOf } from './letters.ts';

test('documents go to the trash and come back with their annotations; undo does the same', async () => {
  const { window, entry, key } = await lettersOf();
  await window.call('annotations.commit', {
    ...key,
    base: 0,
    label: 'A',
    code: 'a',
    change: adding(span('s1', 0, 3)),
  });
  await window.call('documents.remove', { documentIds: [entry.id] });
  let view = await window.call('project.view', null);
  expect(view.documents).toEqual([]);
  expect(view.trash).toMatchObject([{ document: entry, by: ANNA.id }]);
  expect((await window.fail('annotations.read', key)).code).toBe('not-found');

  expect(await window.call('project.undo', null)).toEqual({
    label: 'Move ‘letter’ to the trash',
  });
  expect((await window.call('annotations.read', key)).records).toHaveLength(1);
  await window.call('project.redo', null);
  await window.call('documents.restore', { documentIds: [entry.id] });
  view = await window.call('project.view', null);
  expect(view.documents).toEqual([entry]);
  expect(view.undo.undo?.label).toBe('Restore ‘letter’ from the trash');
  expect((await window.call('annotations.read', key)).records).toHaveLength(1);
  expect(window.heard('project.changed').at(-1)?.documents).toEqual([entry]);
});

test('an import is one action that undo takes back', async () => {
  const { window } = await lettersOf();
  await window.import({ 'b.txt': 'Second.', 'c.txt': 'Third.' });
  expect((await window.call('project.view', null)).documents).toHaveLength(3);
  await window.call('project.undo', null);
  expect((await window.call('project.view', null)).documents).toHaveLength(1);
  await window.call('project.redo', null);
  const { documents } = await window.call('project.view', null);
  expect(documents.map(({ name }) => name)).toEqual(['letter', 'b', 'c']);
  expect(await window.call('documents.text', { documentId: documents[2]?.id ?? '' })).toBe(
    'Third.',
  );
});

test('renaming and statuses of documents are actions, and summaries tell', async () => {
  const { window, entry } = await lettersOf();
  await window.call('documents.rename', { documentId: entry.id, name: 'First letter' });
  await window.call('documents.status', { documentIds: [entry.id], status: 'done', job: 'status' });
  expect(await window.call('project.summaries', null)).toMatchObject([
    { documentId: entry.id, annotatorId: ANNA.id, status: 'done', spans: 0 },
  ]);
  expect(window.heard('project.summaries').at(-1)).toMatchObject([{ status: 'done' }]);
  expect(await window.call('project.undo', null)).toEqual({ label: 'Mark ‘First letter’ done' });
  expect(await window.call('project.summaries', null)).toMatchObject([{ status: 'new' }]);
  await window.call('project.undo', null);
  expect((await window.call('project.view', null)).documents[0]?.name).toBe('letter');
  expect((await window.call('project.history', null)).map(({ code }) => code)).toEqual([
    ...['documents.import', 'documents.rename', 'documents.status', 'undo', 'undo'],
  ]);
});

test('calls without a project, and without a person, answer with a sentence', async () => {
  const window = new TestWindow(await temporaryFolder(), null);
  expect(await window.fail('project.view', null)).toMatchObject({ code: 'refused' });
  expect(await window.fail('project.create', { name: 'X' })).toMatchObject({ code: 'refused' });
  expect((await window.fail('documents.text', { documentId: 'x' })).message).toMatch(
    /^No project is open/u,
  );
  expect(await window.call('job.cancel', { job: 'none' })).toBeNull();
});

test('a project can be renamed; a second one of the same name gets a folder of its own', async () => {
  const window = new TestWindow(await temporaryFolder());
  const first = await window.call('project.create', { name: 'Letters: 1' });
  await window.call('project.rename', { name: 'Briefe' });
  expect((await window.call('project.view', null)).name).toBe('Briefe');
  await window.call('project.undo', null);
  expect((await window.call('project.view', null)).name).toBe('Letters: 1');
  await window.call('project.redo', null);
  expect((await window.call('project.view', null)).name).toBe('Briefe');
  const second = await window.call('project.create', { name: 'Letters: 1' });
  expect(second.path).not.toBe(first.path);
  const again = await window.call('project.open', { path: first.path, mode: 'ask' });
  expect(again.state === 'open' && again.project.name).toBe('Briefe');
});

test('a new project in which nothing came about is removed; any other stays', async () => {
  const window = new TestWindow(await temporaryFolder());
  await window.call('project.create', { name: 'Letters' });
  const incoming = await temporaryFolder();
  await writeFile(join(incoming, 'a.txt'), Buffer.from([0xff, 0xfe, 0xff]));
  const { ticket } = await window.call('import.look', { paths: [incoming], job: 'import' });
  const choice = { sources: [], mapping: null, annotators: {}, copies: [], without: [] };
  await window.fail('import.apply', { ticket, choice, job: 'import' });
  await window.call('project.discard', null);
  expect(await readdir(window.folder)).toEqual([]);
  expect((await window.fail('project.view', null)).code).toBe('refused');

  await window.project({ 'b.txt': 'Second.' });
  await window.call('project.undo', null);
  expect((await window.fail('project.discard', null)).code).toBe('refused');
  expect((await window.call('project.view', null)).documents).toEqual([]);

  await window.call('project.create', { name: 'Notes' });
  await writeFile(window.file('mine.txt'), 'mine');
  expect((await window.fail('project.discard', null)).code).toBe('refused');
  expect(await readdir(window.path)).toContain('project.json');
});
