import {
  cpSync,
  existsSync,
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

const texts = join(import.meta.dirname, '../fixtures/texts');
const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
let program = '';

beforeAll(async () => {
  program = await bundleCommandLine();
}, 60_000);
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
  rmSync(dirname(program), { recursive: true, force: true });
});

const glossator = (...args: string[]) => runProgram(program, args, folder);
const fixture = (name: string) => join(texts, name);

describe('usage', () => {
  test('help is on standard output, for the whole and for each command', async () => {
    const all = await glossator('--help');
    expect(all).toMatchObject({ code: 0, err: '' });
    for (const name of ['import', 'export', 'check', 'stats']) {
      expect(all.out).toContain(`  ${name} `);
      const one = await glossator(name, '--help');
      expect(one).toMatchObject({ code: 0, err: '' });
      expect(one.out).toMatch(new RegExp(`^Usage: glossator ${name} <project>`, 'u'));
      expect(one.out).toContain('--json');
    }
  });

  test('the version is that of the program', async () => {
    expect(await glossator('--version')).toEqual({ code: 0, out: '9.9.9\n', err: '' });
  });

  test.each([
    [[]],
    [['paint']],
    [['stats']],
    [['stats', 'a', 'b']],
    [['check', 'a', '--fast']],
    [['import', 'p']],
    [['import', 'p', 'f', '--encoding', 'klingon']],
    [['export', 'p', '--format', 'pdf', '--to', 'x']],
    [['export', 'p', '--format', 'csv-tables']],
    [['export', 'p', '--format', 'csv-tables', '--to', 'x', '--option', 'bom']],
  ])('%j cannot be understood', async (args) => {
    const run = await glossator(...args);
    expect(run).toMatchObject({ code: 2, out: '' });
    expect(run.err).toContain('Usage: glossator');
    expect(run.err).not.toContain('    at ');
  });

  test.each([
    [['stats', 'nowhere']],
    [['check', 'nowhere']],
    [['export', 'nowhere', '--format', 'csv-tables', '--to', 'x']],
    [['import', 'nowhere', fixture('emoji.txt')]],
  ])('%j fails with a sentence, and leaves nothing behind', async (args) => {
    const run = await glossator(...args);
    expect(run.code).toBe(1);
    expect(run.err).toMatch(/^glossator: .+\.( \(.+\))?\n$/u);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('import', () => {
  test('makes a project and takes files and folders, byte for byte', async () => {
    const run = await glossator(
      'import',
      'p',
      fixture('emoji.txt'),
      fixture('folder'),
      '--create',
      '--json',
    );
    expect(run.code).toBe(0);
    const { imported } = JSON.parse(run.out);
    expect(imported.map((one: { name: string }) => one.name)).toEqual([
      'emoji',
      'folder/b9',
      'b10',
      'deep/b9',
    ]);
    const id = imported[0].id;
    expect(readFileSync(join(folder, 'p/documents', id, 'source.txt'))).toEqual(
      readFileSync(fixture('emoji.txt')),
    );
    expect(readFileSync(join(folder, 'p/documents', id, 'text.txt'))).toEqual(
      readFileSync(fixture('emoji.txt')),
    );
    expect(existsSync(join(folder, 'p/lock.json'))).toBe(false);
  });

  test('passes over texts that are there already', async () => {
    const run = await glossator('import', 'p', fixture('emoji.txt'));
    expect(run).toMatchObject({ code: 0, out: '0 documents imported.\n' });
    expect(run.err).toContain('as ‘emoji’; passed over');
    const again = await glossator('import', 'p', fixture('emoji.txt'), '--allow-duplicates');
    expect(again.out).toContain('1 document imported.');
  });

  test('takes nothing where one file cannot be read, and says byte and line', async () => {
    const run = await glossator('import', 'p', fixture('arabic.txt'), fixture('windows-1252.txt'));
    expect(run.code).toBe(1);
    expect(run.err).toContain('byte 3 (0xE9) in line 1');
    expect(run.err).toContain('--encoding windows-1252');
    expect(run.out).toContain('Nothing was imported');
    expect(readdirSync(join(folder, 'p/documents')).filter((name) => /arabic/u.test(name))).toEqual(
      [],
    );
  });

  test('leaves such files out, or reads them as told', async () => {
    const files = [fixture('hebrew.txt'), fixture('windows-1252.txt')];
    const skipped = await glossator('import', 'p', ...files, '--skip-problems');
    expect(skipped.code).toBe(1);
    expect(skipped.out).toContain('1 document imported.');
    const told = await glossator('import', 'p', ...files, '--encoding', 'windows-1252');
    expect(told.code).toBe(0);
    expect(readFileSync(join(folder, 'p/documents/windows-1252/text.txt'), 'utf8')).toContain(
      '“naïve”',
    );
  });

  test('a dry run changes nothing', async () => {
    const before = readFileSync(join(folder, 'p/project.json'), 'utf8');
    const run = await glossator('import', 'p', fixture('chinese.txt'), '--dry-run');
    expect(run).toMatchObject({ code: 0, out: '1 document would be imported.\n' });
    expect(readFileSync(join(folder, 'p/project.json'), 'utf8')).toBe(before);
  });
});

describe('looking', () => {
  test('stats count documents and characters', async () => {
    const run = await glossator('stats', 'p', '--json');
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(JSON.parse(run.out)).toMatchObject({ name: 'p', documents: 7, annotators: [] });
    expect((await glossator('stats', 'p')).out).toContain('documents');
  });

  test('check finds nothing in a sound project', async () => {
    const run = await glossator('check', 'p');
    expect(run).toMatchObject({ code: 0, err: '' });
    expect(run.out).toContain('7 documents and 0 sets looked at: 0 errors, 0 warnings.');
  });

  test('check finds a text that was changed, and touches nothing', async () => {
    const copy = join(folder, 'broken');
    cpSync(join(folder, 'p'), copy, { recursive: true });
    writeFileSync(join(copy, 'documents/emoji/text.txt'), 'other words');
    const run = await glossator('check', 'broken', '--json');
    expect(run.code).toBe(1);
    expect(JSON.parse(run.out)).toMatchObject({ errors: 1, findings: [{ severity: 'error' }] });
    expect(readFileSync(join(copy, 'documents/emoji/text.txt'), 'utf8')).toBe('other words');
  });

  test.each([
    ['project.json', '{"format":"glossator-project",'],
    ['project.json', '{"format":"glossator-project","formatVersion":2}'],
    ['schema.json', 'null'],
  ])('a damaged %s is named and left as it is: %s', async (name, content) => {
    const copy = mkdtempSync(join(folder, 'damaged-'));
    cpSync(join(folder, 'p'), copy, { recursive: true });
    writeFileSync(join(copy, name), content);
    const run = await glossator('check', copy);
    expect(run.code).toBe(1);
    expect(run.err + run.out).toContain(name);
    expect(readFileSync(join(copy, name), 'utf8')).toBe(content);
  });
});

describe('export', () => {
  test('writes, refuses to write over, and writes over when told', async () => {
    const args = ['export', 'p', '--format', 'csv-tables', '--to', 'tables'];
    expect(await glossator(...args)).toMatchObject({ code: 0 });
    expect(readdirSync(join(folder, 'tables'))).toContain('spans.csv');
    const again = await glossator(...args);
    expect(again.code).toBe(1);
    expect(again.err).toContain('there already');
    expect(await glossator(...args, '--overwrite')).toMatchObject({ code: 0 });
  });

  test('says what is left out, and what would be written', async () => {
    const run = await glossator(
      'export',
      'p',
      '--format',
      'glossator-jsonl',
      '--dry-run',
      '--json',
    );
    expect(run.code).toBe(0);
    expect(run.err).toContain('type definitions');
    expect(JSON.parse(run.out)).toMatchObject({ written: false, files: ['p.jsonl'], documents: 7 });
  });

  test('a format option that does not exist is wrong usage', async () => {
    const run = await glossator(
      'export',
      'p',
      '--format',
      'csv-tables',
      '--to',
      'x',
      '--option',
      'bom=maybe',
    );
    expect(run.code).toBe(2);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  test('chosen documents only', async () => {
    const args = ['--format', 'glossator-json', '--to', 'one.json', '--document', 'emoji'];
    expect(await glossator('export', 'p', ...args)).toMatchObject({ code: 0 });
    const { documents } = JSON.parse(readFileSync(join(folder, 'one.json'), 'utf8'));
    expect(documents.map((one: { id: string }) => one.id)).toEqual(['emoji']);
  });
});
