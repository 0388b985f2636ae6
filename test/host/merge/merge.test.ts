import { readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { schemaFault } from '../../resources/validators.ts';
import { ANNA, BEN, relation, removing, span } from '../workspace.ts';
import {
  add,
  bytesBelow,
  choice,
  contents,
  edit,
  job,
  openAs,
  project,
  TEXTS,
  twoPlaces,
} from './merging.ts';

const update = (before: AnnotationRecord, after: AnnotationRecord) => ({
  added: {},
  updated: { [before.id]: [before, after] as const },
  removed: {},
});

describe('two project folders', () => {
  test('a dry run says what would be done and changes neither of them', async () => {
    const { here, there, a } = await twoPlaces();
    await add(BEN, there, a, span('s1', 0, 3));
    const window = await openAs(ANNA, here);
    const before = [await contents(window), await bytesBelow(there, readFile)];
    const plan = await window.call('merge.plan', { choice: choice(there), job });
    expect([await contents(window), await bytesBelow(there, readFile)]).toEqual(before);
    expect(plan).toMatchObject({
      documents: { added: [], matched: 2, byText: 0, onlyHere: 0 },
      people: { added: [BEN], sameNames: [] },
      ...{ conflicts: [], problems: [], isChange: true },
    });
    expect(plan.sets.filter(({ fate }) => fate !== 'same')).toMatchObject([
      { documentId: a, annotator: BEN, fate: 'new', there: 1, here: 0, both: 0, added: 1 },
    ]);
  });

  test('merges three ways: what one side did is done, and one undo takes all back', async () => {
    const { here, there, a, b } = await twoPlaces();
    await add(ANNA, here, a, span('h1', 15, 20, 'Location'));
    await edit(ANNA, there, a, (records) => {
      const s1 = records.get('s1');
      return s1 ? removing(s1) : removing();
    });
    await add(ANNA, there, b, span('t1', 0, 3));
    await add(BEN, there, b, span('t1', 0, 3), span('t2', 8, 10), relation('r', 't1', 't2'));
    const window = await openAs(ANNA, here);
    const before = await contents(window);
    const plan = await window.call('merge.apply', { choice: choice(there), job });
    expect(plan).toMatchObject({ conflicts: [], problems: [], isChange: true });
    const after = await contents(window);
    const ids = (key: string) => after.sets[key]?.map(({ id }) => id);
    expect(ids(`${a}/${ANNA.id}`)).toEqual(['h1', 's2']);
    expect(ids(`${b}/${ANNA.id}`)).toEqual(['t1']);
    expect(ids(`${b}/${BEN.id}`)).toEqual(['r', 't1', 't2']);

    const again = await window.call('merge.apply', { choice: choice(there), job });
    expect(again).toMatchObject({ isChange: false, conflicts: [] });
    expect(await contents(window)).toEqual(after);
    await window.call('project.undo', null);
    expect(await contents(window)).toEqual(before);
    await window.call('project.redo', null);
    expect(await contents(window)).toEqual(after);
    await window.call('project.close', null);

    const lines = (await readFile(join(here, 'project.log'), 'utf8')).trim().split('\n');
    for (const line of lines) expect(schemaFault('project-log-line', JSON.parse(line))).toBeNull();
    const next = await openAs(ANNA, here);
    expect(await contents(next)).toEqual(after);
    expect((await next.call('project.view', null)).annotators).toContainEqual(BEN);
  });

  test('where both changed one thing, ours stays and it is listed with its words', async () => {
    const { here, there, a } = await twoPlaces();
    const retype = (path: string, type: string) =>
      edit(ANNA, path, a, (records) => {
        const s2 = records.get('s2');
        return s2?.kind === 'span' ? update(s2, { ...s2, type }) : removing();
      });
    await retype(here, 'Location');
    await retype(there, 'Organization');
    const window = await openAs(ANNA, here);
    const plan = await window.call('merge.apply', { choice: choice(there), job });
    expect(plan.conflicts).toMatchObject([
      { documentId: a, id: 's2', reason: 'both-changed', field: 'type', words: 'Ben' },
    ]);
    expect(plan.conflicts[0]?.ours).toContain('Location');
    expect(plan.conflicts[0]?.theirs).toContain('Organization');
    const { sets } = await contents(window);
    expect(sets[`${a}/${ANNA.id}`]?.find(({ id }) => id === 's2')).toMatchObject({
      type: 'Location',
    });
  });

  test('what was deleted after a merge does not come back with the next one, and corrections come', async () => {
    const { here, there, a } = await twoPlaces();
    await add(BEN, there, a, span('x', 0, 3), span('y', 8, 11));
    const first = await openAs(ANNA, here);
    await first.call('merge.apply', { choice: choice(there), job });
    await first.call('project.close', null);
    // Ben goes on there: corrects one, deletes one, and adds one.
    await edit(BEN, there, a, (records) => {
      const [x, y] = [records.get('x'), records.get('y')];
      if (x?.kind !== 'span' || !y) throw new Error('not there');
      return { ...update(x, { ...x, type: 'Role' }), removed: { y } };
    });
    await add(BEN, there, a, span('z', 15, 20));
    const window = await openAs(ANNA, here);
    const plan = await window.call('merge.apply', { choice: choice(there), job });
    expect(plan.conflicts).toEqual([]);
    const { sets } = await contents(window);
    expect(sets[`${a}/${BEN.id}`]).toMatchObject([{ id: 'x', type: 'Role' }, { id: 'z' }]);
  });

  test('back and forth, both come to the same', async () => {
    const { here, there, a } = await twoPlaces();
    await add(ANNA, here, a, span('h', 15, 20));
    await add(ANNA, there, a, span('t', 4, 7));
    for (const [into, from] of [
      [here, there],
      [there, here],
    ] as const) {
      const window = await openAs(ANNA, into);
      await window.call('merge.apply', { choice: choice(from), job });
      await window.call('project.close', null);
    }
    await edit(ANNA, there, a, (records) => {
      const h = records.get('h');
      return h ? removing(h) : removing();
    });
    const window = await openAs(ANNA, here);
    const plan = await window.call('merge.apply', { choice: choice(there), job });
    expect(plan.conflicts).toEqual([]);
    const ids = (await contents(window)).sets[`${a}/${ANNA.id}`]?.map(({ id }) => id);
    expect(ids).toEqual(['s1', 's2', 't']);
  });
});

describe('documents', () => {
  test('new ones come whole; the same text under another id is the same document', async () => {
    const one = await project(TEXTS);
    const other = await project({ 'other.txt': TEXTS['a.txt'], 'c.txt': 'Cara met Dee. 😀' });
    const [, c = ''] = other.ids;
    await add(BEN, other.path, other.ids[0] ?? '', span('s', 0, 3));
    await add(BEN, other.path, c, span('s', 0, 4), span('e', 14, 16));
    const window = await openAs(ANNA, one.path);
    const before = await contents(window);
    const plan = await window.call('merge.apply', { choice: choice(other.path), job });
    expect(plan.documents).toMatchObject({
      ...{ added: [{ id: c, name: 'c' }], matched: 1, byText: 1, onlyHere: 1 },
    });
    const after = await contents(window);
    expect(after.documents).toHaveLength(3);
    expect(await window.call('documents.text', { documentId: c })).toBe('Cara met Dee. 😀');
    expect(after.sets[`${c}/${BEN.id}`]).toHaveLength(2);
    expect(after.sets[`${one.ids[0]}/${BEN.id}`]).toHaveLength(1);
    expect(await window.call('merge.plan', { choice: choice(other.path), job })).toMatchObject({
      isChange: false,
    });
    await window.call('project.undo', null);
    expect(await contents(window)).toEqual({ ...before });
    // Taken back, it can be merged anew.
    await window.call('merge.apply', { choice: choice(other.path), job });
    expect((await contents(window)).documents).toHaveLength(3);
  });

  test('one that was thrown away here stays in the trash, and that is said', async () => {
    const { here, there, b } = await twoPlaces();
    const window = await openAs(ANNA, here);
    await window.call('documents.remove', { documentIds: [b] });
    const plan = await window.call('merge.apply', { choice: choice(there), job });
    expect(plan.documents.trashed).toEqual(['b']);
    expect((await contents(window)).documents).toHaveLength(1);
  });
});

describe('people', () => {
  const OTHER_ANNA = { id: 'anna-9', name: 'Anna' };

  test('two of one name stay two and are told; joined by choice, they are one', async () => {
    const { here, there, a } = await twoPlaces();
    await add(OTHER_ANNA, there, a, span('o', 15, 20), span('twin', 0, 3));
    const window = await openAs(ANNA, here);
    const plan = await window.call('merge.plan', { choice: choice(there), job });
    expect(plan.people.sameNames).toEqual([{ theirs: OTHER_ANNA, ours: ANNA }]);
    const join = { [OTHER_ANNA.id]: ANNA.id };
    const joined = { ...choice(there), join };
    const done = await window.call('merge.apply', { choice: joined, job });
    expect(done.people).toMatchObject({ added: [], joined: [{ theirs: OTHER_ANNA, ours: ANNA }] });
    const { sets } = await contents(window);
    expect(sets[`${a}/${ANNA.id}`]?.map(({ id }) => id)).toEqual(['o', 's1', 's2']);
    expect(Object.keys(sets)).toEqual([`${a}/${ANNA.id}`]);
    expect(await window.call('merge.plan', { choice: joined, job })).toMatchObject({
      isChange: false,
    });
  });
});

test('types that are missing here are added; of types defined otherwise, ours stay', async () => {
  const { here, there, a } = await twoPlaces();
  const theirs = await openAs(BEN, there);
  const { schema } = await theirs.call('project.view', null);
  const [first, ...rest] = schema.entityTypes;
  if (!first) throw new Error('no types');
  const animal = { ...first, name: 'Animal', key: null, color: '#123456' };
  const changed = { ...first, description: 'Quite another.' };
  const edited = { ...schema, entityTypes: [changed, ...rest, animal] };
  await theirs.call('schema.edit', { label: 'Edit', schema: edited, migrations: [] });
  await theirs.call('project.close', null);
  await add(BEN, there, a, span('s', 0, 3, 'Animal'));
  const window = await openAs(ANNA, here);
  const plan = await window.call('merge.apply', { choice: choice(there), job });
  expect(plan.schema.added.join()).toContain('Animal');
  expect(plan.schema.differences.join()).toContain('description');
  const after = (await contents(window)).schema;
  expect(after.entityTypes.map(({ name }) => name)).toContain('Animal');
  expect(after.entityTypes[0]).toEqual(first);
  await window.call('project.undo', null);
  expect((await contents(window)).schema).toEqual(schema);
});

test('work with the old name of a type gets the new one', async () => {
  const { here, there, a } = await twoPlaces();
  await add(BEN, there, a, span('s', 0, 3));
  const window = await openAs(ANNA, here);
  const { schema } = await window.call('project.view', null);
  const entityTypes = schema.entityTypes.map((type) =>
    type.name === 'Person' ? { ...type, name: 'Human' } : type,
  );
  await window.call('schema.edit', {
    ...{ label: 'Rename', schema: { ...schema, entityTypes, relationTypes: [] } },
    migrations: [{ kind: 'rename-entity-type', from: 'Person', to: 'Human' }],
  });
  const plan = await window.call('merge.apply', { choice: choice(there), job });
  expect(plan.conflicts).toEqual([]);
  const after = await contents(window);
  expect(after.sets[`${a}/${BEN.id}`]).toMatchObject([{ id: 's', type: 'Human' }]);
  expect(after.sets[`${a}/${ANNA.id}`]).toMatchObject([{ type: 'Human' }, { type: 'Human' }]);
  expect(after.schema.entityTypes.map(({ name }) => name)).not.toContain('Person');
  expect(await window.call('merge.plan', { choice: choice(there), job })).toMatchObject({
    isChange: false,
  });
});

describe('files of sets', () => {
  test('a conflict copy is found, merged against its own log, and known the next time', async () => {
    const { here, there, a } = await twoPlaces();
    await add(ANNA, there, a, span('copied', 4, 7));
    await add(ANNA, here, a, span('own', 15, 20));
    for (const ext of ['json', 'log'])
      await rename(
        join(there, 'annotations', a, `${ANNA.id}.${ext}`),
        join(here, 'annotations', a, `${ANNA.id} (conflicted copy).${ext}`),
      );
    const window = await openAs(ANNA, here);
    const copies = await window.call('merge.copies', null);
    expect(copies).toEqual([join(here, 'annotations', a, `${ANNA.id} (conflicted copy).json`)]);
    const plan = await window.call('merge.apply', { choice: choice(...copies), job });
    expect(plan).toMatchObject({ conflicts: [], problems: [] });
    const ids = (await contents(window)).sets[`${a}/${ANNA.id}`]?.map(({ id }) => id);
    expect(ids).toEqual(['copied', 'own', 's1', 's2']);
    expect(await window.call('merge.plan', { choice: choice(...copies), job })).toMatchObject({
      isChange: false,
    });
  });

  test('a set without its log comes in, and not a second time', async () => {
    const { here, there, a } = await twoPlaces();
    await add(BEN, there, a, span('x', 0, 3), span('y', 8, 11));
    const file = join(there, 'annotations', a, `${BEN.id}.json`);
    await rm(file.replace('.json', '.log'));
    const window = await openAs(ANNA, here);
    await window.call('merge.apply', { choice: choice(file), job });
    expect((await contents(window)).sets[`${a}/${BEN.id}`]).toHaveLength(2);
    await window.call('project.close', null);
    await edit(BEN, here, a, (records) => {
      const x = records.get('x');
      return x ? removing(x) : removing();
    });
    const next = await openAs(ANNA, here);
    expect(await next.call('merge.plan', { choice: choice(file), job })).toMatchObject({
      isChange: false,
    });
  });
});
