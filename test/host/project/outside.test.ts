import { appendFile, readdir, readFile, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SetKey } from '#core/model/annotation-set.ts';
import { ANNA, adding, eventually, span, TestWindow, temporaryFolder } from '../workspace.ts';

const TEXT = 'Ada met Ben in Rome, and Cy.';

async function tagged() {
  const window = new TestWindow(await temporaryFolder());
  const [entry] = await window.project({ 'a.txt': TEXT });
  const key = { documentId: entry?.id ?? '', annotatorId: ANNA.id };
  await tag(window, key, 's1', 0, 3);
  // Closing puts all into the JSON files.
  const { path } = window;
  await window.call('project.close', null);
  await window.call('project.open', { path, mode: 'ask' });
  await window.call('annotations.read', key);
  return { window, key, json: window.file('annotations', key.documentId, 'anna-1.json') };
}

async function tag(window: TestWindow, key: SetKey, id: string, start: number, end: number) {
  const { revision: base } = await window.call('annotations.read', key);
  const change = adding(span(id, start, end));
  await window.call('annotations.commit', {
    ...key,
    base,
    label: `Tag ${id}`,
    code: 'tag',
    change,
  });
}

/** Edits the set's file as a person with a text editor does. */
async function editOutside(json: string, edit: (records: Record<string, unknown>[]) => unknown[]) {
  const file = JSON.parse(await readFile(json, 'utf8'));
  await writeFile(json, JSON.stringify({ ...file, records: edit(file.records) }));
}

const idsOf = async (window: TestWindow, key: SetKey) =>
  (await window.call('annotations.read', key)).records.map(({ id }) => id).sort();

const ben = { id: 's5', kind: 'span', type: 'Person', ranges: [[8, 11]], quote: ['Ben'] };

test('a bad record makes the set read-only for as long as it is in the file, and is named', async () => {
  const { window, key, json } = await tagged();
  const good = await readFile(json);
  const beyond = { ...ben, id: 's6', ranges: [[8, 99]] };
  await editOutside(json, (records) => [...records, beyond]);
  const read = () => window.call('annotations.read', key);
  await eventually(async () => (await read()).readOnly);
  const { problems, records, revision: base } = await read();
  expect(records).toEqual([span('s1', 0, 3)]);
  expect(problems).toHaveLength(1);
  expect(problems[0]?.message).toContain(`annotations/${key.documentId}/anna-1.json`);
  expect(problems[0]?.message).toContain('s6 (Person)');
  const edit = { ...key, base, label: 'Tag', code: 'tag', change: adding(span('s2', 4, 7)) };
  expect((await window.fail('annotations.commit', edit)).code).toBe('read-only');

  // The same where the document is opened after that.
  const { path } = window;
  await window.call('project.close', null);
  await window.call('project.open', { path, mode: 'ask' });
  const again = await read();
  expect(again.readOnly).toBe(true);
  expect(again.problems[0]?.message).toContain(`annotations/${key.documentId}/anna-1.json`);
  expect(again.problems[0]?.message).toContain('s6 (Person)');

  await writeFile(json, good);
  await eventually(async () => !(await read()).readOnly, 2_500);
  expect((await read()).problems).toEqual([]);
  await window.call('annotations.commit', edit);
  expect(await idsOf(window, key)).toEqual(['s1', 's2']);
});

