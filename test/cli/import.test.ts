import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleCommandLine, runProgram } from './bundle.ts';

const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
let program = '';

beforeAll(async () => {
  program = await bundleCommandLine();
  mkdirSync(join(folder, 'corpus'));
  const files = {
    'a.txt': 'Ada met Ben in Oslo.',
    'a.ann':
      'T1\tPER 0 3\tAda\nT2\tPER 8 11\tBen\nT3\tGene 15 19\tOslo\nR1\tmeets Arg1:T1 Arg2:T2\n',
    'broken.ann': 'T1\tPER 0 3\tAda\n',
  };
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(folder, 'corpus', name), text);
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(dirname(program), { recursive: true, force: true });
});

const glossator = (...args: string[]) => runProgram(program, args, folder);
const json = (...path: string[]) => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));

describe('annotations', () => {
  test('a dry run says format, schema, people and amounts, and makes nothing', async () => {
    const run = await glossator('import', 'p', 'corpus', '--create', '--dry-run');
    expect(run.code).toBe(0);
    expect(run.out).toContain('corpus: read as brat');
    expect(run.out).toContain('New entity type ‘Gene’');
    expect(run.out).toContain('By Imported (imported): 1 set, 3 spans');
    expect(run.out).toContain('3 spans, 1 relation.');
    expect(run.out).toContain('1 document would be imported.');
    expect(run.err).toContain('broken.ann');
    expect(existsSync(join(folder, 'p'))).toBe(false);
  });

  test('a format that does not exist, and a mapping without a name, are wrong usage', async () => {
    for (const wrong of [
      ['--format', 'klingon'],
      ['--map', 'PER'],
      ['--map', '=x'],
      ['--option', 'x'],
    ]) {
      const run = await glossator('import', 'p', 'corpus', ...wrong);
      expect(run).toMatchObject({ code: 2, out: '' });
      expect(run.err).toContain('Usage: glossator import');
    }
  });

  test('a name to map that the files do not have is wrong usage, and the names that there are are told', async () => {
    const run = await glossator(
      'import',
      'q',
      'corpus',
      '--create',
      '--dry-run',
      '--map',
      'Persn=X',
    );
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('‘Persn’');
    expect(run.err).toContain('There are: ‘PER’, ‘Gene’, ‘meets’.');
  });

  test('types are mapped and left out, and the set gets its annotator', async () => {
    const args = [
      '--create',
      '--format',
      'auto',
      '--map',
      'PER=Person',
      '--map',
      'Gene=',
      '--annotator',
      'Eva Klein',
    ];
    const run = await glossator('import', 'p', 'corpus', ...args, '--json');
    expect(run.code).toBe(0);
    const { imported, counts, problems } = JSON.parse(run.out);
    expect(imported).toMatchObject([{ id: 'a', name: 'a' }]);
    expect(counts).toMatchObject({ spans: 2, relations: 1, leftOut: 1 });
    expect(problems[0].path).toMatch(/broken\.ann$/u);
    const [set = ''] = readdirSync(join(folder, 'p/annotations/a'));
    expect(set).toMatch(/^eva-klein-[0-9a-f]{8}\.json$/u);
    const { annotator, records } = json('p/annotations/a', set);
    expect(annotator.name).toBe('Eva Klein');
    expect(records.map(({ type }: { type: string }) => type)).toEqual([
      'Person',
      'Person',
      'meets',
    ]);
    const { entityTypes } = json('p/schema.json');
    expect(entityTypes.map(({ name }: { name: string }) => name)).toEqual(['Person']);
  });

  test('the document that is there receives a set of somebody else; once more, it is passed over', async () => {
    const run = await glossator('import', 'p', 'corpus', '--annotator', 'Otto');
    expect(run.out).toContain('0 documents imported, 1 document received annotations');
    const names = readdirSync(join(folder, 'p/annotations/a'));
    const sets = names.filter((name) => name.endsWith('.json'));
    expect(sets).toHaveLength(2);
    const annotators = sets.map((name) => json('p/annotations/a', name).annotator.name);
    expect(annotators.sort()).toEqual(['Eva Klein', 'Otto']);
    expect(json('p/project.json').annotators).toContainEqual(
      expect.objectContaining({ name: 'Otto' }),
    );
    const again = await glossator('import', 'p', 'corpus', '--annotator', 'Otto');
    expect(again.err).toContain('passed over');
    expect((await glossator('check', 'p')).code).toBe(0);
  });

  test('a file is read as it is told, not as it was found', async () => {
    const run = await glossator('import', 'p', 'corpus/a.ann', '--format', 'text');
    expect(run.code).toBe(0);
    expect(readFileSync(join(folder, 'p/documents/a-2/text.txt'), 'utf8')).toContain('T1\tPER');
  });

  test('files of one text that name nobody become several annotators, and a line says so', async () => {
    mkdirSync(join(folder, 'two'));
    for (const [who, tag] of [
      ['Ada', 'B-PER'],
      ['Ben', 'O'],
    ])
      writeFileSync(join(folder, `two/news - ${who}.conll`), `Ada B-PER\nsaw O\nOslo ${tag}\n`);
    const dry = await glossator('import', 't', 'two', '--create', '--dry-run');
    expect(dry.out).toMatch(/By Ada .*: 1 set, 2 spans\nBy Ben .*: 1 set, 1 span\n/u);
    const run = await glossator('import', 't', 'two', '--create');
    expect(run.code).toBe(0);
    expect(run.err).toContain('several annotators (Ada, Ben), named by their files or folders.');
    const [document = ''] = readdirSync(join(folder, 't/annotations'));
    const sets = readdirSync(join(folder, 't/annotations', document));
    expect(sets.filter((name) => name.endsWith('.json'))).toHaveLength(2);
  });
});

test('a damaged file is refused with its line; told to be text, it is read', async () => {
  writeFileSync(join(folder, 'broken.json'), '{"id": 1,\n"text": "Ada met');
  const run = await glossator('import', 'd', 'broken.json', '--create');
  expect(run.code).toBe(1);
  expect(run.err).toContain(
    'It looks like JSON, but line 2 cannot be read: it ends in the middle.',
  );
  const text = await glossator('import', 'd', 'broken.json', '--format', 'text');
  expect(text.code).toBe(0);
});
