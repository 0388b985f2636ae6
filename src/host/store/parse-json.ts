import type { ApiError } from '#api/problem.ts';
import type { Place } from '#core/problem.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';
import { decodeUtf8 } from '#core/text/decode/utf-8.ts';
import { findJsonFault } from './json-fault.ts';

/** Deeper JSON could be read, but not be written or sent again. */
export const DEPTH_LIMIT = 200;

/**
 * Node refuses longer strings; asked beforehand, it is a sentence instead of an error.
 * @see RELIABILITY R10
 */
const SIZE_LIMIT = 512 * 1024 * 1024 - 64;

/**
 * Reads the bytes of a JSON file of ours: strict UTF-8 without a byte order mark, at most 200 levels.
 * @param file the file's name, for the message.
 * @returns the value; or `invalid-file` with the place: line and column, or byte.
 */
export function parseJson(bytes: Uint8Array, file: string): Result<unknown, ApiError> {
  const refuse = (what: string, place: Place = {}) =>
    err<ApiError>({
      code: 'invalid-file',
      message: `${file} cannot be read: ${what}. The file was left as it is; put back an older copy of it, or correct it by hand.`,
      place: { file, ...place },
    });

  if (bytes.byteLength === 0) return refuse('it is empty');
  if (bytes.byteLength > SIZE_LIMIT) return refuse('it is larger than 512 MB');
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf)
    return refuse('it starts with a byte order mark, so another program saved it', { byte: 0 });
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff))
    return refuse('it is UTF-16, so another program saved it', { byte: 0 });

  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const decoded = decodeUtf8(bytes);
    const { byte = 0, line = 1 } = decoded.ok ? {} : (decoded.error.place ?? {});
    return refuse(`byte ${byte} (line ${line}) is not UTF-8`, { byte, line });
  }
  if (isTooDeep(bytes)) return refuse(`it is nested deeper than ${DEPTH_LIMIT} levels`);
  try {
    const value: unknown = JSON.parse(text);
    if (text.includes('__proto__') && hasProtoKey(value))
      return refuse('it has a field called __proto__, which no file of ours has');
    return ok(value);
  } catch {
    const { line, column, what } = findJsonFault(text);
    return refuse(`line ${line}, column ${column}: ${what}`, { line, column });
  }
}

const [QUOTE, BACKSLASH, OPEN_LIST, CLOSE_LIST, OPEN, CLOSE] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** Whether brackets outside of strings nest too deep. Works on bytes, which are quicker than characters. */
function isTooDeep(bytes: Uint8Array): boolean {
  let depth = 0;
  let isString = false;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i];
    if (isString) {
      if (byte === BACKSLASH) i++;
      else if (byte === QUOTE) isString = false;
    } else if (byte === QUOTE) isString = true;
    else if (byte === OPEN || byte === OPEN_LIST) {
      if (++depth > DEPTH_LIMIT) return true;
    } else if (byte === CLOSE || byte === CLOSE_LIST) depth--;
  }
  return false;
}

/** Such keys mean something to JavaScript; readers that copy objects would lose or obey them. */
function hasProtoKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (!Array.isArray(value) && Object.hasOwn(value, '__proto__')) return true;
  return Object.values(value).some(hasProtoKey);
}
