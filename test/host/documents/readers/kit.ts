import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Dataset, DatasetDocument } from '#core/formats/dataset.ts';
import type {
  DocumentReader,
  DocumentSource,
  Reading,
} from '#host/documents/readers/document-reader.ts';

const root =
  process.env['GLOSSATOR_CORPORA'] ?? join(import.meta.dirname, '../../../../../shared/corpora');

/** Files written by others, where they are there. */
export const CORPUS = join(root, 'docs');
export const hasCorpus = existsSync(CORPUS);

/** Reads on, and tells nobody. */
export const QUIET: Reading = { signal: new AbortController().signal, progress: () => {} };

/** A file of these bytes; a string is taken as UTF-8. */
export function source(
  contents: string | Uint8Array,
  path = '/home/anna/Letter.bin',
): DocumentSource {
  return { path, bytes: typeof contents === 'string' ? Buffer.from(contents) : contents };
}

/** Reads a file that can be read, with the options it suggests where none are given. */
export async function readAll(
  reader: DocumentReader,
  file: DocumentSource,
  options: Readonly<Record<string, string>> = {},
): Promise<Dataset> {
  const suggested = (await reader.optionsFor?.(file, QUIET)) ?? { ok: true as const, value: [] };
  expect(suggested).toMatchObject({ ok: true });
  const defaults = suggested.ok ? suggested.value.map(({ id, default: value }) => [id, value]) : [];
  const read = await reader.read(file, { ...Object.fromEntries(defaults), ...options }, QUIET);
  if (!read.ok) throw new Error(read.error.message);
  checkDetails(read.value);
  return read.value;
}

/** Reads a file that is one document. */
export async function readOne(
  reader: DocumentReader,
  contents: string | Uint8Array,
): Promise<DatasetDocument & { readonly problems: readonly string[] }> {
  const { documents, problems = [] } = await readAll(reader, source(contents));
  expect(documents).toHaveLength(1);
  const [document] = documents;
  if (!document) throw new Error('no document');
  return { ...document, problems: problems.map(({ message }) => message) };
}

/** The sentence with which a file is refused. */
export async function refusal(
  reader: DocumentReader,
  contents: string | Uint8Array,
  options: Readonly<Record<string, string>> = {},
): Promise<string> {
  const read = await reader.read(source(contents), options, QUIET);
  if (read.ok) throw new Error('it was read');
  expect(read.error.place?.file).toBe('/home/anna/Letter.bin');
  return read.error.message;
}

/** The titles of a document, as `level title`. */
export function titles({ text, headings = [] }: DatasetDocument): readonly string[] {
  return headings.map(({ level, start, end }) => `${level} ${text.slice(start, end)}`);
}

/** The text of a document, cut into its pages. */
export function pageTexts({ text, pages = [] }: DatasetDocument): readonly string[] {
  return [0, ...pages].map((start, i) => text.slice(start, pages[i] ?? text.length));
}

/** What the contract promises of every document. */
function checkDetails({ documents, problems = [] }: Dataset): void {
  for (const { message } of problems) expect(message).toMatch(/[.)’]$/u);
  expect(new Set(documents.map(({ id }) => id)).size).toBe(documents.length);
  for (const { text, name, headings = [], pages = [] } of documents) {
    expect(text.isWellFormed() && !text.includes('\0')).toBe(true);
    expect(name.trim()).not.toBe('');
    expect(headings).toEqual([...headings].sort((a, b) => a.start - b.start));
    expect(pages).toEqual([...pages].sort((a, b) => a - b));
    for (const { level, start, end } of headings) {
      expect(level).toBeGreaterThan(0);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(text.length);
    }
    for (const page of pages) expect(page).toBeLessThanOrEqual(text.length);
  }
}
