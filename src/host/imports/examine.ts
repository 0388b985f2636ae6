import { extname } from 'node:path';
import type { ImportFile } from '#api/calls/imports.ts';
import type { ApiError } from '#api/problem.ts';
import type { Encoding } from '#core/model/document.ts';
import type { Result } from '#core/result.ts';
import { possibleEncodings } from '#core/text/decode/decode-text.ts';
import { MAX_FILE_SIZE } from '../documents/limits.ts';
import { previewOfDoubt } from '../documents/preview.ts';
import { decodeSource, tooLarge } from '../documents/read-source.ts';
import { type Doubt, doubtOf } from './doubt.ts';
import type { FoundFile } from './found-file.ts';
import { HEAD_SIZE } from './limits.ts';
import { PLAIN_TEXT } from './plain-text.ts';
import { type Candidate, candidatesFor } from './readers.ts';

/** A file that was looked into. */
export interface LookedFile extends FoundFile, Pick<ImportFile, 'encoding' | 'encodings'> {
  readonly problem: ApiError | null;
  /** Readers that could be meant, likeliest first. */
  readonly candidates: readonly Candidate[];
  /** Why it is likely no plain text, where nothing else recognises it. */
  readonly doubt: Doubt | null;
}

/** What a file is; an archive is told apart, since its entries are to be looked into. */
export type Examined =
  | { readonly kind: 'file'; readonly file: LookedFile }
  | { readonly kind: 'archive'; readonly bytes: Uint8Array };

/** How sure one must be before a file is taken for something unasked. */
export const ENOUGH = 0.5;

/** How sure one must be where the extension says so, too. */
const ENOUGH_IF_NAMED = 0.3;

/** The likeliest reader other than that of plain text, where it is likely enough to be taken unasked. */
export function surest(path: string, [best]: readonly Candidate[]): Candidate | undefined {
  if (!best || best.reader.info.id === PLAIN_TEXT) return undefined;
  const isNamed = best.reader.info.extensions.includes(extname(path).slice(1).toLowerCase());
  return best.confidence >= (isNamed ? ENOUGH_IF_NAMED : ENOUGH) ? best : undefined;
}

/** Looks into a file: whether it is text, and of which encoding, and which readers could read it. */
export async function examine(found: FoundFile): Promise<Examined> {
  if (found.size > MAX_FILE_SIZE) return unread(found, tooLarge(found.path, found.size));
  const bytes = await found.read();
  if (!bytes.ok) return unread(found, bytes.error);
  const isZip =
    startsWith(bytes.value, [0x50, 0x4b, 3, 4]) || startsWith(bytes.value, [0x50, 0x4b, 5, 6]);
  if (isZip) {
    const candidates = candidatesFor(found.path, null, bytes.value);
    if ((candidates[0]?.confidence ?? 0) < ENOUGH) return { kind: 'archive', bytes: bytes.value };
    return { kind: 'file', file: { ...found, ...NOT_TEXT, candidates } };
  }
  return { kind: 'file', file: examineBytes(found, bytes.value) };
}

const NOT_TEXT = { encoding: null, encodings: [], problem: null, doubt: null } as const;

function unread(found: FoundFile, problem: ApiError): Examined {
  return { kind: 'file', file: { ...found, ...NOT_TEXT, problem, candidates: [] } };
}

function examineBytes(found: FoundFile, bytes: Uint8Array): LookedFile {
  const plain = decodeSource(bytes);
  const head = bytes.subarray(0, HEAD_SIZE);
  if (plain.ok) {
    const { text, encoding } = plain.value;
    const candidates = candidatesFor(found.path, text.slice(0, HEAD_SIZE), head);
    const doubt = surest(found.path, candidates) ? null : doubtOf(found.path, text);
    const problem = doubt?.isBroken ? doubt.problem : null;
    return { ...found, encoding, encodings: [], problem, candidates, doubt };
  }
  const binary = candidatesFor(found.path, null, head);
  if ((binary[0]?.confidence ?? 0) >= ENOUGH) {
    return { ...found, ...NOT_TEXT, candidates: binary };
  }
  const encodings = possibleEncodings(bytes).flatMap((encoding) => {
    const decoded = decodeSource(bytes, encoding);
    return decoded.ok ? [{ encoding, text: decoded.value.text }] : [];
  });
  const candidates = candidatesFor(found.path, encodings[0]?.text.slice(0, HEAD_SIZE) ?? '', head);
  return {
    ...found,
    encoding: 'utf-8',
    encodings: encodings.map(({ encoding, text }) => ({ encoding, preview: previewOfDoubt(text) })),
    problem: inFile(plain, found.path),
    candidates,
    doubt: null,
  };
}

/** The failure of a text that could not be decoded, naming its file. */
export function inFile(
  { error }: { readonly error: { readonly message: string; readonly place?: object } },
  file: string,
): ApiError {
  return { code: 'invalid-file', message: error.message, place: { ...error.place, file } };
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

/** Reads a file as text in the encoding that was chosen or found. */
export function decodeFile(
  path: string,
  bytes: Uint8Array,
  encoding: Encoding | undefined,
): Result<
  { readonly text: string; readonly encoding: Encoding; readonly hasBom: boolean },
  ApiError
> {
  const decoded = decodeSource(bytes, encoding);
  return decoded.ok ? decoded : { ok: false, error: inFile(decoded, path) };
}
