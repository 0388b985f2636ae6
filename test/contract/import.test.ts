import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { SAME_NAMES } from '#core/exchange/import-mapping.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { ANNA } from '../host/workspace.ts';
import {
  ALL,
  filesWith,
  Importing,
  job,
  lookAt,
  PAIR,
  projectWindow,
  usedProject,
} from './importing.ts';

describe('into a project that has nothing yet', () => {
  test('the schema of the files takes the place of the default one; one undo takes all back', async () => {
    const window = await projectWindow();
    const importing = await lookAt(window, PAIR);
    const preview = await importing.preview();
    expect(preview.counts).toMatchObject({
      documents: 1,
      sets: 1,
      spans: 3,
      relations: 1,
      known: 0,
    });
    expect(preview.schema.entityTypes.map(({ name }) => name)).toEqual(['PER', 'Gene']);
    expect(preview.incoming.entityTypes).toEqual([
      { name: 'PER', count: 2, attributes: [{ name: 'Sure', count: 1 }] },
      { name: 'Gene', count: 1, attributes: [] },
    ]);
    expect((await window.call('project.view', null)).documents).toEqual([]);

    const { added, received, spans } = await importing.apply();
    expect({ received, spans }).toEqual({ received: [], spans: 3 });
    const view = await window.call('project.view', null);
    expect(view.documents).toEqual(added);
    expect(view.schema).toEqual(preview.schema);
    expect(view.undo.undo?.label).toBe('Import ‘a’');
    const [entry] = added;
    const key = { documentId: entry?.id ?? '', annotatorId: 'imported' };
    const { records } = await window.call('annotations.read', key);
    expect(records).toContainEqual({
      ...{ kind: 'span', id: 'T1', type: 'PER', ranges: [{ start: 0, end: 3 }] },
      ...{ attributes: { Sure: expect.anything() }, note: '' },
    });

    await window.call('project.undo', null);
    const undone = await window.call('project.view', null);
    expect(undone).toMatchObject({ documents: [], schema: DEFAULT_SCHEMA });
    expect(undone.trash).toHaveLength(1);
    await window.call('project.redo', null);
    const redone = await window.call('project.view', null);
    expect(redone).toMatchObject({ documents: added, schema: preview.schema, trash: [] });
    expect((await window.call('annotations.read', key)).records).toHaveLength(records.length);
  });

  test('what was undone can be imported again, with another mapping', async () => {
    const window = await projectWindow();
    const importing = await lookAt(window, PAIR);
    await importing.apply();
    await window.call('project.undo', null);
    const mapping = { ...SAME_NAMES, entityTypes: { PER: 'Human' } };
    const { added } = await (await lookAt(window, PAIR)).apply({ mapping });
    const view = await window.call('project.view', null);
    expect(view.schema.entityTypes.map(({ name }) => name)).toEqual(['Human', 'Gene']);
    expect(view.documents).toEqual(added);
    expect(added[0]?.id).toBe('a-2');
  });

  test('texts alone leave the default schema as it is', async () => {
    const window = await projectWindow();
    const importing = await lookAt(window, { 'b.txt': 'Text.' });
    expect((await importing.preview()).schemaChanges).toEqual([]);
    await importing.apply();
    expect((await window.call('project.view', null)).schema).toEqual(DEFAULT_SCHEMA);
  });

  test('a preview as into a new project does not look at the open one', async () => {
    const { window } = await usedProject();
    const preview = await (await lookAt(window, PAIR)).preview({ into: 'new' });
    expect(preview.counts).toMatchObject({ documents: 1, receiving: 0 });
    expect(preview.schema.entityTypes.map(({ name }) => name)).toEqual(['PER', 'Gene']);
  });
});

