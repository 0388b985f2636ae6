import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TestWindow, temporaryFolder } from '../host/workspace.ts';
import { ALL, Importing, job, lookAt, PAIR, projectWindow } from './importing.ts';

test('readers have ids of their own, names and a kind', async () => {
  const window = new TestWindow(await temporaryFolder());
  const readers = await window.call('import.readers', null);
  expect(new Set(readers.map(({ id }) => id)).size).toBe(readers.length);
  expect(readers).toContainEqual(expect.objectContaining({ id: 'brat', kind: 'dataset' }));
  expect(readers).toContainEqual(expect.objectContaining({ id: 'text', kind: 'documents' }));
});

describe('looking', () => {
  test('puts pairs together, needs no project, and names what is missing', async () => {
    const window = new TestWindow(await temporaryFolder());
    const { look } = await lookAt(window, {
      ...PAIR,
      'alone.ann': 'T1\tPER 0 3\tAda\n',
      'letter.txt': 'A letter.',
      'program.bin.py': 'print(1)',
    });
    expect(
      look.sources.map(({ reader, files }) => [reader, files.map(({ name }) => name)]),
    ).toEqual([
      ['brat', ['a.ann', 'a.txt', 'alone.ann']],
      ['text', ['letter.txt']],
    ]);
    expect(look.sources[0]?.confidence).toBeGreaterThan(0.5);
    expect(look.sources[0]?.missing).toMatchObject([{ code: 'no-text' }]);
    expect(look.problems).toMatchObject([{ code: 'left-out' }]);
    expect(look.problems[0]?.place?.file).toMatch(/program\.bin\.py$/u);
  });

  test('the format is seen in the contents, not in the extension', async () => {
    const window = new TestWindow(await temporaryFolder());
    const { look } = await lookAt(window, {
      'words.dat': '-DOCSTART- -X- -X- O\n\nAda NNP B-NP B-PER\nwrote VBD B-VP O\n. . O O\n',
    });
    expect(look.sources).toMatchObject([{ reader: 'conll-2003', name: 'words.dat' }]);
  });

  test('text that is not UTF-8 offers encodings, with byte and line', async () => {
    const window = new TestWindow(await temporaryFolder());
    const folder = await temporaryFolder();
    const path = join(folder, 'latin.txt');
    await writeFile(path, Buffer.from('Guten Tag.\nM\xfcller\n', 'latin1'));
    const look = await window.call('import.look', { paths: [path], job });
    const [file] = look.sources[0]?.files ?? [];
    expect(file?.problem?.place).toMatchObject({ byte: 12, line: 2, file: path });
    expect(file?.encodings[0]).toMatchObject({ encoding: 'windows-1252' });
    expect(file?.encodings[0]?.preview).toContain('Müller');
    const importing = new Importing(window, look);
    const encodings = { [path]: 'windows-1252' as const };
    const choice = { into: 'new' as const, sources: [{ source: 'source-1', encodings }] };
    const preview = await importing.preview(choice);
    expect(preview.sources[0]?.files[0]).toMatchObject({ encoding: 'windows-1252', problem: null });
    expect(preview.documents).toMatchObject([{ name: 'latin', length: 18, fate: 'new' }]);
  });

  test('what is not there fails, and a ticket that was closed is told', async () => {
    const window = await projectWindow();
    const missing = await window.fail('import.look', { paths: ['/nowhere/at/all'], job });
    expect(missing.code).toBe('not-found');
    const { look } = await lookAt(window, PAIR);
    await window.call('import.close', { ticket: look.ticket });
    const closed = await window.fail('import.apply', { ticket: look.ticket, choice: ALL, job });
    expect(closed.code).toBe('not-found');
  });
});
