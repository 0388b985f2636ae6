import type { ApiError } from '#api/problem.ts';
import {
  type EpubPackage,
  hidesText,
  packagePath,
  readPackage,
} from '#core/documents/epub/package.ts';
import { FlowWriter } from '#core/documents/flow-text.ts';
import { writeHtml } from '#core/documents/html/html-text.ts';
import { openSelfClosed } from '#core/documents/html/xhtml.ts';
import { LeftOut } from '#core/documents/left-out.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { DocumentReader, DocumentSource, Reading } from '../document-reader.ts';
import { decodePage } from '../html/decode-page.ts';
import { parsePage } from '../html/parse-page.ts';
import { type Archive, inPart, openArchive } from '../office/archive.ts';
import { archivePaths } from '../office/archive-paths.ts';
import { oneDocument } from '../one-document.ts';
import { turns } from '../turns.ts';

const CONTAINER = 'META-INF/container.xml';

/** Electronic books: their chapters in reading order, each read as a web page. */
export const epubReader: DocumentReader = {
  id: 'epub',
  name: 'E-book (EPUB)',
  description:
    'The chapters in reading order, each as a browser shows it; each begins a page. Books with copy protection cannot be read.',
  extensions: ['epub'],
  recognizes: ({ bytes }) => (archivePaths(bytes).has(CONTAINER) ? 1 : 0),
  read: async (source, _options, reading) => readEpub(source, reading),
};

async function readEpub(
  source: DocumentSource,
  reading: Reading,
): Promise<Result<Dataset, ApiError>> {
  const archive = openArchive(source.path, source.bytes);
  if (!archive.ok) return archive;
  const book = openBook(archive.value, source.path);
  if (!book.ok) return book;
  const { chapters, metadata } = book.value;
  const leftOut = new LeftOut();
  const writer = new FlowWriter();
  for (const [i, { path, isText }] of chapters.entries()) {
    if (i > 0) writer.page();
    if (!isText) leftOut.add('chapter that is a picture', 'chapters that are pictures');
    else if (!archive.value.has(path))
      leftOut.add('chapter that is missing', 'chapters that are missing');
    else {
      const written = await writeChapter(archive.value, path, source.path, writer, reading);
      if (!written.ok) return written;
    }
    reading.progress(i + 1, chapters.length);
  }
  return oneDocument(
    source,
    { ...writer.finish(), title: metadata['title'] ?? '', metadata, leftOut: leftOut.sentences() },
    'There is no text in this book. Pictures of pages have none: they need text recognition (OCR) first.',
  );
}

function openBook(archive: Archive, file: string): Result<EpubPackage, ApiError> {
  const encryption = 'META-INF/encryption.xml';
  const hidden = archive.has(encryption) ? archive.xml(encryption) : undefined;
  const isProtected =
    archive.has('META-INF/sinf.xml') || (hidden?.ok && hidesText(hidden.value, file));
  if (isProtected) {
    const message =
      'This book has copy protection (DRM), and its text cannot be read. A copy without protection can be imported.';
    return err({ code: 'refused', message, place: { file } });
  }
  const container = archive.xml(CONTAINER);
  if (!container.ok) return container;
  const path = packagePath(container.value, file);
  if (!path.ok) return err(inPart(path.error, CONTAINER));
  const xml = archive.xml(path.value);
  if (!xml.ok) return xml;
  const book = readPackage(xml.value, path.value, file);
  return book.ok ? book : err(inPart(book.error, path.value));
}

async function writeChapter(
  archive: Archive,
  path: string,
  file: string,
  writer: FlowWriter,
  reading: Reading,
): Promise<Result<undefined, ApiError>> {
  const bytes = archive.bytes(path);
  if (!bytes.ok) return bytes;
  const page = decodePage({ path: file, bytes: bytes.value });
  if (!page.ok) return err(inPart(page.error, path));
  const quiet = { ...reading, progress: () => {} };
  const parsed = await parsePage(openSelfClosed(page.value.text), file, quiet);
  if (!parsed.ok) return err(inPart(parsed.error, path));
  const turn = turns(reading);
  for (const _ of writeHtml(parsed.value, writer)) await turn();
  return ok(undefined);
}
