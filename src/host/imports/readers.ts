import type { ReaderInfo } from '#api/calls/imports.ts';
import type { Format, FormatOption, SourceFile } from '#core/formats/format.ts';
import { FORMATS } from '#core/formats/registry.ts';
import type { DocumentReader } from '../documents/readers/document-reader.ts';
import { DOCUMENT_READERS } from '../documents/readers/registry.ts';
import { PLAIN_TEXT, plainText } from './plain-text.ts';

/** A way to read files; either a format, or a reader of documents. */
export interface Reader {
  readonly info: ReaderInfo;
  readonly format: Format | null;
  readonly document: DocumentReader | null;
  /** Choices that do not depend on the file. */
  readonly options: readonly FormatOption[];
}

/** All readers, in the order in which people see them. */
export const READERS: readonly Reader[] = [
  ofFormat(plainText, 'documents'),
  ...DOCUMENT_READERS.map(ofDocuments),
  ...FORMATS.filter(({ read }) => read !== undefined).map((format) => ofFormat(format, 'dataset')),
];

const BY_ID = new Map(READERS.map((reader) => [reader.info.id, reader]));

/** The reader of that id. */
export function readerById(id: string): Reader | undefined {
  return BY_ID.get(id);
}

/** The reader that takes a file for the text itself. */
export function textReader(): Reader {
  const reader = BY_ID.get(PLAIN_TEXT);
  if (!reader) throw new Error('plain text has no reader');
  return reader;
}

/** A reader, and how likely a file is of it: 0 to 1. */
export interface Candidate {
  readonly reader: Reader;
  readonly confidence: number;
}

/**
 * Readers that could be meant, likeliest first; of equal ones, those that know the extension.
 * @param head the beginning of the file as text, where it is text.
 * @param bytes the beginning of the file; the whole of an archive.
 */
export function candidatesFor(
  path: string,
  head: string | null,
  bytes: Uint8Array,
): readonly Candidate[] {
  const source: SourceFile = head === null ? { path, bytes } : { path, text: head };
  const extension = path.split('.').at(-1)?.toLowerCase() ?? '';
  return READERS.map((reader) => ({
    reader,
    confidence:
      reader.document?.recognizes({ path, bytes }) ?? reader.format?.recognizes(source) ?? 0,
  }))
    .filter(({ confidence }) => confidence > 0)
    .sort(
      (a, b) =>
        b.confidence - a.confidence ||
        Number(b.reader.info.extensions.includes(extension)) -
          Number(a.reader.info.extensions.includes(extension)),
    );
}

function ofFormat(format: Format, kind: ReaderInfo['kind']): Reader {
  const { id, name, description, extensions, readOptions = [] } = format;
  const info = { id, name, description, kind, extensions };
  return { info, format, document: null, options: readOptions };
}

function ofDocuments(document: DocumentReader): Reader {
  const { id, name, description, extensions } = document;
  const info = { id, name, description, kind: 'documents' as const, extensions };
  return { info, format: null, document, options: [] };
}
