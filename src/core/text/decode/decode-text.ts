import type { Encoding } from '../../model/document.ts';
import { err, ok, type Result } from '../../result.ts';
import { binaryProblem, nulProblem } from './binary.ts';
import { byteOrderMark } from './bom.ts';
import type { DecodeProblem } from './decode-problem.ts';
import { decodeLatin1, decodeWindows1252 } from './one-byte.ts';
import { decodeUtf8 } from './utf-8.ts';
import { decodeUtf16 } from './utf-16.ts';

export interface DecodedText {
  /** The characters as they are: nothing normalised or trimmed, the byte order mark taken off. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly hasBom: boolean;
}

/** Decodes from byte `from` on, strictly; problems name offsets in the whole array. */
export type Utf8Decoder = (bytes: Uint8Array, from: number) => Result<string, DecodeProblem>;

/**
 * Turns the bytes of a file into text, or says at which byte and line that fails. A byte that is not
 * valid is never replaced. Without `encoding`, a byte order mark decides, else it must be UTF-8.
 * @param encoding Read it like this, whatever the mark says; UTF-16 is then read without one, too.
 * @param utf8 A decoder as strict as ours, where the platform has a quicker one.
 */
export function decodeText(
  bytes: Uint8Array,
  encoding?: Encoding,
  utf8: Utf8Decoder = decodeUtf8,
): Result<DecodedText, DecodeProblem> {
  const mark = byteOrderMark(bytes);
  if (mark?.encoding === 'utf-32' && (encoding === undefined || encoding.startsWith('utf'))) {
    return err({
      code: 'utf-32',
      message: 'This is text in UTF-32, which is not supported. Save it as UTF-8 and import that.',
      place: { byte: 0, line: 1 },
    });
  }
  const markEncoding = mark?.encoding === 'utf-32' ? undefined : mark?.encoding;
  const chosen = encoding ?? markEncoding ?? 'utf-8';
  const hasBom = markEncoding === chosen;
  const text = decodeAs(bytes, chosen, hasBom ? (mark?.length ?? 0) : 0, utf8);
  return text.ok ? ok({ text: text.value, encoding: chosen, hasBom }) : text;
}

function decodeAs(
  bytes: Uint8Array,
  encoding: Encoding,
  from: number,
  utf8: Utf8Decoder,
): Result<string, DecodeProblem> {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const decoded = decodeUtf16(bytes, encoding, from);
    const nul = decoded.ok ? decoded.value.indexOf('\0') : -1;
    if (!decoded.ok || nul < 0) return decoded;
    const line = decoded.value.slice(0, nul).split(/\r\n|\r|\n/u).length;
    return err(nulProblem(from + 2 * nul, line));
  }
  const binary = binaryProblem(bytes);
  if (binary !== null) return err(binary);
  if (encoding === 'utf-8') return utf8(bytes, from);
  return encoding === 'windows-1252' ? decodeWindows1252(bytes) : ok(decodeLatin1(bytes));
}

/**
 * Encodings in which the bytes could have been written, most likely first, where a plain `decodeText`
 * fails: those that decode without error and, for UTF-16, whose text is not mostly unlikely characters.
 */
export function possibleEncodings(bytes: Uint8Array): readonly Encoding[] {
  const candidates: readonly Encoding[] = bytes.includes(0)
    ? ['utf-16le', 'utf-16be']
    : ['windows-1252', 'iso-8859-1'];
  return candidates.filter((encoding) => {
    const decoded = decodeText(bytes, encoding);
    return decoded.ok && (encoding.startsWith('utf-16') ? hasBlanks(decoded.value.text) : true);
  });
}

/** Read in the wrong byte order, blanks and line ends become rare characters (U+2000, U+0A00). */
function hasBlanks(text: string): boolean {
  return /[ \n\u3000\u3002]/u.test(text.slice(0, 10_000));
}
