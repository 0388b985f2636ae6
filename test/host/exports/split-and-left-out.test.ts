import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Args } from '#api/contract.ts';
import { readJsonl } from '#core/formats/glossator-jsonl/read-jsonl.ts';
import { EVERYTHING } from '#core/formats/selection.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { placesOfLoss } from '#host/exports/places.ts';
import { previewExport } from '#host/exports/preview.ts';
import { writeExport } from '#host/exports/write-export.ts';
import { FakeProject, newJob } from '../documents/fake-session.ts';

let folder = '';
let project = new FakeProject();
const at = (...names: string[]) => join(folder, ...names);
const text = (...names: string[]) => readFileSync(at(...names), 'utf8');

const span = (id: string, start: number, end: number, more = {}): AnnotationRecord => ({
  ...{ kind: 'span', id, type: 'Person', ranges: [{ start, end }], attributes: {}, note: '' },
  ...more,
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
  project = new FakeProject();
  for (let i = 0; i < 10; i++)
    project.add(`d0${i}`, `Ada met Ben ${i}`, 'anna', [span('s1', 0, 3)]);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Request = Args<'export.write'>;
const request = (more: Partial<Request> = {}): Request => ({
  ...{ format: 'glossator-jsonl', selection: EVERYTHING, options: {}, target: folder },
  ...{ overwrite: false, job: 'j' },
  ...more,
});
const write = (more: Partial<Request> = {}) =>
  writeExport(project.session(), request(more), newJob());
const split = (layout: 'folders' | 'names') => ({
  percent: { train: 80, dev: 10, test: 10 },
  seed: 1,
  layout,
});
const documentsIn = (...names: string[]) =>
  text(...names)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).document.id);

describe('a split', () => {
  test('goes into folders, as a program elsewhere splits the same ids', async () => {
    const result = await write({ split: split('folders') });
    expect(result).toMatchObject({
      value: {
        documents: 10,
        spans: 10,
        parts: [
          { name: 'train', documents: 8, spans: 8 },
          { name: 'dev', documents: 1, spans: 1 },
          { name: 'test', documents: 1, spans: 1 },
        ],
      },
    });
    expect(readdirSync(folder).sort()).toEqual(['dev', 'test', 'train']);
    // Calculated in Python, see export-split.test.ts.
    expect(documentsIn('dev', 'p.jsonl')).toEqual(['d00']);
    expect(documentsIn('test', 'p.jsonl')).toEqual(['d06']);
  });

  test('goes into names where each part is one file', async () => {
    expect(await write({ split: split('names') })).toMatchObject({ ok: true });
    expect(readdirSync(folder).sort()).toEqual(['p.dev.jsonl', 'p.test.jsonl', 'p.train.jsonl']);
  });

  test('of formats with several files goes into folders in any case', async () => {
    const options = { format: 'brat', split: split('names'), target: at('out') };
    expect(await write(options)).toMatchObject({ ok: true });
    expect(readdirSync(at('out')).sort()).toEqual(['dev', 'test', 'train']);
    expect(readdirSync(at('out', 'dev'))).toContain('annotation.conf');
  });

  test('is told before', async () => {
    const preview = await previewExport(
      project.session(),
      { ...request({ split: split('folders') }) },
      newJob(),
    );
    expect(preview).toMatchObject({
      value: {
        files: ['train/p.jsonl', 'dev/p.jsonl', 'test/p.jsonl'],
        parts: [{ documents: 8 }, { documents: 1 }, { documents: 1 }],
      },
    });
  });

  test('that does not add up is refused, and so is one into a file', async () => {
    const percent = { train: 80, dev: 10, test: 0 };
    expect(await write({ split: { ...split('folders'), percent } })).toMatchObject({
      error: { code: 'bad-request', message: expect.stringContaining('add up to 90') },
    });
    writeFileSync(at('file'), 'mine');
    expect(await write({ split: split('folders'), target: at('file') })).toMatchObject({
      error: { code: 'refused' },
    });
  });
});

