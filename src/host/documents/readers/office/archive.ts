import type { ApiError } from '#api/problem.ts';
import { xmlText } from '#core/formats/xml/xml-text.ts';
import { readZip, type ZipEntry } from '#core/formats/zip/read-zip.ts';
import { err, ok, type Result } from '#core/result.ts';
import { decodeSource } from '../../read-source.ts';

/** Of one part, unpacked, in bytes. */
const MAX_PART = 128 * 1024 * 1024;

const DECLARED = /^[^?]*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"'>]*)["']/u;

/** The parts of a file that is a zip archive, as those of office programs and EPUB are. */
export interface Archive {
  readonly paths: readonly string[];
  has(path: string): boolean;
  /** A part, unpacked. Fails where there is none of that path. */
  bytes(path: string): Result<Uint8Array, ApiError>;
  /** The text of a part that is XML. */
  xml(path: string): Result<string, ApiError>;
}

/** Opens such a file: all names and sizes are checked, nothing is unpacked yet. */
export function openArchive(file: string, bytes: Uint8Array): Result<Archive, ApiError> {
  const entries = readZip(file, bytes, { entryBytes: MAX_PART });
  if (!entries.ok) return err({ ...entries.error, code: 'invalid-file' });
  const byPath = new Map<string, ZipEntry>(entries.value.map((entry) => [entry.path, entry]));
  const read = (path: string): Result<Uint8Array, ApiError> => {
    const entry = byPath.get(path);
    if (!entry) {
      const message = `There is no part ‘${path.slice(0, 100)}’ in this file. It is damaged, or of another kind.`;
      return err({ code: 'invalid-file', message, place: { file, id: path } });
    }
    const unpacked = entry.read();
    return unpacked.ok ? unpacked : err({ ...unpacked.error, code: 'invalid-file' });
  };
  return ok({
    paths: [...byPath.keys()],
    has: (path) => byPath.has(path),
    bytes: read,
    xml(path) {
      const unpacked = read(path);
      if (!unpacked.ok) return unpacked;
      const text = xmlText({ path: file, ...quickly(unpacked.value) });
      if (text.ok) return text;
      return err(inPart({ ...text.error, code: 'invalid-file' }, path));
    },
  });
}

/** Bytes as text where they are in UTF-8, by Node's own decoder; else as they are. */
function quickly(bytes: Uint8Array): { readonly text: string } | { readonly bytes: Uint8Array } {
  const declared = DECLARED.exec(Buffer.from(bytes.subarray(0, 200)).toString('latin1'))?.[1];
  const decoded =
    declared && !/^utf-?8$/iu.test(declared) ? undefined : decodeSource(bytes, 'utf-8');
  return decoded?.ok ? { text: decoded.value.text } : { bytes };
}

/** A problem with a part of a file: its sentence names the part, its place has it as `id`. */
export function inPart(problem: ApiError, part: string): ApiError {
  const message = `In the part ‘${part.slice(0, 100)}’: ${problem.message}`;
  return { ...problem, message, place: { ...problem.place, id: part } };
}
