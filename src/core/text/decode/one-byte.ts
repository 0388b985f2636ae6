import { err, ok, type Result } from '../../result.ts';
import { type DecodeProblem, hex, lineOfByte } from './decode-problem.ts';
import { StringBuilder } from './string-builder.ts';

/** What Windows-1252 has at 0x80 to 0x9F; U+0000 marks the five bytes that it leaves undefined. */
const WINDOWS_1252 =
  '\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0' +
  '\0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178';

/** Decodes ISO 8859-1, in which every byte is a character: 0x80 to 0x9F are control characters. */
export function decodeLatin1(bytes: Uint8Array): string {
  const text = new StringBuilder();
  for (const byte of bytes) text.push(byte);
  return text.toString();
}

/** Decodes Windows-1252. Refuses the five bytes that it does not define: 0x81, 0x8D, 0x8F, 0x90, 0x9D. */
export function decodeWindows1252(bytes: Uint8Array): Result<string, DecodeProblem> {
  const text = new StringBuilder();
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const isSpecial = byte >= 0x80 && byte < 0xa0;
    const unit = isSpecial ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte;
    if (isSpecial && unit === 0) return err(undefinedByte(bytes, at));
    text.push(unit);
  }
  return ok(text.toString());
}

function undefinedByte(bytes: Uint8Array, byte: number): DecodeProblem {
  const line = lineOfByte(bytes, byte);
  return {
    code: 'undefined-byte',
    message: `This is not Windows-1252: byte ${byte} (${hex(bytes[byte])}) in line ${line} is no character there. Choose another encoding.`,
    place: { byte, line },
  };
}