describe('a set that another program changed', () => {
  test('while the project was closed: taken in as an entry of the history, and undo takes it back', async () => {
    const { window, key, json } = await tagged();
    const { path } = window;
    await window.call('project.close', null);
    await editOutside(json, (records) => [...records.map((r) => ({ ...r, type: 'Role' })), ben]);
    await window.call('project.open', { path, mode: 'ask' });
    const read = await window.call('annotations.read', key);
    expect(read).toMatchObject({ readOnly: false, revision: 2, problems: [] });
    expect(read.records).toEqual(
      expect.arrayContaining([span('s1', 0, 3, 'Role'), span('s5', 8, 11)]),
    );
    expect((await window.call('annotations.history', key)).at(-1)).toMatchObject({
      label: 'Changed outside Glossator',
      by: 'another program',
    });
    await window.call('annotations.undo', key);
    expect((await window.call('annotations.read', key)).records).toEqual([span('s1', 0, 3)]);
  });

  test('is taken in once, though a kill comes before the file is written again', async () => {
    const { window, key, json } = await tagged();
    const { path } = window;
    await window.call('project.close', null);
    await editOutside(json, (records) => records.map((r) => ({ ...r, note: 'theirs' })));
    const bytes = await readFile(json);
    await window.call('project.open', { path, mode: 'ask' });
    const one = { ...span('s1', 0, 3), note: 'theirs' };
    expect((await window.call('annotations.read', key)).records).toEqual([one]);
    await window.call('annotations.commit', {
      ...{ ...key, base: 2, label: 'Note', code: 'note' },
      change: { added: {}, removed: {}, updated: { s1: [one, { ...one, note: 'ours, later' }] } },
    });
    await window.call('project.close', null);
    await writeFile(json, bytes); // as the kill would have left it
    await window.call('project.open', { path, mode: 'ask' });
    const read = await window.call('annotations.read', key);
    expect(read.records).toEqual([{ ...one, note: 'ours, later' }]);
    expect(await window.call('annotations.history', key)).toHaveLength(3);
  });

  test('while it is open: noticed within two seconds, and told', async () => {
    const { window, key, json } = await tagged();
    await editOutside(json, (records) => [...records, ben]);
    await eventually(() => window.heard('annotations.changed').length > 0, 2_000);
    expect(window.heard('annotations.changed')[0]).toMatchObject(key);
    expect(await idsOf(window, key)).toEqual(['s1', 's5']);
    expect((await readdir(join(json, '..'))).filter((name) => name.includes('conflict'))).toEqual(
      [],
    );
  });

  test('while edits are not in it yet: both are kept, a copy of ours too, and nothing is overwritten', async () => {
    const { window, key, json } = await tagged();
    await tag(window, key, 's2', 4, 7);
    await editOutside(json, (records) => [...records, ben]);
    await eventually(() => window.heard('annotations.changed').length > 0, 4_000);
    expect(await idsOf(window, key)).toEqual(['s1', 's2', 's5']);
    const copy = (await readdir(join(json, '..'))).find((name) => name.includes('conflict'));
    expect(copy).toMatch(/^anna-1 \(conflict, Anna, \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\)\.json$/u);
    const ours = JSON.parse(await readFile(join(json, '..', copy ?? ''), 'utf8'));
    expect(ours.records.map(({ id }: { id: string }) => id)).toEqual(['s1', 's2']);
    expect(window.heard('annotations.changed')[0]?.message).toContain(copy);
    // The copy is not taken for somebody's set.
    expect((await window.call('project.view', null)).annotators).toEqual([ANNA]);
    await window.call('project.close', null);
    const file = JSON.parse(await readFile(json, 'utf8'));
    expect(file.records.map(({ id }: { id: string }) => id)).toEqual(['s1', 's2', 's5']);
  });

  test('and ours, in the same annotation: theirs is shown, undo brings ours back', async () => {
    const { window, key, json } = await tagged();
    const one = span('s1', 0, 3);
    await window.call('annotations.commit', {
      ...{ ...key, base: 1, label: 'Note', code: 'note' },
      change: { added: {}, removed: {}, updated: { s1: [one, { ...one, note: 'ours' }] } },
    });
    await editOutside(json, (records) => records.map((r) => ({ ...r, note: 'theirs' })));
    await eventually(() => window.heard('annotations.changed').length > 0, 4_000);
    expect((await window.call('annotations.read', key)).records).toEqual([
      { ...one, note: 'theirs' },
    ]);
    await window.call('annotations.undo', key);
    expect((await window.call('annotations.read', key)).records).toEqual([
      { ...one, note: 'ours' },
    ]);
  });

  test('into something unreadable: read-only from then on, with the place, and left as it is', async () => {
    const { window, key, json } = await tagged();
    await writeFile(json, '{"format": "glossator-set",\n');
    await eventually(() => window.heard('annotations.changed').length > 0, 2_000);
    expect(window.heard('annotations.changed')[0]?.message).toContain('line 2, column 1');
    expect(await idsOf(window, key)).toEqual(['s1']);
    const edit = { ...key, base: 1, label: 'x', code: 'x', change: adding(span('s2', 4, 7)) };
    expect((await window.fail('annotations.commit', edit)).code).toBe('read-only');
    await window.call('project.close', null);
    expect(await readFile(json, 'utf8')).toBe('{"format": "glossator-set",\n');
  });

  test('by only touching it, or by writing the same: nothing happens', async () => {
    const { window, key, json } = await tagged();
    const bytes = await readFile(json);
    await utimes(json, new Date(0), new Date(0));
    await tag(window, key, 's2', 4, 7);
    await writeFile(`${json}.new`, bytes);
    await rename(`${json}.new`, json);
    await tag(window, key, 's3', 8, 11);
    await window.call('project.close', null);
    expect(window.heard('annotations.changed')).toEqual([]);
    expect(JSON.parse(await readFile(json, 'utf8')).records).toHaveLength(3);
    expect(await readdir(join(json, '..'))).toHaveLength(2);
  });

  test('by deleting it: it is written again from the log', async () => {
    const { json } = await tagged();
    await rm(json);
    const records = () => readFile(json, 'utf8').then((text) => JSON.parse(text).records);
    await eventually(async () => (await records().catch(() => [])).length === 1, 5_000);
  }, 10_000);
});

