import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bundleCommandLine, runProgram } from './bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
let program = '';

beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../../resources/sample'), join(folder, 'sample'), {
    recursive: true,
  });
  program = await bundleCommandLine();
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(dirname(program), { recursive: true, force: true });
});

const glossator = (...args: string[]) => runProgram(program, args, folder);
const json = (path: string) => JSON.parse(readFileSync(join(folder, path), 'utf8'));

/** The first set of the sample, and where it is. */
function firstSet() {
  const sets = join(folder, 'sample/annotations');
  const [document = ''] = readdirSync(sets).sort();
  const [name = ''] = readdirSync(join(sets, document)).filter((one) => one.endsWith('.json'));
  return `annotations/${document}/${name}`;
}

test('packets for two people come back merged; merging again changes nothing', async () => {
  const packets = await glossator(
    ...['packet', 'sample', 'out', '--annotator', 'Nora', '--annotator', 'Olaf'],
    ...['--separate', '--split', '--overlap', '1', '--seed', '3', '--blind', '--json'],
  );
  expect(packets).toMatchObject({ code: 0, err: '' });
  const { assignments, paths } = JSON.parse(packets.out);
  const documents = json('sample/project.json').documents.length;
  const counts = assignments.map((one: { documents: string[] }) => one.documents.length);
  expect(counts[0] + counts[1]).toBe(documents + 1);
  expect(Math.abs(counts[0] - counts[1])).toBeLessThanOrEqual(1);
  mkdirSync(join(folder, 'colleague'));
  const made = await glossator('unpack', paths[0], 'colleague');
  expect(made.code).toBe(0);
  const [name = ''] = readdirSync(join(folder, 'colleague'));
  const [first] = assignments;
  const [document] = first.documents;
  const entry = json('sample/project.json').documents.find(
    (one: { id: string }) => one.id === document,
  );
  const text = [...readFileSync(join(folder, 'sample/documents', document, 'text.txt'), 'utf8')];
  const set = {
    ...{ format: 'glossator-set', formatVersion: 1, documentId: document, revision: 1 },
    annotator: { id: first.annotatorId, name: 'Nora' },
    textSha256: entry.textSha256,
    records: [
      {
        id: 'n1',
        kind: 'span',
        type: 'Person',
        ranges: [[0, 3]],
        quote: [text.slice(0, 3).join('')],
      },
    ],
  };
  const place = join(folder, 'colleague', name, 'annotations', document);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, `${first.annotatorId}.json`), JSON.stringify(set));
  const back = await glossator('packet', join('colleague', name), 'back.glossator');
  expect(back.code).toBe(0);

  const dry = await glossator('merge', 'sample', 'back.glossator', '--dry-run');
  expect(dry).toMatchObject({ code: 0, err: '' });
  expect(dry.out).toContain('Would merge: 0 new documents, 1 set changed.');
  expect(dry.out).toContain('New annotator: Nora');
  expect(readdirSync(join(folder, 'sample/annotations', document))).not.toContain(
    `${first.annotatorId}.json`,
  );
  expect(await glossator('merge', 'sample', 'back.glossator')).toMatchObject({ code: 0 });
  const merged = json(`sample/annotations/${document}/${first.annotatorId}.json`);
  expect(merged.records).toEqual(set.records);
  const again = await glossator('merge', 'sample', 'back.glossator');
  expect(again.out).toContain('Nothing is new');
  expect(await glossator('check', 'sample')).toMatchObject({ code: 0 });
}, 60_000);

test('what makes no sense is said, and nothing is written', async () => {
  expect(await glossator('merge', 'sample')).toMatchObject({ code: 2 });
  expect(await glossator('merge', 'sample', 'x', '--join', 'a')).toMatchObject({ code: 2 });
  const nothing = await glossator('merge', 'sample', 'nowhere');
  expect(nothing).toMatchObject({ code: 1, out: '' });
  expect(nothing.err).toContain('There is nothing at');
  const stranger = await glossator('merge', 'sample', 'back.glossator', '--join', 'a=nobody');
  expect(stranger.err).toContain('no annotator with the id ‘nobody’');
  expect(await glossator('packet', 'sample', 'x', '--each', '0')).toMatchObject({ code: 2 });
  const unknown = await glossator('packet', 'sample', 'x', '--document', 'nothing');
  expect(unknown.err).toContain('There is no document ‘nothing’');
  writeFileSync(join(folder, 'no.glossator'), 'no zip');
  expect(await glossator('unpack', 'no.glossator')).toMatchObject({ code: 1, out: '' });
});

test('merge-file merges what both branches did, and lists what they did differently', async () => {
  const set = json(join('sample', firstSet()));
  const spans = set.records.filter((one: { kind: string }) => one.kind === 'span');
  const [first, second, third] = spans;
  const version = (change: (record: { id: string; type: string }) => object | null, more = []) =>
    JSON.stringify({
      ...set,
      records: [...set.records.map(change).filter((one: object | null) => one !== null), ...more],
    });
  const retyped = (id: string, type: string) => (record: { id: string; type: string }) =>
    record.id === id ? { ...record, type } : record;
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('base.json', JSON.stringify(set));
  write('ours.json', version(retyped(first.id, 'Alpha')));
  write('theirs.json', version(retyped(second.id, 'Beta')));
  expect(await glossator('merge-file', 'base.json', 'ours.json', 'theirs.json')).toEqual({
    ...{ code: 0, out: '', err: '' },
  });
  const typeOf = (id: string) =>
    json('ours.json').records.find((one: { id: string }) => one.id === id)?.type;
  expect([typeOf(first.id), typeOf(second.id)]).toEqual(['Alpha', 'Beta']);
  expect(json('ours.json').records).toHaveLength(set.records.length);
  expect(json('ours.json').records.find((one: { id: string }) => one.id === third.id)).toEqual(
    third,
  );

  write('ours.json', version(retyped(first.id, 'Alpha')));
  write('theirs.json', version(retyped(first.id, 'Beta')));
  const clash = await glossator('merge-file', 'base.json', 'ours.json', 'theirs.json');
  expect(clash.code).toBe(1);
  expect(clash.err).toContain(`(${first.id}): type; ours stays`);
  expect(typeOf(first.id)).toBe('Alpha');
  // Both began the set: git gives an empty base.
  write('empty.json', '');
  write('ours.json', JSON.stringify(set));
  const both = await glossator('merge-file', 'empty.json', 'ours.json', 'base.json');
  expect(both.code).toBe(0);
  write('broken.json', '{');
  const before = readFileSync(join(folder, 'ours.json'), 'utf8');
  expect(await glossator('merge-file', 'base.json', 'ours.json', 'broken.json')).toMatchObject({
    code: 1,
  });
  expect(readFileSync(join(folder, 'ours.json'), 'utf8')).toBe(before);
});
