import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ApiError } from '#api/problem.ts';
import { type PageText, pageText } from '#core/documents/pdf/page-text.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import { err, type Result } from '#core/result.ts';
import type { DocumentReader, DocumentSource, Reading } from '../document-reader.ts';
import { oneDocument } from '../one-document.ts';
import { turns } from '../turns.ts';
import { titlesByBookmarks } from './bookmarks.ts';
import { characterMaps, loadPdfJs } from './load-pdfjs.ts';
import { pdfMetadata } from './pdf-metadata.ts';

/** PDFs with a text layer: the lines of each page. */
export const pdfReader: DocumentReader = {
  id: 'pdf',
  name: 'PDF',
  description:
    'The text layer, line by line, with the pages kept; hyphens at the ends of lines stay. Pictures of pages have no text: they need text recognition first.',
  extensions: ['pdf'],
  recognizes: ({ bytes }) => {
    const at = Buffer.from(bytes.subarray(0, 1024)).indexOf('%PDF-');
    return at === 0 ? 1 : at > 0 ? 0.6 : 0;
  },
  read: async (source, _options, reading) => readPdf(source, reading),
};

async function readPdf(
  source: DocumentSource,
  reading: Reading,
): Promise<Result<Dataset, ApiError>> {
  const { getDocument } = await loadPdfJs();
  reading.signal.throwIfAborted();
  const task = getDocument({
    // A copy: pdf.js keeps what it is given for itself.
    data: new Uint8Array(source.bytes),
    cMapUrl: characterMaps(),
    cMapPacked: true,
    useSystemFonts: true,
    disableFontFace: true,
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
    verbosity: 0,
  });
  try {
    const opened = await task.promise.catch((error: unknown) => refusalOf(error, source.path));
    return 'code' in opened ? err(opened) : await readPages(opened, source, reading);
  } finally {
    await task.destroy();
  }
}

/** Why a PDF cannot be opened. */
function refusalOf(error: unknown, file: string): ApiError {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') {
    const message =
      'This PDF is protected by a password. Open it in a PDF program, save it without the password, and import that.';
    return { code: 'refused', message, place: { file } };
  }
  return {
    code: 'invalid-file',
    message: 'This PDF is damaged: it cannot be opened.',
    place: { file },
  };
}

async function readPages(
  document: PDFDocumentProxy,
  source: DocumentSource,
  reading: Reading,
): Promise<Result<Dataset, ApiError>> {
  const turn = turns(reading);
  const { numPages } = document;
  const pages: number[] = [];
  const parts: string[] = [];
  const [empty, damaged]: [number[], number[]] = [[], []];
  let length = 0;
  let unknown = 0;
  let toBegin = 0;
  for (let number = 1; number <= numPages; number++) {
    const page = await readPage(document, number);
    if (!page) damaged.push(number);
    const { text } = page ?? { text: '' };
    if (page && text === '') empty.push(number);
    unknown += page?.unknown ?? 0;
    if (number > 1) toBegin++;
    if (text !== '') {
      if (length > 0) parts.push('\n');
      length += length > 0 ? 1 : 0;
      for (; toBegin > 0; toBegin--) pages.push(length);
      parts.push(text);
      length += text.length;
    }
    reading.progress(number, numPages);
    await turn();
    reading.signal.throwIfAborted();
  }
  for (; toBegin > 0; toBegin--) pages.push(length);
  const leftOut = [
    ...told(empty, numPages, 'without text; they may be pictures that need text recognition (OCR)'),
    ...told(damaged, numPages, 'damaged and left out'),
    ...unknownLetters(unknown),
  ];
  const count = numPages === 1 ? 'its page is a picture' : `its ${numPages} pages are pictures`;
  const text = parts.join('');
  const headings = await titlesByBookmarks(document, text, pages, turn);
  return oneDocument(
    source,
    { text, pages, headings, title: '', metadata: await metadataOf(document), leftOut },
    `This PDF has no text layer: ${count}. Run text recognition (OCR) over it, and import what comes of that.`,
  );
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<PageText | undefined> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return pageText(items.flatMap((item) => ('str' in item ? [item] : [])));
  } catch {
    return undefined;
  }
}

async function metadataOf(document: PDFDocumentProxy): Promise<Readonly<Record<string, string>>> {
  try {
    return pdfMetadata((await document.getMetadata()).info);
  } catch {
    return {};
  }
}

const MOST_NAMED = 20;

function told(pages: readonly number[], all: number, what: string): readonly string[] {
  if (pages.length === 0) return [];
  const named = pages.slice(0, MOST_NAMED).join(', ');
  const more = pages.length > MOST_NAMED ? ', …' : '';
  const verb = pages.length === 1 ? 'page is' : 'pages are';
  return [`${pages.length} of ${all} ${verb} ${what}: ${named}${more}.`];
}

function unknownLetters(count: number): readonly string[] {
  if (count === 0) return [];
  const what = count === 1 ? '1 letter is' : `${count.toLocaleString('en')} letters are`;
  return [`${what} left out: the fonts of the PDF do not say what they stand for.`];
}
