import type { ApiError } from '#api/problem.ts';
import { WordNotes } from '#core/documents/docx/notes.ts';
import { type WordContext, WordText } from '#core/documents/docx/word-text.ts';
import type { FlowText } from '#core/documents/flow-text.ts';
import { LeftOut } from '#core/documents/left-out.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import { ok, type Result } from '#core/result.ts';
import type { DocumentReader, DocumentSource, Reading } from '../document-reader.ts';
import { type Archive, openArchive } from '../office/archive.ts';
import { archivePaths } from '../office/archive-paths.ts';
import { readPart } from '../office/read-part.ts';
import { oneDocument } from '../one-document.ts';
import { countAside } from './count-aside.ts';
import { findParts, type WordParts } from './find-parts.ts';

/** Word files: a line per paragraph, notes at the end. */
export const docxReader: DocumentReader = {
  id: 'docx',
  name: 'Word document',
  description:
    'Each paragraph becomes a line, cells of tables are parted by tabs, footnotes and endnotes stand at the end. Pictures, comments and tracked deletions are left out and counted.',
  extensions: ['docx', 'docm', 'dotx'],
  recognizes: ({ bytes }) => {
    const paths = archivePaths(bytes);
    if (paths.has('word/document.xml')) return 1;
    const isWord = [...paths].some((path) => /^word\/.*\.xml$/u.test(path));
    return isWord && paths.has('[Content_Types].xml') ? 0.95 : 0;
  },
  read: async (source, _options, reading) => readDocx(source, reading),
};

async function readDocx(
  source: DocumentSource,
  reading: Reading,
): Promise<Result<Dataset, ApiError>> {
  const archive = openArchive(source.path, source.bytes);
  if (!archive.ok) return archive;
  const parts = findParts(archive.value, source.path);
  if (!parts.ok) return parts;
  const leftOut = new LeftOut();
  const text = await readText(archive.value, parts.value, source.path, leftOut, reading);
  if (!text.ok) return text;
  const aside = await countAside(archive.value, source.path, leftOut, reading);
  if (!aside.ok) return aside;
  const { metadata } = parts.value;
  return oneDocument(
    source,
    { ...text.value, title: '', metadata, leftOut: leftOut.sentences() },
    'There is no text in this Word file. Pictures of pages have none: they need text recognition (OCR) first.',
  );
}

async function readText(
  archive: Archive,
  parts: WordParts,
  file: string,
  leftOut: LeftOut,
  reading: Reading,
): Promise<Result<FlowText, ApiError>> {
  const { levels } = parts;
  const inNotes: WordContext = { levels, leftOut, noteMark: () => '' };
  const notes = new Map<string, FlowText>();
  for (const [kind, path] of parts.notes) {
    const found = new WordNotes(inNotes);
    const read = await readPart(archive, path, file, found, reading);
    if (!read.ok) return read;
    for (const [id, note] of found.notes) notes.set(`${kind} ${id}`, note);
  }
  const marks = new Map<string, string>();
  const body = new WordText({
    ...inNotes,
    noteMark: (kind, id) => {
      const key = `${kind} ${id}`;
      if (!notes.has(key)) return '';
      const mark = marks.get(key) ?? `[${marks.size + 1}]`;
      marks.set(key, mark);
      return mark;
    },
  });
  const read = await readPart(archive, parts.body, file, body, reading);
  if (!read.ok) return read;
  for (const [key, mark] of marks) {
    const note = notes.get(key);
    if (note) body.addNote(mark, note);
  }
  leftOut.add(
    'note that nothing refers to',
    'notes that nothing refers to',
    notes.size - marks.size,
  );
  return ok(body.finish());
}
