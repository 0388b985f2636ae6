import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FORMATS } from '#core/formats/registry.ts';
import { bundleCommandLine, runProgram } from './bundle.ts';

const root = join(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
const at = (...names: string[]) => join(folder, ...names);
let program = '';
const glossator = (...args: string[]) => runProgram(program, args, folder);

const ROWS = `-DOCSTART- -X- O O

Ada NNP B-NP B-PER
Lovelace NNP I-NP I-PER
met VBD B-VP O
Babbage NNP B-NP B-PER

-DOCSTART- -X- O O

London NNP B-NP B-LOC
`;

beforeAll(async () => {
  program = await bundleCommandLine();
  cpSync(join(root, 'resources/sample'), at('sample'), { recursive: true });
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(dirname(program), { recursive: true, force: true });
});

describe('glossator formats', () => {
  test('lists every format, and what each loses', async () => {
    const run = await glossator('formats', '--json');
    expect(run).toMatchObject({ code: 0, err: '' });
    const listed = JSON.parse(run.out);
    expect(listed.map(({ id }: { id: string }) => id)).toEqual(FORMATS.map(({ id }) => id));
    expect(listed.find(({ id }: { id: string }) => id === 'conll-2003')).toMatchObject({
      ...{ reads: true, writes: true, unit: 'tokens' },
      loses: expect.arrayContaining(['relations', 'notes']),
    });
  });

  test('tells the options of one', async () => {
    const run = await glossator('formats', 'conll-2003');
    expect(run.code).toBe(0);
    expect(run.out).toContain('--option scheme: ');
    expect(run.out).toContain('bilou: BILOU');
    expect((await glossator('formats', 'klingon')).code).toBe(2);
  });
});

describe('glossator convert', () => {
  test('finds out the format, writes the other, and says what is lost', async () => {
    writeFileSync(at('names.conll'), ROWS);
    const run = await glossator('convert', 'names.conll', 'names.jsonl', '--to', 'doccano');
    expect(run.code).toBe(0);
    expect(run.out).toContain('Read as conll-2003.');
    expect(run.out).toContain('Wrote 2 documents, 3 spans, 0 relations.');
    expect(run.err).toContain('Left out: ');
    const lines = readFileSync(at('names.jsonl'), 'utf8').trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).text)).toEqual([
      'Ada Lovelace met Babbage',
      'London',
    ]);
  });

  test('and back again, the rows are the same', async () => {
    writeFileSync(at('in.conll'), ROWS);
    await glossator('convert', 'in.conll', 'all.json', '--to', 'glossator-json');
    const args = [
      'convert',
      'in.conll',
      'again.conll',
      '--from',
      'conll-2003',
      '--to',
      'conll-2003',
    ];
    expect((await glossator(...args)).code).toBe(0);
    expect(readFileSync(at('again.conll'), 'utf8')).toBe(ROWS);
  });

  test('refuses to overwrite, unless forced, and then replaces', async () => {
    writeFileSync(at('one.conll'), ROWS);
    writeFileSync(at('one.jsonl'), 'mine');
    const args = ['convert', 'one.conll', 'one.jsonl', '--to', 'spacy-jsonl'];
    const refused = await glossator(...args);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.err).toContain('‘one.jsonl’ is there already. Nothing was written.');
    expect(readFileSync(at('one.jsonl'), 'utf8')).toBe('mine');
    expect((await glossator(...args, '--force')).code).toBe(0);
    expect(readFileSync(at('one.jsonl'), 'utf8')).toContain('"ents"');
  });

  test('a file that is broken is told with line and reason, and nothing is written', async () => {
    writeFileSync(at('broken.jsonl'), '{"text":"Ada","label":[]}\n{"text":"x"\n');
    const args = ['convert', 'broken.jsonl', 'out', '--from', 'doccano', '--to', 'brat'];
    const run = await glossator(...args);
    expect(run).toMatchObject({ code: 1, out: '' });
    expect(run.err).toMatch(/not valid JSON.*broken\.jsonl, line 2/u);
    expect(readdirSync(folder)).not.toContain('out');
  });

  test.each([
    [['convert', 'a']],
    [['convert', 'a', 'b']],
    [['convert', 'a', 'b', '--to', 'klingon']],
    [['convert', 'a', 'b', '--to', 'brat', '--from', 'klingon']],
    [['convert', 'a', 'b', '--to', 'brat', '--split', 'half']],
    [['convert', 'a', 'b', '--to', 'brat', '--left-out', 'burn']],
    [['convert', 'a', 'b', '--to', 'brat', '--seed', '1']],
    [['convert', 'a', 'b', '--to', 'brat', '--split', '80/20', '--seed', 'x']],
  ])('%j cannot be understood', async (args) => {
    expect(await glossator(...args)).toMatchObject({ code: 2, out: '' });
  });
});

