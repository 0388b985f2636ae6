import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ANNA, adding, BEN, relation, removing, span, TestWindow } from '../host/workspace.ts';
import { lettersOf, TEXT } from './letters.ts';

test('a project made from a file holds its text exactly, and a set in code points with quotes', async () => {
  const { window, entry, key } = await lettersOf();
  expect(await window.call('documents.text', { documentId: entry.id })).toBe(TEXT);

  const [a, b] = [span('s1', 0, 12), span('s2', 48, 51, 'Role')];
  expect(TEXT.slice(48, 51)).toBe('She');
  const answer = await window.call('annotations.commit', {
    ...{ ...key, base: 0, label: 'Tag Person ‘Ada Lovelace’', code: 'span.add' },
    change: adding(a, b, relation('r1', 's1', 's2')),
  });
  expect(answer.revision).toBe(1);
  expect(answer.undo.undo?.label).toBe('Tag Person ‘Ada Lovelace’');
  const { path } = window;
  await window.call('project.close', null);

  const stored = JSON.parse(
    await readFile(join(path, 'annotations', entry.id, `${ANNA.id}.json`), 'utf8'),
  );
  expect(stored).toMatchObject({
    format: 'glossator-set',
    formatVersion: 1,
    documentId: entry.id,
    annotator: ANNA,
    revision: 1,
    textSha256: entry.textSha256,
  });
  const she = stored.records.find((record: { id: string }) => record.id === 's2');
  expect(she.quote).toEqual(['She']);
  const [[start, end]] = she.ranges;
  expect([...TEXT].slice(start, end).join('')).toBe('She'); // code points, as Python counts

  expect(await window.call('project.open', { path, mode: 'ask' })).toMatchObject({ state: 'open' });
  const read = await window.call('annotations.read', key);
  expect(read).toMatchObject({ revision: 1, readOnly: false, problems: [] });
  expect(new Map(read.records.map((r) => [r.id, r]))).toEqual(
    new Map([a, b, relation('r1', 's1', 's2')].map((r) => [r.id, r])),
  );
});

test('undo and redo go step by step, across a restart', async () => {
  const { window, key } = await lettersOf();
  const { path } = window;
  for (const [base, one] of [span('s1', 0, 3), span('s2', 4, 12), span('s3', 17, 24)].entries())
    await window.call('annotations.commit', {
      ...{ ...key, base, label: `Tag ${one.id}`, code: 'span.add', change: adding(one) },
    });
  expect(await window.call('annotations.undo', key)).toMatchObject({
    label: 'Tag s3',
    revision: 4,
  });
  await window.call('project.close', null);
  await window.call('project.open', { path, mode: 'ask' });

  const undone = await window.call('annotations.undo', key);
  expect(undone.change).toEqual(removing(span('s2', 4, 12)));
  expect(undone.undo).toMatchObject({ undo: { label: 'Tag s1' }, redo: { label: 'Tag s2' } });
  expect((await window.call('annotations.redo', key)).label).toBe('Tag s2');
  expect((await window.call('annotations.redo', key)).label).toBe('Tag s3');
  expect((await window.fail('annotations.redo', key)).code).toBe('refused');
  const ids = (await window.call('annotations.read', key)).records.map(({ id }) => id).sort();
  expect(ids).toEqual(['s1', 's2', 's3']);

  const history = await window.call('annotations.history', key);
  expect(history.map(({ label }) => label)).toEqual([
    ...['Tag s1', 'Tag s2', 'Tag s3', 'Undo tag s3', 'Undo tag s2', 'Redo tag s2', 'Redo tag s3'],
  ]);
  expect(history[3]).toMatchObject({ by: 'Anna', undoes: 3 });
});

test('any point of the history can be seen and brought back, and that can be undone', async () => {
  const { window, key } = await lettersOf();
  const [a, b] = [span('s1', 0, 3), span('s2', 4, 12)];
  await window.call('annotations.commit', {
    ...key,
    base: 0,
    label: 'A',
    code: 'a',
    change: adding(a),
  });
  await window.call('annotations.commit', {
    ...key,
    base: 1,
    label: 'B',
    code: 'b',
    change: adding(b),
  });
  await window.call('annotations.commit', {
    ...key,
    base: 2,
    label: 'C',
    code: 'c',
    change: removing(a),
  });
  expect(await window.call('annotations.at', { ...key, seq: 0 })).toEqual([]);
  expect(await window.call('annotations.at', { ...key, seq: 1 })).toEqual([a]);
  expect(await window.call('annotations.restore', { ...key, seq: 1 })).toMatchObject({
    change: { added: { s1: a }, removed: { s2: b } },
  });
  await window.call('annotations.undo', key);
  expect((await window.call('annotations.read', key)).records).toEqual([b]);
  expect((await window.fail('annotations.at', { ...key, seq: 99 })).code).toBe('not-found');
});

test('an edit that does not fit is refused and changes nothing', async () => {
  const { window, key } = await lettersOf();
  const commit = { ...key, base: 0, label: 'Tag', code: 'span.add' };
  const one = span('s1', 0, 3);
  await window.call('annotations.commit', { ...commit, change: adding(one) });

  expect(
    await window.fail('annotations.commit', { ...commit, change: adding(span('s2', 4, 8)) }),
  ).toMatchObject({ code: 'stale' });
  const late = { ...commit, base: 1 };
  const bad = [
    [adding(one), 'stale'],
    [removing(span('s1', 0, 4)), 'stale'],
    [adding(span('s2', 60, 400)), 'bad-request'],
    [adding(span('s2', 46, 50)), 'bad-request'], // ends are fine, the start cuts 😀
    [adding(span('s2', 4, 8, 'No such type')), 'bad-request'],
    [adding(relation('r1', 's1', 's9')), 'bad-request'],
  ] as const;
  for (const [change, code] of bad)
    expect((await window.fail('annotations.commit', { ...late, change })).code).toBe(code);
  await window.call('annotations.commit', {
    ...late,
    change: adding(span('s2', 4, 8), relation('r1', 's1', 's2')),
  });
  const leaving = { ...commit, base: 2, change: removing(one) };
  expect((await window.fail('annotations.commit', leaving)).code).toBe('bad-request');
  expect((await window.call('annotations.read', key)).revision).toBe(2);
});

test('sets of others can be read and not changed', async () => {
  const { window, entry, key } = await lettersOf();
  await window.call('annotations.commit', {
    ...key,
    base: 0,
    label: 'A',
    code: 'a',
    change: adding(span('s1', 0, 3)),
  });
  const { path } = window;
  await window.call('project.close', null);

  const other = new TestWindow(window.folder, BEN);
  await other.call('project.open', { path, mode: 'ask' });
  const read = await other.call('annotations.read', key);
  expect(read).toMatchObject({ readOnly: true, revision: 1 });
  const error = await other.fail('annotations.commit', {
    ...key,
    base: 1,
    label: 'B',
    code: 'b',
    change: adding(span('s2', 4, 8)),
  });
  expect(error).toMatchObject({ code: 'read-only' });
  expect(error.message).toContain('Anna');
  expect(
    await other.call('annotations.read', { documentId: entry.id, annotatorId: BEN.id }),
  ).toMatchObject({ records: [], revision: 0, readOnly: false });
  expect((await other.call('project.view', null)).annotators).toEqual(
    expect.arrayContaining([ANNA, BEN]),
  );
});
