import { expect, test } from 'vitest';
import { ANNA, adding, relation, span } from '../workspace.ts';
import { add, choice, contents, job, openAs, twoPlaces } from './merging.ts';

test('undoing a merge takes nothing that was worked on since, and redoing it brings the rest back', async () => {
  const { here, there, a } = await twoPlaces();
  await add(
    ANNA,
    there,
    a,
    span('m1', 0, 3),
    span('m2', 4, 7),
    span('m3', 12, 14),
    relation('r', 'm2', 'm3'),
  );
  const window = await openAs(ANNA, here);
  await window.call('merge.apply', { choice: choice(there), job });
  const key = { documentId: a, annotatorId: ANNA.id };
  const { revision, records } = await window.call('annotations.read', key);
  const merged = records.find(({ id }) => id === 'm2');
  if (merged?.kind !== 'span') throw new Error('m2 is not there');
  await window.call('annotations.commit', {
    ...{ ...key, base: revision, label: 'Correct', code: 'edit' },
    change: {
      ...adding(span('own', 15, 20)),
      updated: { m2: [merged, { ...merged, type: 'Role', note: 'looked up' }] },
    },
  });
  const found = async () => {
    const set = (await contents(window)).sets[`${a}/${ANNA.id}`] ?? [];
    return set.map(({ id }) => id);
  };
  await window.call('project.undo', null);
  expect(await found()).toEqual(['m2', 'own', 's1', 's2']);
  const after = await window.call('annotations.read', key);
  expect(after.records.find(({ id }) => id === 'm2')).toMatchObject({
    type: 'Role',
    note: 'looked up',
  });
  await window.call('project.redo', null);
  expect(await found()).toEqual(['m1', 'm2', 'm3', 'own', 'r', 's1', 's2']);
});
