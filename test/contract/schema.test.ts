import { expect, test } from 'vitest';
import type { SetNews } from '#api/events.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { adding, span } from '../host/workspace.ts';
import { lettersOf } from './letters.ts';

test('a renamed type takes all annotations along, in all sets, and back', async () => {
  const { window, entry, key } = await lettersOf();
  await window.call('annotations.commit', {
    ...key,
    base: 0,
    label: 'A',
    code: 'a',
    change: adding(span('s1', 0, 3), span('s2', 4, 8, 'Role')),
  });
  const { schema } = await window.call('project.view', null);
  const renamed = {
    ...schema,
    entityTypes: schema.entityTypes.map((type) =>
      type.name === 'Person' ? { ...type, name: 'Human' } : type,
    ),
    relationTypes: schema.relationTypes.map((type) => ({
      ...type,
      from: type.from.map((name) => (name === 'Person' ? 'Human' : name)),
      to: type.to.map((name) => (name === 'Person' ? 'Human' : name)),
    })),
  };
  const migrations = [{ kind: 'rename-entity-type', from: 'Person', to: 'Human' }] as const;
  expect(await window.call('schema.preview', { migrations })).toMatchObject({
    documents: 1,
    sets: 1,
    spans: 1,
    examples: [{ document: entry.name, quote: 'Ada' }],
  });
  const refused = await window.fail('schema.edit', {
    label: 'Rename',
    schema: renamed,
    migrations: [],
  });
  expect(refused).toMatchObject({ code: 'refused' });
  expect(refused.message).toContain('1 span');

  const before = await window.call('annotations.read', key);
  await window.call('schema.edit', {
    label: 'Rename Person to Human',
    schema: renamed,
    migrations,
  });
  const types = async () =>
    Object.fromEntries(
      (await window.call('annotations.read', key)).records.map((r) => [
        r.id,
        'type' in r ? r.type : '',
      ]),
    );
  expect(await types()).toEqual({ s1: 'Human', s2: 'Role' });
  const [heard] = window.heard('annotations.changed');
  expect(heard).toMatchObject({ ...key, message: null });
  // What is told is the change itself: made to what the window had, it gives what the host has.
  const news: SetNews = JSON.parse(heard?.news ?? '');
  expect(news).toMatchObject({ base: before.revision, problems: [] });
  const shown = new SetIndex(before.records);
  shown.apply(news.change);
  const now = await window.call('annotations.read', key);
  expect([...shown.all()]).toEqual(now.records);
  expect([news.revision, news.undo]).toEqual([now.revision, now.undo]);

  // Annotations made since with the new type get the old one back, and the set's own undo is untouched.
  const { revision, undo } = await window.call('annotations.read', key);
  expect(undo.undo?.label).toBe('A');
  await window.call('annotations.commit', {
    ...key,
    base: revision,
    label: 'B',
    code: 'b',
    change: adding(span('s3', 17, 24, 'Human')),
  });
  expect(await window.call('project.undo', null)).toEqual({ label: 'Rename Person to Human' });
  expect(await types()).toEqual({ s1: 'Person', s2: 'Role', s3: 'Person' });
  expect((await window.call('project.view', null)).schema).toEqual(schema);
  await window.call('project.redo', null);
  expect(await types()).toEqual({ s1: 'Human', s2: 'Role', s3: 'Human' });
  expect((await window.call('project.view', null)).schema).toEqual(renamed);
});

test('undo of an edit after a rename keeps to the new type', async () => {
  const { window, key } = await lettersOf();
  const one = span('s1', 0, 3);
  await window.call('annotations.commit', {
    ...key,
    base: 0,
    label: 'A',
    code: 'a',
    change: adding(one),
  });
  await window.call('annotations.commit', {
    ...key,
    base: 1,
    label: 'Note',
    code: 'n',
    change: { added: {}, removed: {}, updated: { s1: [one, { ...one, note: 'x' }] } },
  });
  const { schema } = await window.call('project.view', null);
  const renamed = {
    ...schema,
    entityTypes: schema.entityTypes.map((type) =>
      type.name === 'Person' ? { ...type, name: 'Human' } : type,
    ),
    relationTypes: [],
  };
  await window.call('schema.edit', {
    label: 'Rename',
    schema: renamed,
    migrations: [{ kind: 'rename-entity-type', from: 'Person', to: 'Human' }],
  });
  await window.call('annotations.undo', key);
  expect((await window.call('annotations.read', key)).records).toEqual([
    { ...one, type: 'Human', note: '' },
  ]);
});
