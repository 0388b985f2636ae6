import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { ImportCandidate } from '#api/calls/documents.ts';
import type { Encoding } from '#core/model/document.ts';
import { importDocuments } from '#host/documents/import-documents.ts';
import { inspect } from '#host/documents/inspect.ts';
import { searchDocuments } from '#host/documents/search.ts';
import { FakeProject, newJob } from './fake-session.ts';

const texts = join(import.meta.dirname, '../../fixtures/texts');
const fixture = (name: string) => join(texts, name);
const now = () => new Date('2026-05-04T03:02:01.000Z');

let project = new FakeProject();
beforeEach(() => {
  project = new FakeProject();
});

async function look(paths: readonly string[], encodings: Record<string, Encoding> = {}) {
  const result = await inspect(project.documents, paths, encodings, newJob());
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

async function take(names: readonly string[], encoding: Encoding = 'utf-8', job = newJob()) {
  const files = names.map((name) => ({ path: fixture(name), encoding }));
  return importDocuments(project.session(), files, now, job);
}

const LATIN = 'Café Müller opened on 3 März – a “naïve” idea, said Zoë.\n';

describe('looking at a file', () => {
  test.each([
    ['utf-8.txt', 'utf-8', false],
    ['utf-8-bom.txt', 'utf-8', true],
    ['utf-16le.txt', 'utf-16le', true],
    ['utf-16be.txt', 'utf-16be', true],
  ] as const)('%s is read as it was written', async (name, encoding, hasBom) => {
    const [candidate] = await look([fixture(name)]);
    expect(candidate).toMatchObject({
      encoding,
      hasBom,
      preview: LATIN,
      problem: null,
      choices: [],
    });
  });

  test('Windows-1252 gives the place of the first byte that is not UTF-8, and choices with previews', async () => {
    const [candidate] = await look([fixture('windows-1252.txt')]);
    expect(candidate?.problem).toMatchObject({ code: 'invalid-utf8', place: { byte: 3, line: 1 } });
    expect(candidate?.choices[0]).toEqual({ encoding: 'windows-1252', preview: LATIN });
    expect(candidate?.choices[1]?.encoding).toBe('iso-8859-1');
  });

  test('the choice made is used, and the other choices stay in sight', async () => {
    const path = fixture('windows-1252.txt');
    const [candidate] = await look([path], { [path]: 'windows-1252' });
    expect(candidate).toMatchObject({ encoding: 'windows-1252', preview: LATIN, problem: null });
    expect(candidate?.choices).toHaveLength(2);
  });

  test.each([
    ['utf-32.txt', 'utf-32'],
    ['nul.txt', 'binary'],
    ['not-text.pdf', 'binary'],
    ['cut-utf-8.txt', 'invalid-utf8'],
    ['odd-utf-16.txt', 'odd-length'],
    ['lone-surrogate-utf-16.txt', 'lone-surrogate'],
  ])('%s is refused: %s', async (name, code) => {
    const [candidate] = await look([fixture(name)]);
    expect(candidate?.problem).toMatchObject({ code, place: { file: fixture(name) } });
    expect(candidate?.problem?.place?.byte).toBeGreaterThanOrEqual(0);
  });

  test('UTF-16 without a mark is offered as UTF-16', async () => {
    const [candidate] = await look([fixture('utf-16le-without-mark.txt')]);
    expect(candidate?.choices).toEqual([{ encoding: 'utf-16le', preview: LATIN }]);
  });

  test('a folder gives its text files, sorted as people count, and not the rest', async () => {
    const found = await look([fixture('folder')]);
    const names = (list: readonly ImportCandidate[]) => list.map(({ name }) => name);
    expect(names(found)).toEqual(['folder/b9', 'b10', 'deep/b9']);
    expect(found.map(({ path }) => path)).toEqual(
      ['b9.text', 'b10.txt', 'deep/b9.markdown'].map((name) => fixture(`folder/${name}`)),
    );
  });

  test('a file chosen by itself may have any name', async () => {
    const [candidate] = await look([fixture('folder/table.csv')]);
    expect(candidate).toMatchObject({ name: 'table.csv', problem: null });
  });

  test('what is not there is named', async () => {
    const result = await inspect([], [fixture('nothing.txt')], {}, newJob());
    expect(result).toMatchObject({ ok: false, error: { code: 'not-found' } });
  });

  test('a text that comes twice is noticed, in the batch and in the project', async () => {
    const batch = await look([fixture('utf-8.txt'), fixture('utf-16le.txt')]);
    expect(batch.map(({ duplicateOf }) => duplicateOf)).toEqual([null, 'utf-8']);
    expect(batch[1]?.duplicateIn).toBe('list');
    await take(['utf-8.txt']);
    const [again] = await look([fixture('utf-8-bom.txt')]);
    expect(again).toMatchObject({ duplicateOf: 'utf-8', duplicateIn: 'project' });
  });
});

describe('a file above the limit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'glossator-test-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('is refused without being read, with the limit', async () => {
    const path = join(folder, 'huge.txt');
    writeFileSync(path, '');
    truncateSync(path, 101 * 1024 * 1024);
    const start = performance.now();
    const [candidate] = await look([path]);
    expect(candidate?.problem?.message).toContain('limit is 100 MB');
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('importing', () => {
  test('keeps text and source exactly, as one action', async () => {
    const result = await take(['white-space.txt', 'emoji.txt', 'notes.md']);
    if (!result.ok) throw new Error(result.error.message);
    expect(project.actions.map(({ label }) => label)).toEqual(['Import 3 documents']);
    for (const [i, name] of ['white-space.txt', 'emoji.txt', 'notes.md'].entries()) {
      const entry = result.value[i];
      const files = project.moved.get(entry?.id ?? '');
      expect(Buffer.from(files?.source ?? [])).toEqual(readFileSync(fixture(name)));
      expect(files?.text).toBe(readFileSync(fixture(name), 'utf8'));
      expect(entry?.length).toBe([...readFileSync(fixture(name), 'utf8')].length);
      expect(entry?.source.name).toBe(name);
    }
    expect(result.value[2]?.source.file).toBe('source.md');
  });

  test('takes the byte order mark off the text, and leaves it in the source', async () => {
    const result = await take(['mixed-scripts.txt']);
    const files = project.moved.get('mixed-scripts');
    expect(files?.text.startsWith('Dispatch')).toBe(true);
    expect(files?.source[0]).toBe(0xef);
    expect(result).toMatchObject({ value: [{ source: { hasBom: true, encoding: 'utf-8' } }] });
  });

  test('is all or nothing: one bad file, and no document is there', async () => {
    const result = await take(['utf-8.txt', 'nul.txt', 'emoji.txt']);
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-file' } });
    expect([project.documents, project.staged.size]).toEqual([[], 0]);
  });

  test('leaves nothing behind when it is stopped, or when the project refuses', async () => {
    const names = Array.from({ length: 20 }, () => 'utf-8.txt');
    await expect(take(names, 'utf-8', newJob(8))).rejects.toThrow();
    expect([project.documents, project.staged.size]).toEqual([[], 0]);
    project.failAct = true;
    expect(await take(['utf-8.txt'])).toMatchObject({ ok: false, error: { code: 'disk' } });
    expect(project.staged.size).toBe(0);
  });

  test('a project opened read-only is not touched', async () => {
    project.readOnly = 'Anna has it open.';
    expect(await take(['utf-8.txt'])).toMatchObject({ ok: false, error: { code: 'read-only' } });
    expect(project.staged.size).toBe(0);
  });
});

describe('searching', () => {
  async function find(query: string) {
    const result = await searchDocuments(project.session(), query, newJob());
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  }

  beforeEach(async () => {
    await take(['emoji.txt', 'mixed-scripts.txt', 'white-space.txt']);
  });

  test('ignores case and gives UTF-16 offsets', async () => {
    const { hits, counts } = await find('ADA');
    expect(counts).toEqual({ emoji: 1 });
    expect(hits[0]).toMatchObject({
      documentId: 'emoji',
      start: 3,
      end: 6,
      before: '😀 ',
      match: 'Ada',
    });
  });

  test('any white space matches any, across lines', async () => {
    expect((await find('lirio. CAFÉ'.normalize('NFD'))).hits[0]?.match).toBe(
      'Lirio.\r\nCafe\u0301',
    );
    expect((await find('no break')).counts).toEqual({ 'white-space': 1 });
  });

  test('signs mean themselves', async () => {
    expect((await find('(with')).counts).toEqual({ emoji: 1 });
    expect((await find('.*')).counts).toEqual({});
    expect((await find('a-b/c[')).counts).toEqual({});
  });

  test('the cuts around a hit never split a character', async () => {
    for (const hit of (await find('e')).hits) {
      expect(hit.before.isWellFormed() && hit.after.isWellFormed()).toBe(true);
    }
  });

  test('nothing asked, nothing found', async () => {
    expect(await find('  ')).toEqual({ hits: [], counts: {} });
  });
});
