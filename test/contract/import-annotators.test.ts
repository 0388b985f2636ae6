import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANNA, TestWindow } from '../host/workspace.ts';
import { lookAt, PAIR, projectWindow, usedProject } from './importing.ts';

describe('whose the annotations are', () => {
  const ADA = '{"text":"Ada met Ben.","label":[[0,3,"PER"]]}\n';

  test('the name of somebody new stays when a document that is there receives the set', async () => {
    const { window, entry } = await usedProject();
    const colleague = { id: 'a0rri0z413x', name: 'Otto Fern' };
    const annotators = { imported: colleague };
    await (await lookAt(window, PAIR)).apply({ annotators });
    const nameIn = async (one: TestWindow) =>
      (await one.call('project.view', null)).annotators.find(({ id }) => id === colleague.id)?.name;
    expect(await nameIn(window)).toBe('Otto Fern');
    await window.call('project.undo', null);
    await window.call('project.redo', null);
    const { path, folder } = window;
    await window.call('project.close', null);
    const manifest = JSON.parse(await readFile(join(path, 'project.json'), 'utf8'));
    expect(manifest.annotators).toContainEqual(colleague);
    const file = join(path, 'annotations', entry.id, `${colleague.id}.json`);
    expect(JSON.parse(await readFile(file, 'utf8')).annotator).toEqual(colleague);
    const next = new TestWindow(folder);
    await next.call('project.open', { path, mode: 'ask' });
    expect(await nameIn(next)).toBe('Otto Fern');
  });

  test('files of one text that name nobody are of several annotators, who can be mapped', async () => {
    const window = await projectWindow();
    const importing = await lookAt(window, {
      'article - Ada.conll': 'Ada B-PER\nmet O\nBen O\n',
      'article - Ben.conll': 'Ada B-PER\nmet O\nBen B-PER\n',
      'letter - Ben.conll': 'Oslo B-LOC\n',
    });
    const preview = await importing.preview();
    expect(
      preview.annotators.map(({ annotator: { name }, sets, spans }) => [name, sets, spans]),
    ).toEqual([
      ['Ada', 1, 1],
      ['Ben', 2, 3],
    ]);
    expect(preview.problems).toMatchObject([
      { code: 'annotators', message: expect.stringContaining('(Ada, Ben)') },
    ]);
    expect(preview.counts).toMatchObject({ documents: 2, sets: 3, spans: 4 });
    const ada = preview.annotators[0]?.annotator.id ?? '';
    const { added } = await importing.apply({ annotators: { [ada]: ANNA } });
    expect(added.map(({ name }) => name)).toEqual(['article', 'letter']);
    const countOf = async (annotatorId: string) => {
      const key = { documentId: added[0]?.id ?? '', annotatorId };
      return (await window.call('annotations.read', key)).records.length;
    };
    expect(await countOf(ANNA.id)).toBe(1);
    expect(await countOf(preview.annotators[1]?.annotator.id ?? '')).toBe(2);
  });

  test('one file is of one annotator, however often it has a text', async () => {
    const preview = await (await lookAt(await projectWindow(), { 'a.jsonl': ADA + ADA })).preview();
    expect(preview.annotators).toMatchObject([{ annotator: { id: 'imported' } }]);
  });

  test('a text that a corpus happens to have twice is of nobody', async () => {
    const files = Object.fromEntries(
      ['Yes', 'No', 'Yes', 'Perhaps', 'Oslo'].map((word, i) => [`d${i}.conll`, `${word} B-X\n`]),
    );
    const preview = await (await lookAt(await projectWindow(), files)).preview();
    expect(preview.annotators).toMatchObject([{ annotator: { id: 'imported' } }]);
  });
});
