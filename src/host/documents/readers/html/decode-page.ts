import type { ApiError } from '#api/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import { byteOrderMark } from '#core/text/decode/bom.ts';
import { decodeSource } from '../../read-source.ts';
import type { DocumentSource } from '../document-reader.ts';

/** Bytes in which browsers look for the encoding. */
const PRESCAN = 1024;
const DECLARED =
  /<meta\s[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)|^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/iu;

export interface Page {
  readonly text: string;
  /** How the encoding was found, where that is a guess: a whole sentence. */
  readonly guess: readonly string[];
}

/**
 * Decodes a page as browsers do (HTML Standard, 13.2.3.2): by the chosen encoding, the byte order mark, its
 * own declaration, as UTF-8, and else as Windows-1252; but strictly, so that no byte is ever replaced.
 */
export function decodePage(source: DocumentSource): Result<Page, ApiError> {
  const { bytes, encoding, path } = source;
  const declared = declaredEncoding(bytes);
  if (encoding === undefined && byteOrderMark(bytes) === null && declared !== undefined) {
    const text = decodeAs(bytes, declared);
    if (text !== undefined) return ok({ text, guess: [] });
  }
  const decoded = decodeSource(bytes, encoding);
  if (decoded.ok) return ok({ text: decoded.value.text, guess: [] });
  const { message, place } = decoded.error;
  const western = encoding === undefined ? decodeSource(bytes, 'windows-1252') : decoded;
  if (western.ok && decoded.error.code === 'invalid-utf8') {
    const guess = `It does not say its encoding and was read as Windows-1252. ${message}`;
    return ok({ text: western.value.text, guess: [guess] });
  }
  return err({ code: 'invalid-file', message, place: { ...place, file: path } });
}

/** The encoding that a page declares, if there is one of that name. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const [, meta, xml] =
    DECLARED.exec(Buffer.from(bytes.subarray(0, PRESCAN)).toString('latin1')) ?? [];
  const label = (meta ?? xml)?.toLowerCase();
  // Its declaration could be read as single bytes: it is not in UTF-16, whatever it says.
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

function decodeAs(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