test('counting can be stopped', async () => {
  await expect(previewExport(project.session(), request(), newJob(0))).rejects.toThrow();
});

describe('what a format loses', () => {
  beforeEach(() => {
    project = new FakeProject();
    const relation = { type: 'x', from: 's1', to: 's2', attributes: {}, note: '' };
    project.add('one', '😀 Ada met Ben', 'anna', [
      span('s1', 3, 6, { note: 'who?' }),
      span('s2', 11, 14),
      span('s3', 12, 14),
      { kind: 'relation', id: 'r1', ...relation },
    ]);
    project.add('two', 'Ada', 'anna', [span('s1', 0, 3)]);
  });
  const options = { format: 'conll-2003', leftOut: 'separate-file' } as const;

  test('is kept beside the file, whole and under its ids, and can be read onto the same text', async () => {
    const result = await write({ ...options, target: at('names.conll') });
    expect(result).toMatchObject({
      value: {
        files: [at('names.conll'), at('names.left-out.jsonl')],
        spans: 3,
        leftOut: { file: at('names.left-out.jsonl'), records: 4 },
      },
    });
    const read = readJsonl([{ path: 'x', text: text('names.left-out.jsonl') }]);
    if (!read.ok) throw new Error(read.error.message);
    const [one, two] = read.value.documents;
    expect(one?.text).toBe('😀 Ada met Ben');
    expect(one?.sets[0]?.annotator.id).toBe('anna');
    // s2 is an end of the relation; the note of s1 and all of s3 are lost.
    expect(one?.sets[0]?.records.map(({ id }) => id).sort()).toEqual(['r1', 's1', 's2', 's3']);
    expect(one?.sets[0]?.records).toContainEqual(span('s1', 3, 6, { note: 'who?' }));
    // Of it only the name of the annotator is lost.
    expect(two?.sets[0]?.records).toEqual([]);
  });

  test('has a file in the folder where there are several, and none where nothing is lost', async () => {
    await write({ ...options, target: at('out'), options: { files: 'per-document' } });
    expect(readdirSync(at('out'))).toContain('p.left-out.jsonl');
    const all = { ...options, format: 'glossator-json', target: at('all') };
    expect(await write({ ...all, target: at('all.json') })).toMatchObject({
      value: { leftOut: null, files: [at('all.json')] },
    });
  });

  test('never replaces a file without asking, even where the export itself may', async () => {
    writeFileSync(at('names.conll'), 'mine');
    writeFileSync(at('names.left-out.jsonl'), 'mine');
    const target = { ...options, target: at('names.conll') };
    expect(await write({ ...target, overwriteTarget: true })).toMatchObject({
      error: { code: 'exists', place: { file: at('names.left-out.jsonl') } },
    });
    expect(text('names.conll')).toBe('mine');
    expect(await write({ ...target, overwrite: true })).toMatchObject({ ok: true });
    expect(text('names.conll')).toContain('Ada');
  });

  test('is shown where it stands', async () => {
    const preview = await previewExport(project.session(), request(options), newJob());
    if (!preview.ok) throw new Error(preview.error.message);
    const { losses, leftOutFile } = preview.value;
    expect(leftOutFile).toBe('p.left-out.jsonl');
    const loss = losses.find(({ what }) => what === 'spans that cut a token');
    expect(loss).toMatchObject({ count: 1, option: 'tokens', hasPlaces: true });
    const places = await placesOfLoss(
      project.session(),
      { ...request(options), loss: { what: loss?.what ?? '', why: loss?.why ?? '' } },
      newJob(),
    );
    expect(places).toEqual({
      ok: true,
      value: [
        {
          ...{ documentId: 'one', documentName: 'one', annotatorId: 'anna' },
          ...{ range: { start: 12, end: 14 }, words: 'Person: en' },
        },
      ],
    });
    expect(losses.find(({ what }) => what === 'type definitions')?.hasPlaces).toBe(false);
  });
});
