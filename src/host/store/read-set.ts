import { isAscii, isUtf8 } from 'node:buffer';
import { setImmediate as breathe } from 'node:timers/promises';
import { type StoredRecord, type StoredSetFile, storedSet } from './set-format.ts';
import { isStoredRecord } from './stored-record.ts';

/** Bytes that are read at a time, with room for other work in between. */
const PIECE = 256 * 1024;
/** Larger files are refused (see `parseJson`, which says so). */
const MOST = 256 * 1024 * 1024;

const LINE_FEED = 0x0a;
const [COMMA, BEFORE, AFTER] = [0x2c, Buffer.from('\n"records": [\n'), Buffer.from('\n],\n')];

/** The part of a set's file around its records. */
type Head = Omit<StoredSetFile, 'records'>;

/**
 * Reads the JSON file of a set that is written as we write it, one record per line: piece by piece, so
 * that neither the main process stands still nor all of it is in memory twice. Everything is checked as
 * `storedSet` would.
 *
 * @param take is given the records in order.
 * @returns what stands around the records; `undefined` where the file is written otherwise or anything
 *   about it is wrong. The slow way must be taken then, which finds out what.
 */
export async function readSet(
  bytes: Buffer,
  take: (record: StoredRecord) => void,
): Promise<Head | undefined> {
  if (bytes.length > MOST || !isUtf8(bytes)) return undefined;
  const encoding = isAscii(bytes) ? 'latin1' : 'utf8';
  const from = bytes.indexOf(BEFORE);
  const to = bytes.lastIndexOf(AFTER);
  if (from < 0 || to < from + BEFORE.length) return undefined;

  const around = `${bytes.toString('utf8', 0, from)}\n"records": []${bytes.toString('utf8', to + 2)}`;
  if (around.includes('__proto__') || around.split('"records"').length !== 2) return undefined;
  const read = storedSet.safeParse(parse(around));
  if (!read.success) return undefined;

  for (let at = from + BEFORE.length; at < to; ) {
    const found = bytes.indexOf(LINE_FEED, at + PIECE);
    const end = found < 0 || found > to ? to : found;
    const isLast = end === to;
    if (!isLast && bytes[end - 1] !== COMMA) return undefined;
    const records = parse(`[${bytes.toString(encoding, at, isLast ? end : end - 1)}]`);
    if (!Array.isArray(records) || records.length === 0) return undefined;
    for (const record of records) {
      if (!isStoredRecord(record)) return undefined;
      take(record);
    }
    at = end + 1;
    if (!isLast) await breathe();
  }
  return read.data;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
