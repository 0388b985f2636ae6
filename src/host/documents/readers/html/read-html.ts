import type { ApiError } from '#api/problem.ts';
import { FlowWriter } from '#core/documents/flow-text.ts';
import { htmlHead } from '#core/documents/html/html-metadata.ts';
import { writeHtml } from '#core/documents/html/html-text.ts';
import { openSelfClosed } from '#core/documents/html/xhtml.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { Result } from '#core/result.ts';
import type { DocumentReader, DocumentSource, Reading } from '../document-reader.ts';
import { oneDocument } from '../one-document.ts';
import { turns } from '../turns.ts';
import { decodePage } from './decode-page.ts';
import { parsePage } from './parse-page.ts';
import { recognizeHtml } from './recognize-html.ts';

/** Web pages: what a browser shows without style sheets and scripts. */
export const htmlReader: DocumentReader = {
  id: 'html',
  name: 'Web page (HTML)',
  description:
    'The text that a browser shows, with paragraphs, lists and tables as lines; headings and what the page says of itself are kept.',
  extensions: ['html', 'htm', 'xhtml'],
  recognizes: ({ bytes }) => recognizeHtml(bytes),
  read: async (source, _options, reading) => readHtml(source, reading),
};

async function readHtml(
  source: DocumentSource,
  reading: Reading,
): Promise<Result<Dataset, ApiError>> {
  const page = decodePage(source);
  if (!page.ok) return page;
  const { text } = page.value;
  const html = /^\s*<\?xml\b/u.test(text) ? openSelfClosed(text) : text;
  const document = await parsePage(html, source.path, reading);
  if (!document.ok) return document;
  const { title, metadata } = htmlHead(document.value);
  const writer = new FlowWriter();
  const turn = turns(reading);
  for (const _ of writeHtml(document.value, writer)) await turn();
  return oneDocument(
    source,
    { ...writer.finish(), title, metadata, leftOut: page.value.guess },
    'There is no text in this page. Pages that scripts fill have none: save the page from your browser and import that.',
  );
}
