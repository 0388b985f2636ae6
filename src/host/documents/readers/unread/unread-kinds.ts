import { err } from '#core/result.ts';
import type { DocumentReader } from '../document-reader.ts';

/** A kind that is recognised and named, with what to do, but not read. */
function unread(
  id: string,
  name: string,
  extensions: readonly string[],
  signature: readonly number[],
  message: string,
): DocumentReader {
  return {
    id,
    name,
    description: message,
    extensions,
    recognizes: ({ bytes }) => (signature.every((byte, i) => bytes[i] === byte) ? 1 : 0),
    read: async ({ path }) => err({ code: 'refused', message, place: { file: path } }),
  };
}

const codes = (text: string) => [...text].map((character) => character.charCodeAt(0));

/** Kinds of documents for which there is no sound way to read them (docs/decisions/0010-document-readers.md). */
export const UNREAD_KINDS: readonly DocumentReader[] = [
  unread(
    'rtf',
    'Rich Text (RTF)',
    ['rtf'],
    codes('{\\rtf'),
    'Rich Text (RTF) cannot be read. Save the file as .docx, .odt or .txt, and import that.',
  ),
  unread(
    'old-office',
    'Old or protected Office file',
    ['doc', 'xls', 'ppt'],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    'This is an Office file of the old kind (.doc, .xls), or one that is protected by a password. Save it as .docx or .xlsx without a password, and import that.',
  ),
];
