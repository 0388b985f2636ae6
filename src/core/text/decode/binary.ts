import { type DecodeProblem, lineOfByte } from './decode-problem.ts';

const SIGNATURES: readonly (readonly [string, string])[] = [
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'a ZIP archive, as Word, OpenDocument and EPUB files are'],
  ['\xd0\xcf\x11\xe0', 'an old Word or Excel document'],
  ['\x1f\x8b', 'a compressed file'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['{\\rtf', 'a Rich Text document'],
];

/** What kind of file, other than text, starts like this; `null` where none that is known. */
function knownKind(bytes: Uint8Array): string | null {
  const isAt = (signature: string) =>
    [...signature].every((character, i) => bytes[i] === character.charCodeAt(0));
  return SIGNATURES.find(([signature]) => isAt(signature))?.[1] ?? null;
}

/**
 * Why the bytes cannot be text in UTF-8 or a one-byte encoding: a known signature, or a NUL.
 * @returns `null` where nothing speaks against it.
 */
export function binaryProblem(bytes: Uint8Array): DecodeProblem | null {
  const kind = knownKind(bytes);
  if (kind !== null) {
    return {
      code: 'binary',
      message: `This is ${kind}, not plain text. Save it as plain text in UTF-8 and import that.`,
      place: { byte: 0, line: 1 },
    };
  }
  const byte = bytes.indexOf(0);
  return byte < 0 ? null : nulProblem(byte, lineOfByte(bytes, byte));
}

/** The problem of a NUL character at that byte. */
export function nulProblem(byte: number, line: number): DecodeProblem {
  return {
    code: 'binary',
    message: `This does not look like text: byte ${byte} in line ${line} is NUL. If it is text in UTF-16 without a byte order mark, choose that encoding, or save it as UTF-8.`,
    place: { byte, line },
  };
}