describe('a change log that another program wrote to', () => {
  test('makes the next edit fail with `conflict`; both versions are there', async () => {
    const { window, key, json } = await tagged();
    const log = json.replace(/json$/u, 'log');
    const bytes = await readFile(log);
    await tag(window, key, 's2', 4, 7);
    await writeFile(log, bytes); // as it was before the last edit: a sync program put an old one back
    const edit = { ...key, base: 2, label: 'x', code: 'x', change: adding(span('s3', 8, 11)) };
    const answer = await window.ask('annotations.commit', edit);
    // Noticed by the edit, or by the look that comes every second.
    expect(answer.ok ? '' : answer.error.code).toMatch(/^(?:conflict|stale)$/u);
    const names = await readdir(join(json, '..'));
    const copy = names.find((name) => name.includes('conflict'));
    const ours = JSON.parse(await readFile(join(json, '..', copy ?? ''), 'utf8'));
    expect(ours.records.map(({ id }: { id: string }) => id)).toEqual(['s1', 's2']);
    expect(window.heard('annotations.changed').at(-1)?.message).toContain(copy);
    const { revision } = await window.call('annotations.read', key);
    await window.call('annotations.commit', { ...edit, base: revision });
  });

  test('with bytes that are no line: set aside at the next start, and named', async () => {
    const { window, key, json } = await tagged();
    const { path } = window;
    await window.call('project.close', null);
    const log = json.replace(/json$/u, 'log');
    await appendFile(log, 'what is this\n');
    const bytes = await readFile(log);
    await window.call('project.open', { path, mode: 'ask' });
    const read = await window.call('annotations.read', key);
    expect(read.records).toHaveLength(1);
    expect(read.readOnly).toBe(false);
    expect(read.problems).toMatchObject([{ code: 'damaged-log' }]);
    const kept = (await readdir(join(json, '..'))).find((name) => name.includes('.log.damaged-'));
    expect(await readFile(join(json, '..', kept ?? ''))).toEqual(bytes);
    await tag(window, key, 's2', 4, 7);
  });

  test('in the middle: later edits stay where the JSON file bridges the gap', async () => {
    const { window, key, json } = await tagged();
    await tag(window, key, 's2', 4, 7);
    await tag(window, key, 's3', 8, 11);
    const { path } = window;
    await window.call('project.close', null);
    const log = json.replace(/json$/u, 'log');
    const lines = (await readFile(log, 'utf8')).split('\n');
    await writeFile(log, [lines[0]?.replace('Tag', 'Tug'), ...lines.slice(1)].join('\n'));
    await window.call('project.open', { path, mode: 'ask' });
    const read = await window.call('annotations.read', key);
    expect(read.records.map(({ id }) => id).sort()).toEqual(['s1', 's2', 's3']);
    expect(read).toMatchObject({
      readOnly: false,
      revision: 3,
      undo: { undo: { label: 'Tag s3' } },
    });
    expect((await window.fail('annotations.at', { ...key, seq: 0 })).code).toBe('not-found');
    await window.call('annotations.undo', key);
    expect(await idsOf(window, key)).toEqual(['s1', 's2']);
  });
});

test('schema.json changed outside is taken over; broken, it is never overwritten', async () => {
  const { window } = await tagged();
  const path = window.file('schema.json');
  const text = await readFile(path, 'utf8');
  await writeFile(path, text.replaceAll('"Person"', '"Human"'));
  await eventually(
    () => window.heard('project.changed').at(-1)?.schema.entityTypes[0]?.name === 'Human',
    2_000,
  );
  await writeFile(path, 'no JSON');
  await eventually(() => (window.heard('project.changed').at(-1)?.problems.length ?? 0) > 0, 2_000);
  const { schema } = await window.call('project.view', null);
  const edited = { ...schema, entityTypes: schema.entityTypes.slice(0, -1), relationTypes: [] };
  const error = await window.fail('schema.edit', { label: 'Edit', schema: edited, migrations: [] });
  expect(error).toMatchObject({ code: 'invalid-file', place: { file: 'schema.json' } });
  await window.call('project.close', null);
  expect(await readFile(path, 'utf8')).toBe('no JSON');
});

test('project.log written to by another program makes the project read-only', async () => {
  const { window, key } = await tagged();
  await appendFile(window.file('project.log'), '{}\n');
  await eventually(() => window.heard('project.changed').at(-1)?.readOnly != null, 2_000);
  const edit = { ...key, base: 1, label: 'x', code: 'x', change: adding(span('s2', 4, 7)) };
  const error = await window.fail('annotations.commit', edit);
  expect(error).toMatchObject({ code: 'read-only' });
  expect(error.message).toContain('project.log');
});
