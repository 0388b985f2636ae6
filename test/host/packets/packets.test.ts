import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PacketChoice } from '#api/calls/packets.ts';
import { readZip } from '#core/formats/zip/read-zip.ts';
import { writeZip } from '#core/formats/zip/write-zip.ts';
import { schemaFault } from '../../resources/validators.ts';
import { add, contents, choice as merging, openAs, project } from '../merge/merging.ts';
import { ANNA, BEN, span, TestWindow, temporaryFolder } from '../workspace.ts';

const job = 'packet';
const CARA = { id: 'cara-3', name: 'Cara' };
const TEXTS = { 'a.txt': 'Ada met Ben 😀.', 'b.txt': 'Bea met Cy.', 'c.txt': 'Cara met Dee.' };

const PACKET: PacketChoice = {
  ...{ documents: [], annotators: [BEN], each: null, overlap: 0, order: 'given', seed: 1 },
  ...{ blind: true, correct: null, guidelines: 'Tag all people. 😀', separate: false },
};

/** A project with Anna's work on the first document, and a packet of it. */
async function packed(choice: Partial<PacketChoice> = {}) {
  const { path: home, ids } = await project(TEXTS);
  await add(ANNA, home, ids[0] ?? '', span('s1', 0, 3));
  const window = await openAs(ANNA, home);
  const folder = await temporaryFolder();
  const target = choice.separate ? folder : join(folder, 'work.glossator');
  const args = { choice: { ...PACKET, ...choice }, target, overwrite: false, job };
  const paths = await window.call('packet.write', args);
  await window.call('project.close', null);
  return { home, ids, folder, paths, path: paths[0] ?? '' };
}

/** Opens a packet as somebody. */
async function unpacked(path: string, me = BEN) {
  const window = new TestWindow(await temporaryFolder(), me);
  const made = await window.call('packet.unpack', { path, job });
  await window.call('project.open', { path: made.path, mode: 'ask' });
  return window;
}

async function namesIn(path: string) {
  const entries = readZip('packet', await readFile(path));
  if (!entries.ok) throw new Error(entries.error.message);
  return entries.value.map((entry) => entry.path).sort();
}

/** An archive of the packet's files, some of them another, and more. */
async function repacked(path: string, files: Readonly<Record<string, string>>): Promise<string> {
  const read = readZip('packet', await readFile(path));
  if (!read.ok) throw new Error(read.error.message);
  const own = read.value.map((entry) => {
    const bytes = entry.read();
    if (!bytes.ok) throw new Error(bytes.error.message);
    return [entry.path, bytes.value] as const;
  });
  const all = new Map<string, string | Uint8Array>([...own, ...Object.entries(files)]);
  const made = join(await temporaryFolder(), 'hostile.glossator');
  const parts = [...all].map(([name, bytes]) => ({ path: name, parts: () => [bytes] }));
  await writeFile(made, Buffer.concat([...writeZip(parts)]));
  return made;
}

test('there and back: a packet is opened, worked on, sent back and merged', async () => {
  const { home, ids, path } = await packed();
  const [a = ''] = ids;
  const there = await unpacked(path);
  const view = await contents(there);
  expect(view.documents.map(({ id }) => id)).toEqual(ids);
  expect(view.sets).toEqual({});
  expect(await there.call('documents.text', { documentId: a })).toBe(TEXTS['a.txt']);
  await there.call('project.close', null);
  await add(
    BEN,
    there.path || join(there.folder, 'Letters'),
    a,
    span('b1', 0, 3),
    span('b2', 8, 11),
  );
  const folder = join(there.folder, (await readdir(there.folder))[0] ?? '');
  const back = await openAs(BEN, folder);
  const target = join(await temporaryFolder(), 'back.glossator');
  const everything = { ...PACKET, annotators: [], blind: false };
  await back.call('packet.write', { choice: everything, target, overwrite: false, job });

  const window = await openAs(ANNA, home);
  const before = await contents(window);
  const plan = await window.call('merge.apply', { choice: merging(target), job });
  expect(plan).toMatchObject({ conflicts: [], problems: [], documents: { added: [], matched: 3 } });
  const after = await contents(window);
  expect(after.sets[`${a}/${BEN.id}`]?.map(({ id }) => id)).toEqual(['b1', 'b2']);
  expect(after.sets[`${a}/${ANNA.id}`]).toEqual(before.sets[`${a}/${ANNA.id}`]);
  const again = await window.call('merge.plan', { choice: merging(target), job });
  expect(again.isChange).toBe(false);
  await window.call('project.undo', null);
  expect((await contents(window)).sets).toEqual(before.sets);
});