describe('into a project with annotations', () => {
  test('names are suggested, types added, and the document that is there receives the set', async () => {
    const { window, entry } = await usedProject();
    const importing = await lookAt(window, PAIR);
    const preview = await importing.preview();
    expect(preview.suggested.entityTypes).toEqual({ PER: 'Person', Gene: 'Gene' });
    expect(preview.suggested.relationTypes).toEqual({ meets: 'meets' });
    expect(preview.documents).toMatchObject([
      { name: 'a', same: { name: 'a', id: entry.id }, fate: 'receives', spans: 3 },
    ]);
    expect(preview.counts).toMatchObject({ documents: 0, receiving: 1, spans: 3 });
    expect(preview.schemaChanges.join('\n')).toContain('New entity type ‘Gene’');

    const done = await importing.apply();
    expect(done).toMatchObject({ added: [], received: [entry.id], spans: 3, relations: 1 });
    const again = await (await lookAt(window, PAIR)).preview();
    expect(again.counts).toMatchObject({
      documents: 0,
      receiving: 0,
      known: 1,
      spans: 0,
      leftOut: 0,
      already: 4,
    });
    expect(again.documents).toMatchObject([{ fate: 'known' }]);

    await window.call('project.undo', null);
    const key = { documentId: entry.id, annotatorId: 'imported' };
    expect((await window.call('annotations.read', key)).records).toEqual([]);
    expect((await window.call('project.view', null)).schema).toEqual(DEFAULT_SCHEMA);
  });

  test('a set of the person’s own grows: what is there is not doubled, what is new gets a free id', async () => {
    const { window, entry } = await usedProject();
    const importing = await lookAt(window, {
      'a.txt': PAIR['a.txt'],
      'a.ann': 'T1\tPER 0 3\tAda\nT2\tPER 8 11\tBen\nR1\tmeets Arg1:T1 Arg2:T2\n',
    });
    await importing.apply({ annotators: { imported: ANNA } });
    const key = { documentId: entry.id, annotatorId: ANNA.id };
    const { records } = await window.call('annotations.read', key);
    expect(records.filter(({ kind }) => kind === 'span')).toHaveLength(2);
    expect(records.find(({ kind }) => kind === 'relation')).toMatchObject({ from: 's1', to: 'T2' });
  });

  test('the mapping merges, renames and leaves out', async () => {
    const { window } = await usedProject();
    const importing = await lookAt(window, PAIR);
    const mapping = {
      ...{ entityTypes: { PER: 'Role', Gene: null }, relationTypes: { meets: 'sees' } },
      ...{ documentLabels: {}, relationAttributes: {} },
      entityAttributes: { PER: { Sure: 'certain' } },
    };
    const preview = await importing.preview({ mapping });
    expect(preview.counts).toMatchObject({ spans: 2, relations: 1, leftOut: 1 });
    expect(preview.schema.entityTypes.map(({ name }) => name)).not.toContain('Gene');
    expect(preview.schema.relationTypes.map(({ name }) => name)).toContain('sees');
    expect(
      preview.schema.entityTypes.find(({ name }) => name === 'Role')?.attributes,
    ).toMatchObject([{ name: 'certain' }]);
  });

  test('relations that the schema does not allow come in, and are told', async () => {
    const { window } = await usedProject();
    const importing = await lookAt(window, {
      'b.txt': 'Ada is chief.',
      'b.ann': 'T1\tPerson 0 3\tAda\nT2\tRole 7 12\tchief\nR1\tmeets Arg1:T1 Arg2:T2\n',
    });
    const preview = await importing.preview();
    expect(preview.counts.relations).toBe(1);
    expect(preview.problems).toMatchObject([{ code: 'constraint' }]);
    expect((await importing.apply()).relations).toBe(1);
  });

  test('a copy is added where it is asked for, and what is left out is left out', async () => {
    const { window } = await usedProject();
    const importing = await lookAt(window, { ...PAIR, 'b.txt': 'Another.' });
    const { documents } = await importing.preview();
    const keys = documents.map(({ key }) => key);
    const copies = await importing.preview({ copies: keys, without: keys.slice(1) });
    expect(copies.counts).toMatchObject({ documents: 1, receiving: 0 });
    expect((await importing.apply({ copies: keys, without: keys.slice(1) })).added).toHaveLength(1);
    expect((await window.call('project.view', null)).documents).toHaveLength(2);
  });
});

