import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  ANNA,
  adding,
  BEN,
  eventually,
  filesBelow,
  span,
  TestWindow,
  temporaryFolder,
} from '../workspace.ts';

/** A project with Ben's set, open in Anna's window. */
async function withBen() {
  const ben = new TestWindow(await temporaryFolder(), BEN);
  const [entry] = await ben.project({ 'a.txt': 'Ada met Ben in Rome.' });
  const key = { documentId: entry?.id ?? '', annotatorId: BEN.id };
  const edit = { ...key, base: 0, label: 'Tag', code: 'tag', change: adding(span('s1', 0, 3)) };
  await ben.call('annotations.commit', edit);
  const { path } = ben;
  await ben.call('project.close', null);
  const anna = new TestWindow(ben.folder, ANNA);
  await anna.call('project.open', { path, mode: 'ask' });
  const file = (end: string) => join(path, 'annotations', key.documentId, `${BEN.id}.${end}`);
  return { anna, ben, path, key, file };
}

const role = { id: 's5', kind: 'span', type: 'Role', ranges: [[8, 11]], quote: ['Ben'] };

/** Ben works on his own machine, and his file comes in by copying. */
async function comeIn(json: string) {
  const file = JSON.parse(await readFile(json, 'utf8'));
  await writeFile(json, JSON.stringify({ ...file, records: [...file.records, role] }));
}

test('looking at a set of somebody else writes nothing, even where its file came in from outside', async () => {
  const { anna, path, key, file } = await withBen();
  expect((await anna.call('annotations.read', key)).records).toHaveLength(1);
  await comeIn(file('json'));
  const [json, log] = [await readFile(file('json')), await readFile(file('log'))];
  await eventually(() => anna.heard('annotations.changed').length > 0, 2_500);
  const read = await anna.call('annotations.read', key);
  expect(read.records).toEqual([span('s1', 0, 3), span('s5', 8, 11, 'Role')]);
  const names = (await filesBelow(path)).filter((name) => name.startsWith('annotations'));
  await anna.call('project.close', null);
  expect(await readFile(file('json'))).toEqual(json);
  expect(await readFile(file('log'))).toEqual(log);
  expect((await filesBelow(path)).filter((name) => name.startsWith('annotations'))).toEqual(names);
});

test('an edit of the schema takes such a set along, and its history stays whole', async () => {
  const { anna, ben, path, key, file } = await withBen();
  await comeIn(file('json'));
  const { schema } = await anna.call('project.view', null);
  const entityTypes = schema.entityTypes.map((type) =>
    type.name === 'Role' ? { ...type, name: 'Office' } : type,
  );
  const migrations = [{ kind: 'rename-entity-type', from: 'Role', to: 'Office' }] as const;
  const edited = { ...schema, entityTypes, relationTypes: [] };
  await anna.call('schema.edit', { label: 'Rename Role to Office', schema: edited, migrations });
  const all = [span('s1', 0, 3), span('s5', 8, 11, 'Office')];
  expect((await anna.call('annotations.read', key)).records).toEqual(all);
  await anna.call('project.close', null);

  await ben.call('project.open', { path, mode: 'ask' });
  expect(await ben.call('annotations.read', key)).toMatchObject({
    records: all,
    readOnly: false,
    problems: [],
  });
  const labels = (await ben.call('annotations.history', key)).map(({ label }) => label);
  expect(labels).toEqual(['Tag', 'Changed outside Glossator', 'Rename Role to Office']);
  await ben.call('annotations.undo', key);
  expect((await ben.call('annotations.read', key)).records).toEqual([span('s1', 0, 3)]);
});
