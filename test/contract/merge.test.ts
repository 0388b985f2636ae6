import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { add, choice, contents, job, openAs, twoPlaces } from '../host/merge/merging.ts';
import { ANNA, BEN, span, TestWindow, temporaryFolder } from '../host/workspace.ts';

test('without an open project, nothing is merged or packed', async () => {
  const window = new TestWindow(await temporaryFolder());
  for (const method of ['merge.plan', 'merge.apply'] as const)
    expect(await window.fail(method, { choice: choice('/x'), job })).toMatchObject({
      code: 'refused',
    });
  expect(await window.fail('merge.copies', null)).toMatchObject({ code: 'refused' });
});

test('a project that is open read-only can be looked at, not merged into', async () => {
  const { here, there, a } = await twoPlaces();
  await add(BEN, there, a, span('s', 0, 3));
  const window = new TestWindow(await temporaryFolder(), ANNA);
  await window.call('project.open', { path: here, mode: 'read-only' });
  const plan = await window.call('merge.plan', { choice: choice(there), job });
  expect(plan.isChange).toBe(true);
  expect(await window.fail('merge.apply', { choice: choice(there), job })).toMatchObject({
    code: 'read-only',
  });
});

test('a merge is shown in the open window: sets, people and what undo would take back', async () => {
  const { here, there, a } = await twoPlaces();
  await add(BEN, there, a, span('s', 0, 3));
  await add(ANNA, there, a, span('t', 15, 20));
  const window = await openAs(ANNA, here);
  const key = { documentId: a, annotatorId: ANNA.id };
  const { revision } = await window.call('annotations.read', key);
  window.events.length = 0;
  await window.call('merge.apply', { choice: choice(there), job });
  const told = window
    .heard('annotations.changed')
    .find(({ annotatorId }) => annotatorId === ANNA.id);
  expect(told).toBeDefined();
  expect((await window.call('annotations.read', key)).revision).toBe(revision + 1);
  const view = await window.call('project.view', null);
  expect(view.annotators).toContainEqual(BEN);
  expect(view.undo.undo?.label).toBe('Merge ‘Copy’');
  // Undo of one's own set goes on as before.
  await window.call('annotations.undo', key);
  expect((await window.call('annotations.read', key)).records.map(({ id }) => id)).toEqual(['t']);
});

test('one that is stopped changes nothing', async () => {
  const { here, there, a } = await twoPlaces();
  await add(BEN, there, a, span('s', 0, 3));
  const window = await openAs(ANNA, here);
  const before = await contents(window);
  const merging = window.ask('merge.apply', { choice: choice(there), job });
  await window.call('job.cancel', { job });
  expect(await merging).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await contents(window)).toEqual(before);
});

test('several at once are one action', async () => {
  const { here, there, a } = await twoPlaces();
  await add(BEN, there, a, span('s', 0, 3));
  const file = join(await temporaryFolder(), 'cara.json');
  const { documents } = await (await openAs(ANNA, here)).call('project.view', null);
  const set = {
    ...{ format: 'glossator-set', formatVersion: 1, documentId: a, revision: 1 },
    annotator: { id: 'cara-3', name: 'Cara' },
    textSha256: documents.find(({ id }) => id === a)?.textSha256,
    records: [{ id: 'c', kind: 'span', type: 'Person', ranges: [[0, 3]], quote: ['Ada'] }],
  };
  await writeFile(file, JSON.stringify(set));
  const window = new TestWindow(await temporaryFolder(), ANNA);
  await window.call('project.open', { path: here, mode: 'take-over' });
  const before = await contents(window);
  await window.call('merge.apply', { choice: choice(there, file), job });
  const { sets } = await contents(window);
  expect(Object.keys(sets).sort()).toEqual([`${a}/anna-1`, `${a}/ben-2`, `${a}/cara-3`]);
  await window.call('project.undo', null);
  expect((await contents(window)).sets).toEqual(before.sets);
});
