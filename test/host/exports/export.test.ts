import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Args } from '#api/contract.ts';
import { EVERYTHING } from '#core/formats/selection.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { exportEndpoints } from '#host/exports/endpoints.ts';
import { previewExport } from '#host/exports/preview.ts';
import { writeExport } from '#host/exports/write-export.ts';
import { writeFiles } from '#host/exports/write-files.ts';
import { writeProblem } from '#host/exports/write-problem.ts';
import { createJobs } from '#host/jobs.ts';
import { FakeProject, newJob } from '../documents/fake-session.ts';

let folder = '';
let project = new FakeProject();
const at = (...names: string[]) => join(folder, ...names);

const span = (id: string, type: string, start: number, end: number): AnnotationRecord => ({
  ...{ kind: 'span', id, type, ranges: [{ start, end }], attributes: {}, note: '' },
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
  project = new FakeProject();
  const records: AnnotationRecord[] = [
    span('s1', 'Person', 3, 6),
    span('s2', 'Date', 7, 10),
    { kind: 'relation', id: 'r1', type: 'x', from: 's1', to: 's2', attributes: {}, note: 'n' },
  ];
  project.add('one', '😀 Ada met', 'anna', records);
  project.add('two', 'second', 'ben', []);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Request = Args<'export.write'>;
const request = (more: Partial<Request> = {}): Request => ({
  ...{ format: 'glossator-json', selection: EVERYTHING, options: {}, target: folder },
  ...{ overwrite: false, job: 'j' },
  ...more,
});
const preview = (more: Partial<Omit<Request, 'target' | 'overwrite'>> = {}, job = newJob()) =>
  previewExport(project.session(), { ...request(), ...more }, job);
const write = (more: Partial<Request> = {}, job = newJob()) =>
  writeExport(project.session(), request(more), job);

describe('the preview', () => {
  test('counts what would be written and lost', async () => {
    const result = await preview({ format: 'glossator-jsonl' });
    expect(result).toMatchObject({
      ok: true,
      value: {
        ...{ documents: 2, sets: 2, spans: 2, relations: 1, labels: 0, notes: 1 },
        ...{ files: ['p.jsonl'], fileCount: 1, losses: [{ what: 'type definitions' }] },
      },
    });
  });

  test('counts relations that lose an end by the choice of types', async () => {
    const selection = { ...EVERYTHING, entityTypes: ['Person'] };
    const result = await preview({ selection });
    expect(result).toMatchObject({ value: { spans: 1, relations: 0, losses: [{ count: 1 }] } });
  });

  test('tells of spans that could not be placed', async () => {
    const [first, ...rest] = project.sets;
    if (!first) throw new Error('no set');
    const problems = [{ code: 'misplaced-span', message: 'outside' }];
    project.sets = [{ ...first, problems }, ...rest];
    const result = await preview();
    expect(result).toMatchObject({ value: { losses: [{ what: 'spans that cannot be placed' }] } });
  });
});

test.each([
  ['conll-2003', 2, 0], // neither relations nor what overlaps
  ['brat', 3, 1],
  ['glossator-json', 3, 1],
])(
  'of %s, what stands in the files is counted, not what was chosen',
  async (format, spans, relations) => {
    const [first] = project.sets;
    if (!first) throw new Error('no set');
    project.sets = [];
    project.add('three', 'Ada met Ben', 'anna', [
      span('s1', 'Person', 0, 3),
      span('s2', 'Person', 8, 11),
      span('s3', 'Event', 0, 7),
      { kind: 'relation', id: 'r1', type: 'x', from: 's1', to: 's2', attributes: {}, note: '' },
    ]);
    expect(await write({ format, target: at('out') })).toMatchObject({
      ok: true,
      value: { spans, relations },
    });
  },
);

describe('writing', () => {
  test('one file into a folder, under its own name', async () => {
    expect(await write()).toEqual({
      ok: true,
      value: {
        ...{ files: [at('p.json')], documents: 2, spans: 2, relations: 1 },
        ...{ losses: [], leftOut: null, parts: [] },
      },
    });
    expect(JSON.parse(readFileSync(at('p.json'), 'utf8'))).toMatchObject({
      documents: [{ sets: [{ spans: [{ ranges: [[2, 5]], quote: ['Ada'] }, {}] }] }, {}],
    });
  });

  test('one file under the name chosen', async () => {
    expect(await write({ target: at('new', 'mine.json') })).toMatchObject({ ok: true });
    expect(readdirSync(at('new'))).toEqual(['mine.json']);
  });

  test('several files into a folder that need not be there yet', async () => {
    const result = await write({ format: 'csv-tables', target: at('tables') });
    expect(result).toMatchObject({ ok: true });
    expect(readdirSync(at('tables'))).toEqual(
      expect.arrayContaining([
        'documents.csv',
        'labels.csv',
        'relations.csv',
        'spans.csv',
        'texts',
      ]),
    );
    expect(readFileSync(at('tables', 'texts', 'one.txt'), 'utf8')).toBe('😀 Ada met');
  });

  test('never over a file, unless that was asked for; then it is replaced as a whole', async () => {
    writeFileSync(at('spans.csv'), 'mine');
    const options = { format: 'csv-tables' };
    expect(await write(options)).toMatchObject({
      error: { code: 'exists', place: { file: at('spans.csv') } },
    });
    expect(readdirSync(folder)).toEqual(['spans.csv']);
    writeFileSync(at('labels.csv'), 'mine');
    expect(await write(options)).toMatchObject({
      error: { message: expect.stringContaining('and 1 more file of this export are there') },
    });
    rmSync(at('labels.csv'));
    expect(await write({ ...options, overwrite: true })).toMatchObject({ ok: true });
    expect(readFileSync(at('spans.csv'), 'utf8')).toMatch(/^document,/u);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('several files never into one', async () => {
    writeFileSync(at('file'), 'mine');
    const result = await write({ format: 'csv-tables', target: at('file'), overwrite: true });
    expect(result).toMatchObject({ error: { code: 'refused' } });
    expect(readFileSync(at('file'), 'utf8')).toBe('mine');
  });

  test('never over a folder', async () => {
    mkdirSync(at('spans.csv'));
    writeFileSync(at('spans.csv', 'inside'), 'mine');
    const result = await write({ format: 'csv-tables', overwrite: true });
    expect(result).toMatchObject({ error: { code: 'refused', place: { file: at('spans.csv') } } });
    expect(readdirSync(folder)).toEqual(['spans.csv']);
  });

  test('clears away what a killed export left long ago, and nothing else', async () => {
    const names = [
      '.glossator-export-999999999-0123456789ab',
      `.glossator-export-${process.pid}-0123456789ab`,
    ];
    for (const name of [...names, '.mine']) {
      mkdirSync(at(name));
      utimesSync(at(name), 1, 1);
    }
    expect(await write()).toMatchObject({ ok: true });
    expect(readdirSync(folder).sort()).toEqual([names[1], '.mine', 'p.json'].sort());
  });

  test('stopped, it leaves nothing behind', async () => {
    await expect(write({ target: at('out') }, newJob(0))).rejects.toThrow();
    expect(existsSync(at('out'))).toBe(false);
  });

  test('a set that cannot be read stops the export', async () => {
    project.sets = project.sets.map((set) => ({ ...set, key: { ...set.key } }));
    const session = project.session();
    const broken = {
      ...session,
      readSet: async () => ({ ok: false, error: { code: 'disk', message: 'x' } }),
    };
    const result = await writeExport(
      { ...session, ...broken } as typeof session,
      request(),
      newJob(),
    );
    expect(result).toMatchObject({ error: { code: 'disk' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each([
    [{ format: 'xml' }, 'bad-request'],
    [{ options: { files: 'three' } }, 'bad-request'],
    [
      { selection: { ...EVERYTHING, documents: ['none'] }, options: { files: 'per-document' } },
      'refused',
    ],
  ])('%j is refused', async (more, code) => {
    expect(await write(more)).toMatchObject({ ok: false, error: { code } });
  });
});

describe('where a move fails half-way', () => {
  test('all is as it was before', async () => {
    const text = (path: string) => ({ path, parts: () => ['new'] });
    writeFileSync(at('a.txt'), 'old');
    mkdirSync(at('b.txt'));
    writeFileSync(at('b.txt', 'inside'), 'old');
    const files = [
      { path: at('a.txt'), file: text('a.txt') },
      { path: at('c.txt'), file: text('c.txt') },
      { path: at('a.txt', 'no-folder'), file: text('x') },
    ];
    await expect(writeFiles(folder, files, newJob().signal)).rejects.toThrow();
    expect(readFileSync(at('a.txt'), 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['a.txt', 'b.txt']);
  });
});

test('the formats are listed with their options', async () => {
  const ctx = {
    session: () => null,
    emit: () => undefined,
    jobs: createJobs(() => undefined),
    now: () => new Date(0),
    random: () => 0,
  };
  const endpoints = exportEndpoints(ctx);
  const listed = await endpoints['export.formats'](null);
  expect(listed.ok && listed.value.slice(0, 3)).toMatchObject([
    { id: 'glossator-json', options: [{ id: 'files' }] },
    { id: 'glossator-jsonl', loses: ['schema'] },
    { id: 'csv-tables' },
  ]);
  const asked = await endpoints['export.preview'](request());
  expect(asked).toMatchObject({ ok: false, error: { code: 'refused' } });
});

test('a full disk is a sentence that says what to do', () => {
  const error = Object.assign(new Error('no space left'), { code: 'ENOSPC' });
  expect(writeProblem(error, 'x.json', 'Could not export to')).toEqual({
    code: 'disk',
    message: 'Could not export to x.json: the disk is full. Free some space, and try again.',
    place: { file: 'x.json' },
  });
});
