import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ImportChoice, ImportFile, ImportPreview } from '#api/calls/imports.ts';
import type { Encoding } from '#core/model/document.ts';
import { TestWindow, temporaryFolder } from '../workspace.ts';

const texts = join(import.meta.dirname, '../../fixtures/texts');
const fixture = (name: string) => join(texts, name);
const job = 'import';
const ALL: ImportChoice = { sources: [], mapping: null, annotators: {}, copies: [], without: [] };

async function lookAt(paths: readonly string[]): Promise<readonly ImportFile[]> {
  const window = new TestWindow(await temporaryFolder());
  const { sources } = await window.call('import.look', { paths, job });
  return sources.flatMap(({ files }) => files);
}

/** The files as texts, in a new project. */
async function previewOf(paths: readonly string[], encodings: Record<string, Encoding> = {}) {
  const window = new TestWindow(await temporaryFolder());
  const { ticket, sources } = await window.call('import.look', { paths, job });
  const choice = {
    ...{ ...ALL, into: 'new' as const },
    sources: sources.map(({ id }) => ({ source: id, reader: 'text', encodings })),
  };
  const preview = await window.call('import.preview', { ticket, choice, job });
  const first = async ({ documents: [document] }: ImportPreview) =>
    (await window.call('import.text', { ticket, choice, key: document?.key ?? '', job })).text;
  return { preview, text: await first(preview).catch(() => null) };
}

async function projectOf(names: readonly string[]) {
  const window = new TestWindow(await temporaryFolder());
  await window.call('project.create', { name: 'Texts' });
  const paths = names.map(fixture);
  const { ticket } = await window.call('import.look', { paths, job });
  return { window, apply: () => window.ask('import.apply', { ticket, choice: ALL, job }) };
}

const LATIN = 'Café Müller opened on 3 März – a “naïve” idea, said Zoë.\n';

describe('a text', () => {
  test.each([
    ['utf-8.txt', 'utf-8'],
    ['utf-8-bom.txt', 'utf-8'],
    ['utf-16le.txt', 'utf-16le'],
    ['utf-16be.txt', 'utf-16be'],
  ] as const)('%s is read as it was written', async (name, encoding) => {
    const { preview, text } = await previewOf([fixture(name)]);
    expect(preview.sources[0]?.files).toMatchObject([{ encoding, problem: null, encodings: [] }]);
    expect(text).toBe(LATIN);
  });

  test('the encoding chosen is used, and the others stay in sight', async () => {
    const path = fixture('windows-1252.txt');
    const [file] = await lookAt([path]);
    expect(file?.problem).toMatchObject({ place: { byte: 3, line: 1 } });
    const { preview, text } = await previewOf([path], { [path]: 'windows-1252' });
    expect(text).toBe(LATIN);
    const [read] = preview.sources[0]?.files ?? [];
    expect(read).toMatchObject({ encoding: 'windows-1252', problem: null });
    expect(read?.encodings.map(({ encoding }) => encoding)).toEqual(['windows-1252', 'iso-8859-1']);
  });

  test.each(['utf-32', 'nul', 'cut-utf-8', 'odd-utf-16', 'lone-surrogate-utf-16'])(
    '%s.txt is refused with the byte',
    async (name) => {
      const [file] = await lookAt([fixture(`${name}.txt`)]);
      expect(file?.problem?.place).toMatchObject({ file: fixture(`${name}.txt`) });
      expect(file?.problem?.place?.byte).toBeGreaterThanOrEqual(0);
    },
  );

  test('UTF-16 without a mark is offered as UTF-16', async () => {
    const [file] = await lookAt([fixture('utf-16le-without-mark.txt')]);
    expect(file?.encodings).toEqual([{ encoding: 'utf-16le', preview: LATIN }]);
  });

  test('a text that comes twice is noticed', async () => {
    const { preview } = await previewOf([fixture('utf-8.txt'), fixture('utf-16le.txt')]);
    expect(preview.documents.map(({ same, fate }) => [same?.name, fate])).toEqual([
      [undefined, 'new'],
      ['utf-8', 'known'],
    ]);
  });

  test('a file above the limit is refused without being read', async () => {
    const path = join(await temporaryFolder(), 'huge.txt');
    writeFileSync(path, '');
    truncateSync(path, 101 * 1024 * 1024);
    const start = performance.now();
    const [file] = await lookAt([path]);
    expect(file?.problem?.message).toContain('limit is 100 MB');
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

test('texts of a folder come in the order in which people count, with the names of their folders', async () => {
  const { preview } = await previewOf(
    ['b9.text', 'b10.txt', 'deep'].map((name) => fixture(`folder/${name}`)),
  );
  expect(preview.documents.map(({ name }) => name)).toEqual(['folder/b9', 'b10', 'deep/b9']);
  const files = await lookAt([fixture('folder')]);
  const found = files.map(({ name }) => name).filter((name) => !name.endsWith('.csv'));
  expect(found).toEqual(['b9.text', 'b10.txt', 'deep/b9.markdown']);
});

describe('into a project', () => {
  test('text and source are kept exactly, as one action', async () => {
    const names = ['white-space.txt', 'emoji.txt', 'mixed-scripts.txt'];
    const { window, apply } = await projectOf(names);
    const done = await apply();
    if (!done.ok) throw new Error(done.error.message);
    for (const [i, { id, source, length }] of done.value.added.entries()) {
      const bytes = readFileSync(fixture(names[i] ?? ''));
      const text = bytes.toString().replace(/^\ufeff/u, '');
      expect(await readFile(window.file('documents', id, source.file))).toEqual(bytes);
      expect(await readFile(window.file('documents', id, 'text.txt'), 'utf8')).toBe(text);
      expect([length, source.hasBom]).toEqual([
        [...text].length,
        text.length < bytes.toString().length,
      ]);
      expect(source).toMatchObject({ name: names[i], file: 'source.txt', encoding: 'utf-8' });
    }
    expect((await window.call('project.history', null)).map(({ label }) => label)).toEqual([
      'Import 3 documents',
    ]);
    // Nothing that the first Glossator could not read.
    expect(await window.json('project.json')).toMatchObject({ formatVersion: 1 });
  });

  test('one bad file, and no document is there', async () => {
    const { window, apply } = await projectOf(['utf-8.txt', 'nul.txt', 'emoji.txt']);
    expect(await apply()).toMatchObject({ ok: false, error: { code: 'invalid-file' } });
    expect(await readdir(window.file('documents')).catch(() => [])).toEqual([]);
  });

  test('stopped in the middle, it leaves nothing behind', async () => {
    const { window } = await projectOf([]);
    const folder = await temporaryFolder();
    for (let i = 0; i < 200; i++) writeFileSync(join(folder, `${i}.txt`), `Text ${i}.`);
    const { ticket } = await window.call('import.look', { paths: [folder], job });
    const running = window.ask('import.apply', { ticket, choice: ALL, job });
    while ((await readdir(window.file('documents')).catch(() => [])).length < 5)
      await new Promise((resolve) => setTimeout(resolve, 1));
    await window.call('job.cancel', { job });
    expect(await running).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await readdir(window.file('documents'))).toEqual([]);
    expect((await window.call('project.view', null)).undo.undo).toBeNull();
  });

  test('a project opened read-only is not touched', async () => {
    const { window } = await projectOf([]);
    await window.call('project.open', { path: window.path, mode: 'read-only' });
    const { ticket } = await window.call('import.look', { paths: [fixture('emoji.txt')], job });
    const error = await window.fail('import.apply', { ticket, choice: ALL, job });
    expect(error.code).toBe('read-only');
  });
});
