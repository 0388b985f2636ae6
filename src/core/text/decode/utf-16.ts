import { err, ok, type Result } from '../../result.ts';
import type { DecodeProblem } from './decode-problem.ts';
import { StringBuilder } from './string-builder.ts';

/**
 * Decodes UTF-16 from byte `from` to the end. Refuses half a unit and halves of surrogate pairs,
 * with the byte offset in the whole array and the line.
 */
export function decodeUtf16(
  bytes: Uint8Array,
  order: 'utf-16le' | 'utf-16be',
  from = 0,
): Result<string, DecodeProblem> {
  const high = order === 'utf-16le' ? 1 : 0;
  const text = new StringBuilder();
  const end = bytes.length - ((bytes.length - from) % 2);
  let line = 1;
  let previous = 0;
  for (let at = from; at < end; at += 2) {
    const unit = ((bytes[at + high] ?? 0) << 8) | (bytes[at + 1 - high] ?? 0);
    const isLow = unit >= 0xdc00 && unit <= 0xdfff;
    const expectsLow = previous >= 0xd800 && previous <= 0xdbff;
    if (isLow !== expectsLow) return err(loneSurrogate(expectsLow ? at - 2 : at, line));
    if (unit === 0x0a ? previous !== 0x0d : unit === 0x0d) line++;
    text.push(unit);
    previous = unit;
  }
  if (previous >= 0xd800 && previous <= 0xdbff) return err(loneSurrogate(end - 2, line));
  if (end < bytes.length) {
    return err({
      code: 'odd-length',
      message: `This is not valid UTF-16: it ends with half a character at byte ${end}. The file may have been cut off.`,
      place: { byte: end, line },
    });
  }
  return ok(text.toString());
}

function loneSurrogate(byte: number, line: number): DecodeProblem {
  return {
    code: 'lone-surrogate',
    message: `This is not valid UTF-16: at byte ${byte}, in line ${line}, stands half a character (a lone surrogate). Save the file again from the program that wrote it.`,
    place: { byte, line },
  };
}
