import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of an archive that a test makes; what is left out is as it should be. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly data?: string | Uint8Array;
  readonly method?: 0 | 8 | 12;
  readonly flags?: number;
  readonly madeBy?: number;
  readonly attributes?: number;
  /** What the headers claim, where it is not true. */
  readonly size?: number;
  readonly crc?: number;
  /** Place of the entry whose data this one claims as its own. */
  readonly sameAs?: number;
}

const bytesOf = (value: string | Uint8Array) =>
  typeof value === 'string' ? Buffer.from(value, 'utf8') : Buffer.from(value);

/** An archive made by hand, after APPNOTE.TXT, with Node's zlib, so that it can be wrong in every way. */
export function rawZip(entries: readonly RawEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const offsets: number[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const { method = 8, flags = 0x0800, madeBy = 3 } = entry;
    const name = bytesOf(entry.name);
    const data = bytesOf(entry.data ?? '');
    const packed = method === 8 ? deflateRawSync(data) : data;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt16LE(0x21, 8);
    common.writeUInt32LE(entry.crc ?? crc(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(entry.size ?? data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, packed]);
    const at = entry.sameAs === undefined ? offset : (offsets[entry.sameAs] ?? 0);
    offsets.push(at);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(((entry.attributes ?? 0) << 16) >>> 0, 6);
    tail.writeUInt32LE(at, 10);
    const version = Buffer.from([20, madeBy]);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), version, common, tail, name]));
    if (entry.sameAs !== undefined) continue;
    parts.push(local);
    offset += local.length;
  }
  const all = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...parts, all, end]));
}

const crc = (data: Uint8Array): number => crc32(data);
