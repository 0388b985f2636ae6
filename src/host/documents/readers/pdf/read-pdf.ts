import type { ApiError } from '#api/problem.ts';
import { pageText } from '#core/documents/pdf/page-text.ts';
import { PagedText } from '#core/documents/pdf/paged-text.ts';
import { titleRanges } from '#core/documents/pdf/title-ranges.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import { err, type Result } from '#core/result.ts';
import type { DocumentReader, DocumentSource, Reading } from '../document-reader.ts';
import { oneDocument } from '../one-document.ts';
import { pdfMetadata } from './pdf-metadata.ts';
import { PdfThread } from './pdf-thread-client.ts';
import { characterMaps } from './program-files.ts';
import type { ThreadAnswer } from './thread-messages.ts';

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
  const thread = PdfThread.take();
  try {
    // The thread gets a copy of the bytes.
    const request = { kind: 'open', bytes: source.bytes, characterMaps: characterMaps() } as const;
    const opened = await thread.ask(request, reading.signal);
    if (opened.kind !== 'opened') return err(refusalOf(opened, source.path));
    return await readPages(thread, opened.pages, source, reading);
  } finally {
    await (reading.signal.aborted ? thread.stop() : thread.release());
  }
}

/** Why a PDF cannot be read, or not be read on. */
function refusalOf({ kind }: ThreadAnswer, file: string): ApiError {
  const place = { file };
  if (kind === 'locked') {
    const message =
      'This PDF is protected by a password. Open it in a PDF program, save it without the password, and import that.';
    return { code: 'refused', message, place };
  }
  const message =
    kind === 'damaged'
      ? 'This PDF is damaged: it cannot be opened.'
      : 'This PDF takes too much time or memory to read. Print it into a new PDF, or split it, and import that.';
  return { code: 'invalid-file', message, place };
}

async function readPages(
  thread: PdfThread,
  count: number,
  source: DocumentSource,
  reading: Reading,
): Promise<Result<Dataset, ApiError>> {
  const text = new PagedText();
  const [empty, damaged]: [number[], number[]] = [[], []];
  let unknown = 0;
  for (let number = 1; number <= count; number++) {
    const answer = await thread.ask({ kind: 'page', number }, reading.signal);
    if (answer.kind !== 'page') return err(refusalOf(answer, source.path));
    const page = answer.pieces && pageText(answer.pieces);
    if (!page) damaged.push(number);
    else if (page.text === '') empty.push(number);
    unknown += page?.unknown ?? 0;
    text.add(page?.text ?? '');
    reading.progress(number, count);
  }
  const read = text.finish();
  const about = await thread.ask({ kind: 'about' }, reading.signal);
  const { info, bookmarks } = about.kind === 'about' ? about : { info: {}, bookmarks: [] };
  const headings = titleRanges(read.text, read.pages, bookmarks);
  const leftOut = [
    ...told(empty, count, 'without text; they may be pictures that need text recognition (OCR)'),
    ...told(damaged, count, 'damaged and left out'),
    ...unknownLetters(unknown),
  ];
  const pictures = count === 1 ? 'its page is a picture' : `its ${count} pages are pictures`;
  return oneDocument(
    source,
    { ...read, headings, title: '', metadata: pdfMetadata(info), leftOut },
    `This PDF has no text layer: ${pictures}. Run text recognition (OCR) over it, and import what comes of that.`,
  );
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