describe('glossator export', () => {
  test('splits, and keeps what the format loses in a file', async () => {
    const args = ['export', 'sample', '--format', 'conll-2003', '--to', 'parts'];
    const run = await glossator(
      ...args,
      '--split',
      '50/50',
      '--seed',
      '7',
      '--left-out',
      'separate-file',
    );
    expect(run.code).toBe(0);
    expect(run.out).toMatch(/^train: \d+ documents?, /mu);
    expect(run.out).toMatch(/^Kept \d+ records in /mu);
    const files = readdirSync(at('parts'));
    expect(files).toContain('train');
    expect(files.filter((name) => name.endsWith('.left-out.jsonl'))).toHaveLength(1);
    expect(run.err).toMatch(/Left out: \d+ relations\./u);
  });

  test('what is left out is imported again onto the same documents', async () => {
    const args = ['export', 'sample', '--format', 'doccano', '--to', 'lines'];
    expect((await glossator(...args, '--left-out', 'separate-file')).code).toBe(0);
    const files = readdirSync(at('lines'));
    const left = files.find((name) => name.endsWith('.left-out.jsonl')) ?? '';
    const others = files.filter((name) => name !== left).map((name) => join('lines', name));
    expect((await glossator('import', 'again', '--create', ...others)).code).toBe(0);
    const before = JSON.parse((await glossator('stats', 'again', '--json')).out);
    expect((await glossator('import', 'again', join('lines', left))).code).toBe(0);
    const after = JSON.parse((await glossator('stats', 'again', '--json')).out);
    expect(after.documents).toBe(before.documents);
    const names = JSON.stringify(after.annotators);
    expect(names).toMatch(/mira/iu);
    expect(names).toMatch(/jonas/iu);
  });

  test('a split that does not add up is a mistake of the command line', async () => {
    const args = ['export', 'sample', '--format', 'brat', '--to', 'x', '--split', '80/10/5'];
    const run = await glossator(...args);
    expect(run.code).toBe(2);
    expect(run.err).toContain('add up to 95');
  });
});

describe('what an export kept apart', () => {
  test('is no part of a folder that is converted, and is named', async () => {
    const out = await glossator(
      ...['export', 'sample', '--format', 'conll-2003', '--to', 'apart', '--left-out'],
      'separate-file',
    );
    expect(out.code).toBe(0);
    const companion = readdirSync(at('apart')).find((name) => name.endsWith('.left-out.jsonl'));
    expect(companion).toBeDefined();
    const run = await glossator('convert', 'apart', 'apart.jsonl', '--to', 'doccano');
    expect(run.code).toBe(0);
    expect(run.err).toContain(companion);
  });
});

test('names that the project does not have are refused, not taken for nothing', async () => {
  for (const [option, word] of [
    ['--type', 'Nope'],
    ['--relation', 'Nope'],
    ['--annotator', 'Nobody'],
    ['--document', 'Nothing'],
  ] as const) {
    const run = await glossator('export', 'sample', '--format', 'brat', '--to', 'no', option, word);
    expect(run.code).toBe(1);
    expect(run.err).toContain(`‘${word}’`);
  }
});
