import { z } from 'zod';
import type { ApiError } from '#api/problem.ts';
import type { DocumentDetails, Heading } from '#core/model/document-details.ts';
import { DATA_LIMITS, findFault } from '#core/model/plain-data.ts';
import type { Range } from '#core/model/range.ts';
import { err, ok, type Result } from '#core/result.ts';
import { type Offsets, offsetsOf } from '#core/text/offsets.ts';
import { decodeFormat } from './file-format.ts';

const FORMAT = 'glossator-document';

/** A further imported file that a document was made of; the first one stands in `project.json`. */
export interface ImportedFile {
  /** Its name, without folders. */
  readonly name: string;
  /** Where the project keeps it: `sources/<sha256>.<ext>`. */
  readonly file: string;
  readonly sha256: string;
}

/** What `documents/<id>/document.json` holds. Offsets in UTF-16. */
export interface StoredDetails extends DocumentDetails {
  readonly files?: readonly ImportedFile[];
}

const offset = z.int().nonnegative();
const range = z.tuple([offset, offset]);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** Path of a shared file inside a project. */
export const sharedFile = /^sources\/[0-9a-f]{64}\.[a-z0-9]{1,10}$/u;

const storedDetails = z.strictObject({
  format: z.literal(FORMAT),
  formatVersion: z.int(),
  metadata: z.record(z.string(), z.string()).optional(),
  headings: z.array(z.tuple([offset, offset, z.int().min(1)])).optional(),
  pages: z.array(offset).optional(),
  tokens: z.array(range).optional(),
  sentences: z.array(range).optional(),
  carried: z.strictObject({ format: z.string(), data: z.unknown() }).optional(),
  files: z
    .array(z.strictObject({ name: z.string(), file: z.string().regex(sharedFile), sha256 }))
    .optional(),
});

/** Deeper than this, what a format carries could not be read again inside a file of ours. */
const CARRIED = { ...DATA_LIMITS, depth: DATA_LIMITS.depth - 10 };

/** Whether what a format carries can be kept as JSON. */
export function canCarry(data: unknown): boolean {
  return findFault(data, CARRIED) === undefined;
}

/** `document.json` of a document, as bytes; `null` where there is nothing to say. */
export function encodeDetails(text: string, details: StoredDetails): Uint8Array | null {
  const offsets = offsetsOf(text);
  const { metadata = {}, headings = [], pages = [], tokens = [], sentences = [] } = details;
  const { carried, files = [] } = details;
  const points = (at: number) => offsets.toCodePoints(at);
  const pair = ({ start, end }: Range) => [points(start), points(end)];
  const fields: string[] = [];
  const add = (name: string, json: string) => fields.push(`${JSON.stringify(name)}: ${json}`);
  if (carried && canCarry(carried.data)) add('carried', JSON.stringify(carried));
  if (files.length > 0)
    add('files', list(files.map(({ file, name, sha256 }) => ({ file, name, sha256 }))));
  if (headings.length > 0) add('headings', list(headings.map((one) => [...pair(one), one.level])));
  const known = Object.entries(metadata).filter(([name]) => name !== '__proto__');
  if (known.length > 0) {
    known.sort(([a], [b]) => (a < b ? -1 : 1));
    add('metadata', JSON.stringify(Object.fromEntries(known)));
  }
  if (pages.length > 0) add('pages', JSON.stringify(pages.map(points)));
  if (sentences.length > 0) add('sentences', JSON.stringify(sentences.map(pair)));
  if (tokens.length > 0) add('tokens', JSON.stringify(tokens.map(pair)));
  if (fields.length === 0) return null;
  const head = [`"format": "${FORMAT}"`, '"formatVersion": 1'];
  const sorted = [...fields, ...head].sort();
  return Buffer.from(`{\n${sorted.join(',\n')}\n}\n`);
}

function list(items: readonly unknown[]): string {
  return `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
}

/** Reads `document.json`. Fails with `invalid-file` where it is damaged, or does not fit the text. */
export function decodeDetails(
  value: unknown,
  file: string,
  text: string,
): Result<StoredDetails, ApiError> {
  const read = decodeFormat(value, file, FORMAT, storedDetails);
  if (!read.ok) return read;
  const { metadata, headings, pages, tokens, sentences, carried, files } = read.value;
  const offsets = offsetsOf(text);
  try {
    const ranges = (list: readonly (readonly [number, number])[]) =>
      list.map(([start, end]) => rangeAt(offsets, start, end));
    return ok({
      ...(metadata && { metadata }),
      ...(headings && {
        headings: headings.map(
          ([start, end, level]): Heading => ({ ...rangeAt(offsets, start, end), level }),
        ),
      }),
      ...(pages && { pages: pages.map((at) => offsets.toUtf16(at)) }),
      ...(tokens && { tokens: ranges(tokens) }),
      ...(sentences && { sentences: ranges(sentences) }),
      ...(carried && { carried: { format: carried.format, data: carried.data } }),
      ...(files && { files }),
    });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = `${file} has places outside of the text. It was left as it is.`;
    return err({ code: 'invalid-file', message, place: { file } });
  }
}

function rangeAt(offsets: Offsets, start: number, end: number): Range {
  if (start > end) throw new RangeError('a range ends before it starts');
  return { start: offsets.toUtf16(start), end: offsets.toUtf16(end) };
}
