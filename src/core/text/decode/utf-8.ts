import { err, ok, type Result } from '../../result.ts';
import { type DecodeProblem, hex, lineOfByte } from './decode-problem.ts';
import { StringBuilder } from './string-builder.ts';

/** Smallest and largest second byte after each lead byte: shuts out overlong forms, surrogates, > U+10FFFF. */
function secondByte(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  if (lead === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}

/** Bytes of the character that the lead byte starts; 0 where no character starts with it. */
function lengthOf(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead < 0xc2) return 0;
  if (lead < 0xe0) return 2;
  if (lead < 0xf0) return 3;
  return lead < 0xf5 ? 4 : 0;
}

/** Number of bytes of the character at `at`, or 0 where the bytes there are not valid UTF-8. */
function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0xff;
  const length = lengthOf(lead);
  if (length < 2) return length;
  const [low, high] = secondByte(lead);
  const second = bytes[at + 1] ?? 0;
  if (second < low || second > high) return 0;
  for (let i = 2; i < length; i++) {
    if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0;
  }
  return length;
}

function codePointAt(bytes: Uint8Array, at: number, length: number): number {
  let codePoint = (bytes[at] ?? 0) & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) codePoint = (codePoint << 6) | ((bytes[at + i] ?? 0) & 0x3f);
  return codePoint;
}

/**
 * Decodes strict UTF-8, from byte `from` to the end.
 * Fails at the first byte that does not belong, with its offset in the whole array and its line.
 */
export function decodeUtf8(bytes: Uint8Array, from = 0): Result<string, DecodeProblem> {
  const text = new StringBuilder();
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      text.push(byte);
      at++;
      continue;
    }
    const length = characterLength(bytes, at);
    if (length === 0) return err(invalid(bytes, at));
    text.pushCodePoint(codePointAt(bytes, at, length));
    at += length;
  }
  return ok(text.toString());
}

function invalid(bytes: Uint8Array, byte: number): DecodeProblem {
  const line = lineOfByte(bytes, byte);
  const isCut =
    byte + lengthOf(bytes[byte] ?? 0) > bytes.length &&
    bytes.subarray(byte + 1).every((next) => (next & 0xc0) === 0x80);
  const what = isCut
    ? `the last character is cut off at byte ${byte}`
    : `byte ${byte} (${hex(bytes[byte])}) in line ${line} does not belong`;
  return {
    code: 'invalid-utf8',
    message: `This is not valid UTF-8: ${what}. Choose the encoding in which it was written.`,
    place: { byte, line },
  };
}
