import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHost } from '#host/index.ts';
import { schemaFault } from '../resources/validators.ts';
import { bundleCommandLine, runProgram } from './bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
const project = join(folder, 'sample');
const reader = join(import.meta.dirname, '../readers/read_export.py');
const hasPython = spawnSync('python3', ['--version']).status === 0;
let program = '';

beforeAll(async () => {
  cpSync(join(import.meta.dirname, '../../resources/sample'), project, { recursive: true });
  program = await bundleCommandLine();
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(dirname(program), { recursive: true, force: true });
});

const glossator = (...args: string[]) => runProgram(program, args, folder);

/** Every file with its bytes, to see that nothing was touched. */
const contents = () =>
  readdirSync(project, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(project, name)).isFile() && !name.startsWith('cache'))
    .sort()
    .map((name) => [name, readFileSync(join(project, name), 'latin1')]);

test('the sample is clean, even strictly, and checking leaves it as it is', async () => {
  const before = contents();
  const run = await glossator('check', 'sample', '--strict');
  expect(run).toMatchObject({ code: 0, err: '' });
  expect(run.out).toBe('3 documents and 5 sets looked at: 0 errors, 0 warnings.\n');
  expect(contents()).toEqual(before);
});

test('stats count by annotator, type and status', async () => {
  const run = await glossator('stats', 'sample', '--json');
  const found = JSON.parse(run.out);
  expect(found).toMatchObject({ name: 'Glossator sample', documents: 3 });
  expect(found.annotators).toMatchObject([
    { id: 'mira-7k2p', sets: 3, statuses: { done: 1, 'in-progress': 1, 'needs-review': 1 } },
    { id: 'jonas-x4nd', sets: 2, statuses: { done: 1, skipped: 1 } },
  ]);
  const total = found.annotators.reduce(
    (sum: number, one: { spans: number }) => sum + one.spans,
    0,
  );
  const byType = Object.values<number>(found.entityTypes).reduce((sum, n) => sum + n, 0);
  expect(byType).toBe(total);
  expect((await glossator('stats', 'sample')).out).toMatch(/Mira Solberg[\s\S]*Spans by type/u);
});

describe('exports', () => {
  test('are valid, and another program finds every quote', async () => {
    const targets = ['json/all.json', 'all.jsonl', 'tables'];
    for (const [i, format] of ['glossator-json', 'glossator-jsonl', 'csv-tables'].entries()) {
      const run = await glossator('export', 'sample', '--format', format, '--to', targets[i] ?? '');
      expect(run.code).toBe(0);
    }
    expect(
      schemaFault('dataset', JSON.parse(readFileSync(join(folder, 'json/all.json'), 'utf8'))),
    ).toBeNull();
    for (const line of readFileSync(join(folder, 'all.jsonl'), 'utf8').trimEnd().split('\n')) {
      expect(schemaFault('dataset-line', JSON.parse(line))).toBeNull();
    }
    if (!hasPython) return;
    const read = spawnSync('python3', [reader, 'sample', ...targets], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(read.stderr).toBe('');
    const [disk, ...exports] = JSON.parse(read.stdout);
    expect(exports).toEqual([disk, disk, disk]);
  });

  test('take chosen types, and count the relations that lose an end', async () => {
    const args = ['--type', 'Person', '--relation', 'meets', '--relation', 'holds role'];
    const run = await glossator(
      'export',
      'sample',
      '--format',
      'glossator-json',
      ...args,
      '--dry-run',
      '--json',
    );
    const { spans, relations, losses } = JSON.parse(run.out);
    expect(spans).toBeGreaterThan(20);
    expect(relations).toBe(3);
    expect(losses).toMatchObject([{ what: 'relations' }]);
    expect(run.err).toMatch(/^Left out: \d+ relations\./u);
  });
});

describe('while a window has the project open', () => {
  const host = createHost({
    now: () => new Date(),
    random: Math.random,
    machineName: 'elsewhere',
    documentsFolder: folder,
    sampleFolder: folder,
    me: () => ({ id: 'nora-1', name: 'Nora' }),
    emit: () => undefined,
  });
  beforeAll(async () => {
    const opened = await host.endpoints['project.open']({ path: project, mode: 'ask' });
    expect(opened).toMatchObject({ ok: true, value: { state: 'open' } });
  });
  afterAll(() => host.close());

  test('reading goes on, and writing is refused with who has it', async () => {
    expect((await glossator('stats', 'sample')).code).toBe(0);
    expect((await glossator('check', 'sample')).code).toBe(0);
    const export_ = ['export', 'sample', '--format', 'glossator-jsonl', '--to', 'meanwhile.jsonl'];
    expect((await glossator(...export_)).code).toBe(0);
    const text = join(import.meta.dirname, '../fixtures/texts/emoji.txt');
    const run = await glossator('import', 'sample', text);
    expect(run.code).toBe(1);
    expect(run.err).toContain('Nora has this project open on elsewhere');
    expect(readdirSync(join(project, 'documents')).filter((name) => name.startsWith('.'))).toEqual(
      [],
    );
  });
});