describe('what is in a packet', () => {
  test('is said in packet.json, which is as its JSON Schema says', async () => {
    const { ids, path } = await packed({ annotators: [BEN, CARA], each: 1, seed: 5 });
    const window = new TestWindow(await temporaryFolder());
    const info = await window.call('packet.look', { path });
    expect(info).toMatchObject({
      ...{ name: 'Letters', madeBy: ANNA, guidelines: PACKET.guidelines },
      assignments: [
        { annotator: BEN, blind: true, correct: null },
        { annotator: CARA, blind: true },
      ],
    });
    const shared = info?.assignments.flatMap(({ documents }) => documents) ?? [];
    expect([...shared].sort()).toEqual([...ids].sort());
    const there = await unpacked(path);
    expect(
      schemaFault('packet', JSON.parse(await readFile(there.file('packet.json'), 'utf8'))),
    ).toBe(null);
  });

  test('blind: nobody else’s sets; not blind: all of them, with their past', async () => {
    const blind = await packed();
    expect((await namesIn(blind.path)).filter((name) => name.startsWith('annotations/'))).toEqual(
      [],
    );
    const open = await packed({ blind: false });
    const own = `annotations/${open.ids[0]}/${ANNA.id}`;
    expect(await namesIn(open.path)).toEqual(expect.arrayContaining([`${own}.json`, `${own}.log`]));
  });

  test('a set to correct is there as one’s own, and the other is not seen', async () => {
    const { ids, path, home } = await packed({ correct: ANNA.id });
    const there = await unpacked(path);
    const key = { documentId: ids[0] ?? '', annotatorId: BEN.id };
    expect((await contents(there)).sets).toEqual({
      [`${key.documentId}/${BEN.id}`]: [span('s1', 0, 3)],
    });
    const { revision } = await there.call('annotations.read', key);
    const change = {
      added: {},
      updated: { s1: [span('s1', 0, 3), span('s1', 0, 3, 'Role')] as const },
      removed: {},
    };
    await there.call('annotations.commit', {
      ...key,
      base: revision,
      change,
      label: 'x',
      code: 'x',
    });
    const other = there.path;
    await there.call('project.close', null);
    const window = await openAs(ANNA, home);
    await window.call('merge.apply', { choice: merging(other), job });
    const { sets } = await contents(window);
    expect(sets[`${key.documentId}/${BEN.id}`]).toMatchObject([{ id: 's1', type: 'Role' }]);
    expect(sets[`${key.documentId}/${ANNA.id}`]).toEqual([span('s1', 0, 3)]);
  });

  test('actions in a packet have numbers of their own, although the sets in it tell of earlier ones', async () => {
    const { path: home, ids } = await project(TEXTS);
    const [a = ''] = ids;
    await add(ANNA, home, a, span('s1', 0, 3), span('s2', 8, 11, 'Role'));
    const rename = async (window: TestWindow, from: string, to: string) => {
      const { schema } = await window.call('project.view', null);
      const entityTypes = schema.entityTypes.map((type) =>
        type.name === from ? { ...type, name: to } : type,
      );
      await window.call('schema.edit', {
        label: 'Rename',
        schema: { ...schema, entityTypes, relationTypes: [] },
        migrations: [{ kind: 'rename-entity-type', from, to }],
      });
    };
    const window = await openAs(ANNA, home);
    await rename(window, 'Person', 'Human');
    const target = join(await temporaryFolder(), 'work.glossator');
    const packet = { ...PACKET, annotators: [ANNA], blind: false };
    await window.call('packet.write', { choice: packet, target, overwrite: false, job });
    await window.call('project.close', null);

    const there = await unpacked(target, ANNA);
    await rename(there, 'Role', 'Office');
    const key = { documentId: a, annotatorId: ANNA.id };
    const types = async () => {
      const { records } = await there.call('annotations.read', key);
      return records.map((record) => ('type' in record ? record.type : '')).sort();
    };
    expect(await types()).toEqual(['Human', 'Office']);
    await there.call('project.undo', null);
    expect(await types()).toEqual(['Human', 'Role']);
  });

  test('one for each person, with their documents only; nothing is overwritten', async () => {
    const { home, folder, paths } = await packed({
      ...{ annotators: [BEN, CARA], each: 1, overlap: 1, separate: true },
    });
    expect((await readdir(folder)).sort()).toEqual([
      'Letters for Ben.glossator',
      'Letters for Cara.glossator',
    ]);
    const counts = [];
    for (const path of paths) {
      const names = await namesIn(path);
      counts.push(names.filter((name) => name.endsWith('/text.txt')).length);
    }
    expect(counts).toEqual([2, 2]);
    const window = await openAs(ANNA, home);
    const args = { choice: PACKET, target: paths[0] ?? '', overwrite: false, job };
    const before = await readFile(args.target);
    expect(await window.fail('packet.write', args)).toMatchObject({ code: 'exists' });
    expect(await readFile(args.target)).toEqual(before);
  });
});

