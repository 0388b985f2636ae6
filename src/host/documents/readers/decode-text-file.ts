import type { ApiError } from '#api/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import { decodeSource } from '../read-source.ts';
import type { DocumentSource } from './document-reader.ts';

/** The text of a file that is text, by the chosen encoding, its byte order mark, or as UTF-8. */
export function decodeTextFile({
  path,
  bytes,
  encoding,
}: DocumentSource): Result<string, ApiError> {
  const decoded = decodeSource(bytes, encoding);
  if (decoded.ok) return ok(decoded.value.text);
  const { message, place } = decoded.error;
  return err({ code: 'invalid-file', message, place: { ...place, file: path } });
}

/** The beginning of a file as text, where it can be text: for recognising it. Up to the last line end. */
export function headOf(bytes: Uint8Array, length = 64 * 1024): string | undefined {
  const head = bytes.subarray(0, length);
  const decoded = decodeSource(head);
  if (decoded.ok) return decoded.value.text;
  if (decoded.error.code === 'binary' || decoded.error.code === 'utf-32') return undefined;
  // A character may be cut at the end, or it is in some one-byte encoding: enough to recognise it by.
  return Buffer.from(head).toString('latin1');
}
