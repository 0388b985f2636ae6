import { csvReader } from './csv/read-csv.ts';
import type { DocumentReader } from './document-reader.ts';
import { docxReader } from './docx/read-docx.ts';
import { epubReader } from './epub/read-epub.ts';
import { htmlReader } from './html/read-html.ts';
import { jsonTableReader } from './json-table/read-json-table.ts';
import { odtReader } from './odt/read-odt.ts';
import { pdfReader } from './pdf/read-pdf.ts';
import { UNREAD_KINDS } from './unread/unread-kinds.ts';
import { xlsxReader } from './xlsx/read-xlsx.ts';

/** All kinds of documents that are read, besides plain text. A further one is one folder and one line here. */
export const DOCUMENT_READERS: readonly DocumentReader[] = [
  docxReader,
  odtReader,
  pdfReader,
  htmlReader,
  epubReader,
  csvReader,
  xlsxReader,
  jsonTableReader,
  ...UNREAD_KINDS,
];
