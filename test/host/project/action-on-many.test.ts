import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ANNA, adding, eventually, span, TestWindow, temporaryFolder } from '../workspace.ts';

test('an action on more sets than are kept open tells the window of the one that it shows', async () => {
  const window = new TestWindow(await temporaryFolder(), ANNA);
  const files = Array.from({ length: 8 }, (_, n) => [`${n}.txt`, `Ada met Ben, ${n} times.`]);
  const entries = await window.project(Object.fromEntries(files));
  const keys = entries.map(({ id }) => ({ documentId: id, annotatorId: ANNA.id }));
  for (const key of keys) {
    const change = adding(span('s1', 0, 3, 'Role'));
    await window.call('annotations.commit', { ...key, base: 0, label: 'Tag', code: 'tag', change });
  }
  const { path } = window;
  await window.call('project.close', null);
  await window.call('project.open', { path, mode: 'ask' });
  const [shown] = keys;
  if (!shown) throw new Error('no documents');
  await window.call('annotations.read', shown);

  const { schema } = await window.call('project.view', null);
  const rename = (type: { readonly name: string }) => (type.name === 'Role' ? 'Office' : type.name);
  const edited = {
    ...schema,
    entityTypes: schema.entityTypes.map((type) => ({ ...type, name: rename(type) })),
    relationTypes: [],
  };
  const migrations = [{ kind: 'rename-entity-type', from: 'Role', to: 'Office' }] as const;
  await window.call('schema.edit', { label: 'Rename', schema: edited, migrations });
  const told = () =>
    window.heard('annotations.changed').filter(({ documentId }) => documentId === shown.documentId);
  expect(told()).toHaveLength(1);

  // All others are brought into their files, which opens them.
  const stored = async ({ documentId, annotatorId }: typeof shown) => {
    const file = join(path, 'annotations', documentId, `${annotatorId}.json`);
    return (await readFile(file, 'utf8')).includes('Office');
  };
  for (const key of keys) await eventually(() => stored(key), 6_000);
  await window.call('project.undo', null);
  expect(told()).toHaveLength(2);
  const { records, revision } = await window.call('annotations.read', shown);
  expect(records).toEqual([span('s1', 0, 3, 'Role')]);
  // Its change comes with the news, so it need not be read again.
  const { news } = told().at(-1) ?? {};
  expect(JSON.parse(news ?? '{}')).toMatchObject({ revision });
});
