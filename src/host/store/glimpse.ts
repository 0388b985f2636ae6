import type { FileHandle } from 'node:fs/promises';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Range } from '#core/model/range.ts';
import type { Files } from './files.ts';
import { readLine } from './log-line.ts';
import { MisplacedError, SetCodec } from './set-codec.ts';
import type { SetIdentity } from './set-env.ts';
import type { StoredRecord } from './set-format.ts';
import { placeOf, type SetPlace } from './set-place.ts';
import { isStoredRecord } from './stored-record.ts';

/** Smaller files, in bytes, are read whole in no time. */
const LEAST = 768 * 1024;
/** Bytes read at a time; no line that is looked at may be longer. */
const BLOCK = 16 * 1024;
/** Spans that start so many characters before a place may still reach it. */
const REACH = 2_000;
/** Records given at most. */
const MOST = 2_000;

const LINE_FEED = 0x0a;
const START = Buffer.from('"records": [\n');
const END = /\n\],\n"revision": (\d+),\n"textSha256": "([0-9a-f]+)"\n\}\n$/u;

/**
 * The spans near a place of a large set that is not open, and what is of the document as a whole, found in its JSON file without reading all of
 * it: our files have one record per line, the spans in text order. For showing something at once; the set
 * must then be read whole.
 *
 * @param near in UTF-16 code units.
 * @returns `null` wherever anything is not as we write it, the log has more than the file, or the set is
 *   small; also where nothing is there to be shown.
 */
export async function glimpse(
  files: Files,
  folder: string,
  identity: SetIdentity,
  near: Range,
): Promise<readonly AnnotationRecord[] | null> {
  const place = placeOf(folder, identity.key);
  const file = await files.open(place.json, 'r').catch(() => null);
  if (file === null) return null;
  try {
    const { size } = await file.stat();
    if (size < LEAST) return null;
    const end = END.exec((await bytesAt(file, size - BLOCK, BLOCK)).toString('utf8'));
    if (end?.[2] !== identity.textSha256) return null;
    if (!(await isWhole(files, place, Number(end[1])))) return null;
    const codec = new SetCodec(identity.text);
    const points = codec.toCodePoints({ start: Math.max(0, near.start - REACH), end: near.end });
    const top = await bytesAt(file, 0, BLOCK);
    const start = top.indexOf(START) + START.length;
    if (start < START.length) return null;
    const at = await findLine(file, start, size, points.start);
    const found = at === null ? null : await spansFrom(file, at, points.end);
    if (!found || found.length === 0) return null;
    return [...firstRecords(top.subarray(start)), ...found].map((stored) => codec.decode(stored));
  } catch (error) {
    if (error instanceof MisplacedError || isSystemError(error)) return null;
    throw error;
  } finally {
    await file.close();
  }
}

/** Whether the log, where there is one, has nothing that the JSON file lacks. */
async function isWhole(files: Files, { log }: SetPlace, revision: number): Promise<boolean> {
  const file = await files.open(log, 'r').catch(() => null);
  if (file === null) return true;
  try {
    const { size } = await file.stat();
    const bytes = await bytesAt(file, Math.max(0, size - BLOCK), BLOCK);
    const start = bytes.lastIndexOf(LINE_FEED, bytes.length - 2) + 1;
    const last = readLine(bytes.subarray(start, bytes.length - 1));
    return last?.kind === 'marker' && last.marker.snapshot === revision;
  } finally {
    await file.close();
  }
}

/** Status, labels and note, which come before the spans. */
function firstRecords(bytes: Buffer): StoredRecord[] {
  const found: StoredRecord[] = [];
  for (let start = 0; ; ) {
    const end = bytes.indexOf(LINE_FEED, start);
    const record = end < 0 ? undefined : recordOf(bytes.subarray(start, end));
    if (!record || record.kind === 'span' || record.kind === 'relation') return found;
    found.push(record);
    start = end + 1;
  }
}

/** Where the first line begins, of those between the two bytes, whose span starts at `from` or later. */
async function findLine(file: FileHandle, first: number, size: number, from: number) {
  let [low, high] = [first, size];
  // Between them always lies the beginning of the line that is looked for; blocks are read whole.
  while (high - low > BLOCK) {
    const middle = Math.floor((low + high) / 2);
    const bytes = await bytesAt(file, middle, BLOCK);
    const start = bytes.indexOf(LINE_FEED) + 1;
    const end = bytes.indexOf(LINE_FEED, start);
    if (start === 0 || end < 0) return null;
    const record = recordOf(bytes.subarray(start, end));
    const isBefore = record ? isBeforeSpan(record, from) : false;
    if (isBefore) low = middle + end + 1;
    else if (middle + start < high) high = middle + start;
    else break;
  }
  return low;
}

function isBeforeSpan(record: StoredRecord, from: number): boolean {
  if (record.kind === 'span') return (record.ranges[0]?.[0] ?? 0) < from;
  return record.kind !== 'relation';
}

/** The spans from that line on which start before `to`, in code points; `null` where a line is none of ours. */
async function spansFrom(file: FileHandle, first: number, to: number) {
  const found: StoredRecord[] = [];
  for (let at = first; found.length < MOST; ) {
    const bytes = await bytesAt(file, at, BLOCK);
    const last = bytes.lastIndexOf(LINE_FEED);
    if (last < 0) return null;
    for (let start = 0; start < last; ) {
      const end = bytes.indexOf(LINE_FEED, start);
      const line = bytes.subarray(start, end);
      if (line[0] === 0x5d) return found; // the end of the list
      const record = recordOf(line);
      if (!record) return null;
      if (record.kind === 'relation') return found;
      if (record.kind === 'span') {
        if ((record.ranges[0]?.[0] ?? 0) >= to) return found;
        found.push(record);
      }
      start = end + 1;
    }
    at += last + 1;
  }
  return found;
}

/** The record on a line; `undefined` where it is none. */
function recordOf(line: Buffer): StoredRecord | undefined {
  const end = line.at(-1) === 0x2c ? line.length - 1 : line.length;
  try {
    const value: unknown = JSON.parse(line.toString('utf8', 0, end));
    return isStoredRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await file.read(bytes, 0, length, Math.max(0, at));
  return bytes.subarray(0, bytesRead);
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}
