import { crc32 } from 'node:zlib';
import { type EntryHead, type Marker, readLine } from './log-line.ts';

/** An entry of a change log, and where in the file it stands. */
export interface LogEntry {
  readonly head: EntryHead;
  /** Offset of the line in bytes. */
  readonly at: number;
  /** Length of the line in bytes, with its line feed. */
  readonly length: number;
}

/** What the bytes of a change log say. */
export interface ScannedLog {
  readonly entries: readonly LogEntry[];
  /** The last marker. */
  readonly marker: Marker | null;
  /** Bytes at the start of the file that are good lines, up to the first bad one. */
  readonly goodLength: number;
  /** What follows the good start: an append that a kill cut short, or damage. */
  readonly rest: 'none' | 'torn' | 'damaged';
  /** Good lines after the first damage, with line feeds: they may be of use where a snapshot bridges the gap. */
  readonly later: Buffer;
  /** Number of the first bad line, from 1; 0 where there is none. */
  readonly badLine: number;
}

const LINE_FEED = 0x0a;

/**
 * Reads a change log as far as it is good. Every line carries its own checksum and the entries count
 * upwards, so that any cut or flipped bit shows.
 */
export function scanLog(bytes: Buffer): ScannedLog {
  const entries: LogEntry[] = [];
  let marker: Marker | null = null;
  let at = 0;
  let line = 0;
  while (at < bytes.length) {
    line++;
    const found = bytes.indexOf(LINE_FEED, at);
    const end = found < 0 ? bytes.length : found;
    const read = found < 0 ? undefined : readLine(bytes.subarray(at, end));
    const isInOrder = read?.kind !== 'entry' || read.head.seq > (entries.at(-1)?.head.seq ?? 0);
    if (!read || !isInOrder) {
      const later = collectGood(bytes, end + 1, entries.at(-1)?.head.seq ?? 0);
      const isTorn = found < 0;
      return {
        entries,
        marker,
        goodLength: at,
        rest: isTorn ? 'torn' : 'damaged',
        later,
        badLine: line,
      };
    }
    if (read.kind === 'marker') marker = read.marker;
    else entries.push({ head: read.head, at, length: end + 1 - at });
    at = end + 1;
  }
  return {
    entries,
    marker,
    goodLength: at,
    rest: 'none',
    later: Buffer.alloc(0),
    badLine: 0,
  };
}

/** Running checksum of a whole file; `previous` is that of what comes before. */
export function runningSum(bytes: Uint8Array, previous = 0): number {
  return crc32(bytes, previous);
}

function collectGood(bytes: Buffer, from: number, after: number): Buffer {
  const good: Buffer[] = [];
  let seq = after;
  for (let at = from; at < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, at);
    if (end < 0) break;
    const read = readLine(bytes.subarray(at, end));
    if (read?.kind === 'entry' && read.head.seq > seq) {
      seq = read.head.seq;
      good.push(bytes.subarray(at, end + 1));
    } else if (read?.kind === 'marker') good.push(bytes.subarray(at, end + 1));
    at = end + 1;
  }
  return Buffer.concat(good);
}
