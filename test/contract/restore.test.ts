import { expect, test } from 'vitest';
import type { Schema } from '#core/model/schema.ts';
import { adding, relation, removing, span } from '../host/workspace.ts';
import { lettersOf } from './letters.ts';

const ONES = [
  span('s1', 0, 12),
  span('s2', 36, 42, 'Location'),
  span('s3', 17, 24),
  relation('r1', 's1', 's3'),
];

function without(schema: Schema, name: string): Schema {
  const others = (names: readonly string[]) => names.filter((one) => one !== name);
  return {
    ...schema,
    entityTypes: schema.entityTypes.filter((type) => type.name !== name),
    relationTypes: schema.relationTypes.map((type) => ({
      ...type,
      from: others(type.from),
      to: others(type.to),
    })),
  };
}

/** A letter with four annotations; `deleteLocation` edits the schema, deleting what has that type. */
async function annotated() {
  const { window, key } = await lettersOf();
  const change = adding(...ONES);
  await window.call('annotations.commit', { ...key, base: 0, label: 'Tag', code: 't', change });
  const { schema } = await window.call('project.view', null);
  const read = async () =>
    new Map((await window.call('annotations.read', key)).records.map((one) => [one.id, one]));
  return {
    window,
    key,
    schema,
    read,
    deleteLocation: () =>
      window.call('schema.edit', {
        label: 'Delete Location',
        schema: without(schema, 'Location'),
        migrations: [{ kind: 'delete-entity-type', type: 'Location' }],
      }),
  };
}

const all = new Map(ONES.map((one) => [one.id, one]));

test('what an undone deletion of a type had taken is restored as it is shown', async () => {
  const { window, key, read, deleteLocation } = await annotated();
  await deleteLocation();
  expect([...(await read()).keys()]).not.toContain('s2');
  await window.call('project.undo', null);
  expect(await read()).toEqual(all);

  const shown = await window.call('annotations.at', { ...key, seq: 1 });
  expect(new Map(shown.map((one) => [one.id, one]))).toEqual(all);
  await window.call('annotations.restore', { ...key, seq: 1 });
  expect(await read()).toEqual(all);
  expect(window.heard('notice')).toEqual([]);

  // The same once the deletion was done again and taken back again.
  await window.call('project.redo', null);
  await window.call('project.undo', null);
  await window.call('annotations.restore', { ...key, seq: 1 });
  expect(await read()).toEqual(all);
});

test('an edit before an undone deletion of its type can still be undone', async () => {
  const { window, key, read, deleteLocation } = await annotated();
  await deleteLocation();
  await window.call('project.undo', null);
  await window.call('annotations.undo', key);
  expect(await read()).toEqual(new Map());
});

test('a type that was deleted and made anew takes its annotations back', async () => {
  const { window, key, schema, read, deleteLocation } = await annotated();
  await deleteLocation();
  await window.call('schema.edit', { label: 'Add Location', schema, migrations: [] });
  await window.call('annotations.restore', { ...key, seq: 1 });
  expect(await read()).toEqual(all);
});

test('annotations of a type that is gone are left out, and the reason is said', async () => {
  const { window, key, read, deleteLocation } = await annotated();
  await deleteLocation();
  const revision = (await window.call('annotations.read', key)).revision;
  const change = removing(ONES[3] ?? span('', 0, 0), ONES[2] ?? span('', 0, 0));
  const commit = { ...key, base: revision, label: 'Delete', code: 'd', change };
  await window.call('annotations.commit', commit);
  await window.call('annotations.restore', { ...key, seq: 1 });
  expect([...(await read()).keys()].sort()).toEqual(['r1', 's1', 's3']);
  expect(window.heard('notice')).toEqual([
    {
      kind: 'info',
      message: '1 annotation was left out, because the schema no longer has its type.',
    },
  ]);
});