describe('all or nothing', () => {
  test('one file that cannot be read, and nothing is there; without it, the rest comes', async () => {
    const window = await projectWindow();
    const folder = await filesWith({ 'good.txt': 'Good.' });
    await writeFile(join(folder, 'bad.txt'), Buffer.from([0x41, 0xff, 0x42]));
    const look = await window.call('import.look', { paths: [folder], job });
    const choice = { ...ALL };
    const error = await window.fail('import.apply', { ticket: look.ticket, choice, job });
    expect(error).toMatchObject({ code: 'invalid-file', place: { byte: 1 } });
    expect((await window.call('project.view', null)).documents).toEqual([]);
    const without = [join(folder, 'bad.txt')];
    const importing = new Importing(window, look);
    const { added } = await importing.apply({ sources: [{ source: 'source-1', without }] });
    expect(added.map(({ name }) => name)).toEqual(['good']);
  });

  test('a file that was changed since it was read stops the import', async () => {
    const window = await projectWindow();
    const folder = await filesWith({ 'b.txt': 'Before.' });
    const look = await window.call('import.look', { paths: [folder], job });
    const importing = new Importing(window, look);
    await importing.preview();
    await writeFile(join(folder, 'b.txt'), 'After.');
    const error = await window.fail('import.apply', { ticket: look.ticket, choice: ALL, job });
    expect(error.code).toBe('conflict');
    expect((await window.call('project.view', null)).documents).toEqual([]);
  });

  test('a choice that makes no sense is refused', async () => {
    const window = await projectWindow();
    const { look } = await lookAt(window, PAIR);
    const [source = ''] = look.sources.map(({ id }) => id);
    for (const wrong of [{ reader: 'klingon' }, { options: { colour: 'red' } }]) {
      const choice = { ...ALL, sources: [{ source, ...wrong }] };
      const error = await window.fail('import.preview', { ticket: look.ticket, choice, job });
      expect(error.code).toBe('bad-request');
    }
  });
});

test('the text of one document, with its spans in the names of the project', async () => {
  const { window } = await usedProject();
  const { look } = await lookAt(window, PAIR);
  const args = { ticket: look.ticket, choice: ALL, key: 'source-1:0', job };
  const shown = await window.call('import.text', args);
  expect(shown).toMatchObject({ text: PAIR['a.txt'], isCut: false });
  expect(shown.spans.map(({ type, ranges }) => [type, ranges[0].start])).toEqual([
    ['Person', 0],
    ['Person', 8],
    ['Gene', 15],
  ]);
});

test('what the file says besides the text is kept: tokens, metadata, and the file itself once', async () => {
  const window = await projectWindow();
  const conllu =
    '# newdoc id = one\n1\tAda\t_\tPROPN\t_\t_\t_\t_\t_\t_\n2\tsings\t_\tVERB\t_\t_\t_\t_\t_\t_\n\n# newdoc id = two\n1\tBen\t_\tPROPN\t_\t_\t_\t_\t_\t_\n\n';
  const { added } = await (await lookAt(window, { 'two.conllu': conllu })).apply();
  expect(added).toHaveLength(2);
  const [first, second] = added;
  const details = await window.call('documents.details', { documentId: first?.id ?? '' });
  expect(details.tokens).toEqual([
    { start: 0, end: 3 },
    { start: 4, end: 9 },
  ]);
  expect(details).not.toHaveProperty('carried');
  expect(first?.source.file).toBe(second?.source.file);
  expect(first?.source.file).toMatch(/^sources\/[0-9a-f]{64}\.conllu$/u);
  expect(await readFile(window.file(first?.source.file ?? ''), 'utf8')).toBe(conllu);
  expect(await window.json('project.json')).toMatchObject({ formatVersion: 2 });
});
