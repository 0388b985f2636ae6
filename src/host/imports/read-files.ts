import { createHash } from 'node:crypto';
import type { SourceChoice } from '#api/calls/imports.ts';
import type { ApiError } from '#api/problem.ts';
import type { SourceFile } from '#core/formats/format.ts';
import type { Encoding } from '#core/model/document.ts';
import { ok, type Result } from '#core/result.ts';
import { decodeFile, type LookedFile } from './examine.ts';

/** A file as it was read for the import. */
export interface ReadFile {
  readonly file: LookedFile;
  readonly encoding: Encoding;
  readonly hasBom: boolean;
  /** Of its bytes: what is kept must be what was read. */
  readonly sha256: string;
}

export interface LoadedFile extends ReadFile {
  readonly source: SourceFile;
}

/** The encoding that a person chose for a file. */
export function chosenEncoding(
  choice: SourceChoice | undefined,
  path: string,
): Encoding | undefined {
  const encodings = choice?.encodings ?? {};
  return Object.hasOwn(encodings, path) ? encodings[path] : undefined;
}

/** Reads a file as a format gets it: as text where it is text, else its bytes. */
export async function loadFile(
  file: LookedFile,
  encoding: Encoding | undefined,
): Promise<Result<LoadedFile, ApiError>> {
  const bytes = await file.read();
  if (!bytes.ok) return bytes;
  const sha256 = createHash('sha256').update(bytes.value).digest('hex');
  const { path } = file;
  if (file.encoding === null && encoding === undefined) {
    const source = { path, bytes: bytes.value };
    return ok({ file, encoding: 'utf-8', hasBom: false, sha256, source });
  }
  const decoded = decodeFile(path, bytes.value, encoding);
  if (!decoded.ok) return decoded;
  const { text, encoding: found, hasBom } = decoded.value;
  return ok({ file, encoding: found, hasBom, sha256, source: { path, text } });
}
