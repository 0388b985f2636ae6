import { deflateSync } from 'fflate';
import type { TargetFile } from '../format.ts';
import { crc32 } from './crc32.ts';

/** 1 January 1980, the first day that zip knows, at midnight: the same files give the same archive. */
const DAY = (1 << 5) | 1;
const UTF8 = 0x0800;

interface Written {
  readonly name: Uint8Array;
  readonly crc: number;
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * Packs files into a zip archive, in their order, piece by piece: one file at a time is in memory. The same
 * files give the same bytes. Names are UTF-8 and say so.
 * @throws {RangeError} where the archive would need zip64: 65,535 files, or 4 GB.
 */
export function* writeZip(files: Iterable<TargetFile>): Generator<Uint8Array> {
  const entries: Written[] = [];
  let offset = 0;
  for (const file of files) {
    const bytes = bytesOf(file);
    const deflated = deflateSync(bytes);
    const isSmaller = deflated.length < bytes.length;
    const packed = isSmaller ? deflated : bytes;
    const entry: Written = {
      name: new TextEncoder().encode(file.path),
      crc: crc32(bytes),
      method: isSmaller ? 8 : 0,
      packedSize: packed.length,
      size: bytes.length,
      offset,
    };
    entries.push(entry);
    const header = localHeader(entry);
    yield header;
    yield packed;
    offset += header.length + packed.length;
    if (offset > 0xfffffffe || entries.length > 0xfffe) {
      throw new RangeError('too much for a zip archive without zip64');
    }
  }
  let size = 0;
  for (const entry of entries) {
    const header = directoryHeader(entry);
    size += header.length;
    yield header;
  }
  yield end(entries.length, size, offset);
}

/** All bytes of the file. */
export function bytesOf(file: TargetFile): Uint8Array {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const part of file.parts()) {
    const bytes = typeof part === 'string' ? encoder.encode(part) : part;
    parts.push(bytes);
    length += bytes.length;
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** What both headers of an entry say: version 2.0, UTF-8, method, time, sizes, length of the name. */
function fill(view: DataView, at: number, entry: Written): void {
  view.setUint16(at, 20, true);
  view.setUint16(at + 2, UTF8, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, DAY, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packedSize, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, entry.name.length, true);
}

function localHeader(entry: Written): Uint8Array {
  const bytes = new Uint8Array(30 + entry.name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x04034b50, true);
  fill(view, 4, entry);
  bytes.set(entry.name, 30);
  return bytes;
}

function directoryHeader(entry: Written): Uint8Array {
  const bytes = new Uint8Array(46 + entry.name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x02014b50, true);
  view.setUint16(4, 20, true);
  fill(view, 6, entry);
  view.setUint32(42, entry.offset, true);
  bytes.set(entry.name, 46);
  return bytes;
}

function end(count: number, size: number, offset: number): Uint8Array {
  const bytes = new Uint8Array(22);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return bytes;
}
