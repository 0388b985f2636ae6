import type { Problem } from '../../problem.ts';

/** Why bytes are not text, or not in the encoding that was tried. The place holds byte and line. */
export type DecodeProblem = Problem<
  | 'utf-32' // a byte order mark of UTF-32
  | 'binary' // a NUL, or the signature of a file that is not text
  | 'invalid-utf8'
  | 'odd-length' // UTF-16 with half a unit at the end
  | 'lone-surrogate' // UTF-16 with half a character
  | 'undefined-byte' // a byte that the one-byte encoding does not use
>;

const LF = 0x0a;
const CR = 0x0d;

/** Line, from 1, in which the byte stands. LF, CR and CR LF each end a line. */
export function lineOfByte(bytes: Uint8Array, byte: number): number {
  let line = 1;
  for (let i = 0; i < byte; i++) {
    if (bytes[i] === LF) line++;
    else if (bytes[i] === CR && bytes[i + 1] !== LF) line++;
  }
  return line;
}

/** `0xE9`, as people write a byte. */
export function hex(byte: number | undefined): string {
  return `0x${(byte ?? 0).toString(16).toUpperCase().padStart(2, '0')}`;
}
