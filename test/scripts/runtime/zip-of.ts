import { crc32, deflateRawSync } from 'node:zlib';

interface Entry {
  readonly name: string;
  readonly content: string;
  /** Unix type and permissions. */
  readonly mode: number;
  readonly isDeflated?: boolean;
}

/** A zip archive as Electron's releases are: made on Unix, without zip64. */
export function zipOf(entries: readonly Entry[], comment = ''): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const common = commonFields(entry, name.length);
    const data = packed(entry);
    const local = Buffer.concat([u32(0x04034b50), common, name, data]);
    const attributes = [u16(0), u16(0), u16(0), u32(entry.mode * 0x10000), u32(offset)];
    directory.push(Buffer.concat([u32(0x02014b50), u16(0x031e), common, ...attributes, name]));
    locals.push(local);
    offset += local.length;
  }
  const size = Buffer.concat(directory).length;
  const count = u16(entries.length);
  const note = Buffer.from(comment);
  const end = [u32(0x06054b50), u32(0), count, count, u32(size), u32(offset), u16(note.length)];
  return Buffer.concat([...locals, ...directory, ...end, note]);
}

/** The fields that a local header and its directory entry share, from `version` to `extra`. */
function commonFields(entry: Entry, nameLength: number): Buffer {
  const content = Buffer.from(entry.content);
  return Buffer.concat([
    u16(20),
    u16(0),
    u16(entry.isDeflated ? 8 : 0),
    u32(0),
    u32(crc32(content)),
    u32(packed(entry).length),
    u32(content.length),
    u16(nameLength),
    u16(0),
  ]);
}

function packed({ content, isDeflated }: Entry): Buffer {
  return isDeflated ? deflateRawSync(content) : Buffer.from(content);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
