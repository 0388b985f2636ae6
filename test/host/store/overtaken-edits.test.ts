import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ANNA, adding, span, TestWindow, temporaryFolder } from '../workspace.ts';

test('edits that another program’s version of an imported set overtook after a kill are told, and stay in the log', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.txt'), 'Ada met Ben.');
  await writeFile(join(folder, 'a.ann'), 'T1\tPerson 0 3\tAda\n');
  const window = new TestWindow(await temporaryFolder());
  await window.call('project.create', { name: 'Corpus' });
  const { ticket } = await window.call('import.look', { paths: [folder], job: 'import' });
  const choice = { ...{ sources: [], mapping: null, copies: [], without: [] } };
  const { added } = await window.call('import.apply', {
    ...{ ticket, choice: { ...choice, annotators: { imported: ANNA } }, job: 'import' },
  });
  const key = { documentId: added[0]?.id ?? '', annotatorId: ANNA.id };
  const { revision, records } = await window.call('annotations.read', key);
  const [first] = records;
  if (first?.kind !== 'span') throw new Error('nothing was imported');
  await window.call('annotations.commit', {
    ...{ ...key, base: revision, label: 'Edit', code: 'edit' },
    change: { ...adding(span('s2', 8, 11)), updated: { T1: [first, { ...first, note: 'ours' }] } },
  });
  // As a kill leaves it: the edit is in the log only.
  const copy = join(await temporaryFolder(), 'Corpus');
  await cp(window.path, copy, { recursive: true });
  await window.call('project.close', null);
  await rm(join(copy, 'lock.json'), { force: true });
  const place = join(copy, 'annotations', key.documentId, ANNA.id);
  const text = await readFile(`${place}.json`, 'utf8');
  const log = await readFile(`${place}.log`);
  await writeFile(`${place}.json`, text.replace('"quote"', '"note":"theirs","quote"'));

  const next = new TestWindow(await temporaryFolder());
  await next.call('project.open', { path: copy, mode: 'ask' });
  const set = await next.call('annotations.read', key);
  const notes = set.records.map((record) => ('note' in record ? record.note : ''));
  expect(notes.sort()).toEqual(['', 'theirs']);
  expect(set.problems.filter(({ code }) => code === 'overtaken-edits')).toMatchObject([
    { message: expect.stringContaining('1 newer value was kept. They are kept in the log.') },
  ]);
  expect((await readFile(`${place}.log`)).subarray(0, log.length)).toEqual(log);
});
