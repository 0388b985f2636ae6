import type { Encoding } from '../../model/document.ts';
import { err, ok, type Result } from '../../result.ts';
import { byteOrderMark } from '../../text/decode/bom.ts';
import { decodeText } from '../../text/decode/decode-text.ts';
import type { FormatError, SourceFile } from '../format.ts';

const ENCODINGS: ReadonlyMap<string, Encoding> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['utf-16', 'utf-16le'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
  ['iso-8859-1', 'iso-8859-1'],
  ['iso8859-1', 'iso-8859-1'],
  ['iso_8859-1', 'iso-8859-1'],
  ['latin1', 'iso-8859-1'],
  ['latin-1', 'iso-8859-1'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
] as const);

const DECLARED = /^<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]*)["']/u;

/** Bytes in which an XML declaration is looked for. */
const HEAD = 200;

/**
 * The text of an XML file without its byte order mark. Bytes are decoded by the byte order mark, else by
 * the file's own declaration, else as UTF-8: in UTF-8, UTF-16, ISO 8859-1 or Windows-1252, strictly. Other
 * encodings are refused, and so are bytes that are no characters.
 */
export function xmlText(file: SourceFile): Result<string, FormatError> {
  if ('text' in file) return ok(file.text.startsWith('\ufeff') ? file.text.slice(1) : file.text);
  const encoding = encodingOf(file.bytes);
  if (encoding !== undefined && typeof encoding !== 'string') {
    return err({
      code: 'invalid-file',
      message: `The file says that it is in ‘${encoding.unknown}’, which is not supported. Save it as UTF-8.`,
      place: { file: file.path, line: 1 },
    });
  }
  const decoded = decodeText(file.bytes, encoding);
  if (decoded.ok) return ok(decoded.value.text);
  const { message, place } = decoded.error;
  return err({ code: 'invalid-file', message, place: { file: file.path, ...place } });
}

/** The encoding that the bytes declare; `undefined` where a byte order mark or nothing says it. */
function encodingOf(bytes: Uint8Array): Encoding | { readonly unknown: string } | undefined {
  if (byteOrderMark(bytes) !== null) return undefined;
  if (bytes[0] === 0x3c && bytes[1] === 0) return 'utf-16le';
  if (bytes[0] === 0 && bytes[1] === 0x3c) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  const declared = DECLARED.exec(head)?.[1];
  if (declared === undefined) return undefined;
  const known = ENCODINGS.get(declared.toLowerCase());
  // A file whose first bytes are one-byte characters is not in UTF-16, whatever it says.
  return known?.startsWith('utf-16') ? 'utf-8' : (known ?? { unknown: declared.slice(0, 40) });
}

/** Characters of a file at which formats look to know it. */
const KNOWN_BY = 20_000;

/** The start of a file, good enough to know its format by: names and namespaces are ASCII in all encodings. */
export function xmlHead(file: SourceFile): string {
  if ('text' in file) return file.text.slice(0, KNOWN_BY).replace(/^\ufeff/u, '');
  const bytes = file.bytes.subarray(0, KNOWN_BY);
  let text = '';
  // A zero is half of a UTF-16 character, and what is above ASCII is no part of a name to look for.
  for (const byte of bytes) if (byte > 0 && byte < 0x80) text += String.fromCharCode(byte);
  return text;
}

/** A text that was read, for writing it again: its declaration names UTF-8, in which texts are written. */
export function declaredAsUtf8(text: string): string {
  const [head = '', encoding = 'utf-8'] = DECLARED.exec(text) ?? [];
  if (/^utf-?8$/iu.test(encoding)) return text;
  return `${head.slice(0, -encoding.length - 1)}UTF-8${head.slice(-1)}${text.slice(head.length)}`;
}
