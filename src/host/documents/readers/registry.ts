import { csvReader } from './csv/read-csv.ts';
import type { DocumentReader } from './document-reader.ts';
import { docxReader } from './docx/read-docx.ts';
import { htmlReader } from './html/read-html.ts';
import { pdfReader } from './pdf/read-pdf.ts';
import { xlsxReader } from './xlsx/read-xlsx.ts';

/** All kinds of documents that are read, besides plain text. A further one is one folder and one line here. */
export const DOCUMENT_READERS: readonly DocumentReader[] = [
  docxReader,
  pdfReader,
  htmlReader,
  csvReader,
  xlsxReader,
];
