import { mkdir, rename, rm } from 'node:fs/promises';
import { expect, test } from 'vitest';
import {
  ANNA,
  adding,
  eventually,
  filesBelow,
  span,
  TestWindow,
  temporaryFolder,
} from '../workspace.ts';

async function away() {
  const window = new TestWindow(await temporaryFolder());
  const entries = await window.project({ 'a.txt': 'Ada met Ben.', 'b.txt': 'Ben met Ada.' });
  const [a, b] = entries.map(({ id }) => ({ documentId: id, annotatorId: ANNA.id }));
  if (!(a && b)) throw new Error('nothing imported');
  await window.call('annotations.read', a);
  const commit = {
    ...{ ...a, base: 0, label: 'Tag', code: 'span.add' },
    change: adding(span('s1', 0, 3)),
  };
  const { path } = window;
  return { window, path, a, b, commit };
}

const SENTENCE =
  'The project’s folder cannot be reached. Connect its disk again, or put the folder back where it was. Your work is kept in this window, and is saved as soon as the folder is back.';

test.each([
  ['gone', false],
  ['an empty place where a disk was', true],
])(
  'a folder that is %s is said as such, takes nothing, and goes on when it is back',
  async (_, isEmpty) => {
    const { window, path, a, b, commit } = await away();
    await rename(path, `${path}-away`);
    if (isEmpty) await mkdir(path);

    const failure = { code: 'disk', message: SENTENCE };
    expect(await window.fail('annotations.commit', commit)).toEqual(failure);
    expect(await window.fail('documents.text', { documentId: b.documentId })).toEqual(failure);
    expect(await window.fail('annotations.read', b)).toEqual(failure);
    expect(
      await window.fail('documents.rename', { documentId: b.documentId, name: 'c' }),
    ).toMatchObject({ code: 'disk' });
    const said = () => window.heard('notice').filter(({ topic }) => topic === 'folder');
    await eventually(() => said().length === 1);
    expect(said()[0]).toMatchObject({ kind: 'error' });

    if (isEmpty) {
      expect(await filesBelow(path)).toEqual([]);
      await rm(path, { recursive: true });
    }
    await rename(`${path}-away`, path);
    expect(await window.call('annotations.commit', commit)).toMatchObject({ revision: 1 });
    expect(await window.call('documents.text', { documentId: b.documentId })).toBe('Ben met Ada.');
    await eventually(() => said().length === 2);
    expect(said()[1]).toEqual({
      kind: 'info',
      message: 'The project’s folder is back.',
      topic: 'folder',
    });
    expect((await window.call('annotations.read', a)).records).toEqual([span('s1', 0, 3)]);
    expect((await window.call('project.view', null)).problems).toEqual([]);
  },
);

test('a set with edits is not taken for a deleted one while the folder is away', async () => {
  const { window, path, a, commit } = await away();
  await window.call('annotations.commit', commit);
  await rename(path, `${path}-away`);
  await eventually(() => window.heard('notice').length === 1);
  const change = adding(span('s2', 4, 7));
  const next = { ...commit, base: 1, change };
  expect(await window.fail('annotations.commit', next)).toMatchObject({ code: 'disk' });
  await new Promise((resolve) => setTimeout(resolve, 2_500)); // over the pause before a snapshot
  await rename(`${path}-away`, path);
  await window.call('annotations.commit', next);
  expect((await window.call('annotations.read', a)).records.map(({ id }) => id)).toEqual([
    ...['s1', 's2'],
  ]);
  const kinds = window.heard('notice').map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'error')).toHaveLength(1);
  expect((await filesBelow(path)).filter((name) => name.includes('conflict'))).toEqual([]);
});
