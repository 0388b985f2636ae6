import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { ApiError } from '#api/problem.ts';
import type { Encoding } from '#core/model/document.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';
import type { DecodeProblem } from '#core/text/decode/decode-problem.ts';
import { type DecodedText, decodeText } from '#core/text/decode/decode-text.ts';
import { decodeUtf8 } from '#core/text/decode/utf-8.ts';
import { MAX_FILE_SIZE } from './limits.ts';
import { readProblem } from './read-problem.ts';

/** Reads a file that a person chose. Fails with a sentence, and without reading what is too large. */
export async function readSource(path: string): Promise<Result<Uint8Array, ApiError>> {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) {
      const message = `‘${path}’ is not a file.`;
      return err({ code: 'refused', message, place: { file: path } });
    }
    const { size } = stats;
    if (size > MAX_FILE_SIZE) return err(tooLarge(path, size));
    return ok(await readFile(path));
  } catch (error) {
    return err(readProblem(error, path));
  }
}

/** The failure of a file above the limit. */
export function tooLarge(path: string, size: number): ApiError {
  const megabytes = (bytes: number) => Math.ceil(bytes / 1024 / 1024);
  return {
    code: 'refused',
    message: `This file has ${megabytes(size)} MB; the limit is ${megabytes(MAX_FILE_SIZE)} MB. Split it into several files.`,
    place: { file: path },
  };
}

/** Decodes bytes as `decodeText` does, letting Node's own decoder do what is valid UTF-8. */
export function decodeSource(
  bytes: Uint8Array,
  encoding?: Encoding,
): Result<DecodedText, DecodeProblem> {
  return decodeText(bytes, encoding, (all, from) => {
    const rest = all.subarray(from);
    if (!isUtf8(rest)) return decodeUtf8(all, from);
    return ok(Buffer.from(rest.buffer, rest.byteOffset, rest.byteLength).toString('utf8'));
  });
}

/** SHA-256 in hexadecimal; of a string, that of its UTF-8 form. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
