import { crc32 } from 'node:zlib';
import { z } from 'zod';

/** What a log line says besides its change. */
export const entryHead = z.strictObject({
  seq: z.int().positive(),
  at: z.string(),
  by: z.string(),
  label: z.string(),
  code: z.string(),
  undoes: z.int().positive().optional(),
  redoes: z.int().positive().optional(),
  action: z.int().positive().optional(),
});
export type EntryHead = z.infer<typeof entryHead>;

/** Tells that the JSON file beside the log held everything up to `snapshot`, and its hash then. */
export const marker = z.strictObject({
  snapshot: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/u),
});
export type Marker = z.infer<typeof marker>;

/** Author of entries that record what another program did to the JSON file. */
export const OUTSIDE = 'outside';
/** What such entries say. */
export const OUTSIDE_META = { label: 'Changed outside Glossator', code: 'outside' };

const TRAILER = /^,"sum":"([0-9a-f]{8})"\}$/u;
const TRAILER_LENGTH = ',"sum":"00000000"}'.length;

/**
 * An object as a log line: JSON, with the CRC-32 of all bytes before it as its last field, and a line
 * feed. The object must have at least one key.
 */
export function encodeLine(object: object): Buffer {
  const body = JSON.stringify(object).slice(0, -1);
  const sum = crc32(body).toString(16).padStart(8, '0');
  return Buffer.from(`${body},"sum":"${sum}"}\n`);
}

/** An entry as a log line. The change comes last, so that the rest can be read without it. */
export function encodeEntry(head: EntryHead, change: object): Buffer {
  return encodeLine({ ...head, change });
}

/**
 * The JSON text of a line without its sum.
 * @param line without the line feed.
 * @returns `undefined` where the line is torn or its sum is wrong.
 */
export function checkedBody(line: Buffer): string | undefined {
  return checked(line)?.toString('utf8');
}

function checked(line: Buffer): Buffer | undefined {
  const cut = line.length - TRAILER_LENGTH;
  if (cut <= 0) return undefined;
  const sum = TRAILER.exec(line.toString('latin1', cut))?.[1];
  const body = line.subarray(0, cut);
  return sum !== undefined && crc32(body) === Number.parseInt(sum, 16) ? body : undefined;
}

const CHANGE = ',"change":';

/** What a checked line says; the change of an entry is left as text, since most are never needed. */
export type LogLine =
  | { readonly kind: 'entry'; readonly head: EntryHead }
  | { readonly kind: 'marker'; readonly marker: Marker };

/**
 * Reads a line, without its line feed; `undefined` where it is torn or wrong, or neither an entry nor a
 * marker. The change, which may be large, is not read.
 */
export function readLine(line: Buffer): LogLine | undefined {
  const body = checked(line);
  if (body === undefined) return undefined;
  // A quote inside a JSON string is escaped: this can only be the key.
  const cut = body.indexOf(CHANGE);
  const json = parse(`${body.toString('utf8', 0, cut < 0 ? body.length : cut)}}`);
  if (cut < 0) {
    const read = marker.safeParse(json);
    return read.success ? { kind: 'marker', marker: read.data } : undefined;
  }
  const read = entryHead.safeParse(json);
  return read.success ? { kind: 'entry', head: read.data } : undefined;
}

/** The change of a checked entry body, as stored; `undefined` where it is not JSON. */
export function changeOfBody(body: string): unknown {
  return parse(body.slice(body.indexOf(CHANGE) + CHANGE.length));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