describe('packets that are not what they should be', () => {
  const NAMES = [
    '../evil.txt',
    '..\\evil.txt',
    '/tmp/evil.txt',
    'C:\\evil.txt',
    'documents/../../evil.txt',
    'documents/a/con',
    'PROJECT.json',
  ];

  test.each(NAMES)('an entry called %s: nothing is unpacked, nothing merged', async (name) => {
    const { home, path } = await packed();
    const hostile = await repacked(path, { [name]: 'x' });
    const window = new TestWindow(await temporaryFolder());
    const failure = await window.fail('packet.unpack', { path: hostile, job });
    expect(failure.code).toBe('invalid-file');
    expect(await readdir(window.folder)).toEqual([]);
    const mine = await openAs(ANNA, home);
    const before = await contents(mine);
    const refused = await mine.fail('merge.apply', { choice: merging(hostile), job });
    expect(refused).toMatchObject({ code: 'invalid-file' });
    expect(await contents(mine)).toEqual(before);
  });

  test('files that are no data of a project stay in the packet', async () => {
    const { path } = await packed();
    const more = { 'lock.json': '{}', 'cache/x.json': '{}', 'run.exe': 'x', '.git/config': 'x' };
    const there = await unpacked(await repacked(path, more));
    const found = (await readdir(there.path)).sort();
    expect(found).toEqual(expect.arrayContaining(['documents', 'packet.json', 'project.json']));
    for (const name of ['run.exe', '.git']) expect(found).not.toContain(name);
  });

  test('cut at any place, or with a flipped byte, it is refused or whole', async () => {
    const { path, ids } = await packed({ blind: false });
    const bytes = await readFile(path);
    const folder = await temporaryFolder();
    const file = join(folder, 'damaged.glossator');
    for (let i = 0; i < 60; i++) {
      const at = Math.floor((bytes.length * i) / 60);
      const damaged = i % 2 === 0 ? bytes.subarray(0, at) : Buffer.from(bytes);
      if (i % 2 === 1) damaged[at] = (damaged[at] ?? 0) ^ 0x55;
      await writeFile(file, damaged);
      const window = new TestWindow(await temporaryFolder(), BEN);
      const made = await window.ask('packet.unpack', { path: file, job });
      if (!made.ok) {
        expect(['invalid-file', 'newer-format']).toContain(made.error.code);
        expect(await readdir(window.folder)).toEqual([]);
        continue;
      }
      await window.call('project.open', { path: made.value.path, mode: 'ask' });
      expect((await contents(window)).documents.map(({ id }) => id)).toEqual(ids);
    }
  });

  test('a bomb and an archive without a project are refused', async () => {
    const { path } = await packed();
    const bomb = await repacked(path, { 'documents/a/text.txt': '0'.repeat(30_000_000) });
    const window = new TestWindow(await temporaryFolder());
    expect(await window.fail('packet.look', { path: bomb })).toMatchObject({
      code: 'invalid-file',
    });
    const empty = join(await temporaryFolder(), 'empty.glossator');
    await writeFile(empty, Buffer.concat([...writeZip([{ path: 'a.txt', parts: () => ['a'] }])]));
    const failure = await window.fail('packet.unpack', { path: empty, job });
    expect(failure.message).toContain('no packet');
    expect(await readdir(window.folder)).toEqual([]);
  });
});
