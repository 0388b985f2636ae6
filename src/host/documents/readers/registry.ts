import type { DocumentReader } from './document-reader.ts';

/** Every kind of file that is read as documents without annotations, besides plain text. */
export const DOCUMENT_READERS: readonly DocumentReader[] = [];
