import { err, ok, type Result } from '../../result.ts';
import type { FormatError } from '../format.ts';
import { crc32 } from './crc32.ts';
import { inflateExactly } from './inflate.ts';
import { ZIP_LIMITS, type ZipLimits } from './limits.ts';
import { type DirectoryEntry, readDirectory, type ZipFault } from './read-directory.ts';

/** A file in an archive, whose name and sizes are checked. */
export interface ZipEntry {
  /** Relative, with `/` between folders; never leads out of the folder it is put into. */
  readonly path: string;
  /** Unpacked, in bytes. */
  readonly size: number;
  /** Unpacks it, at each call. Fails with `invalid-file` where it is not what the archive says. */
  read(): Result<Uint8Array, FormatError>;
}

/**
 * Reads the directory of a zip archive. All names and sizes are checked before anything is unpacked: paths
 * that lead out, links, names that collide, encryption, sizes and ratios beyond the limits, entries that
 * share bytes. Fails with `invalid-file` and the name of the entry; folders are no entries.
 * @param file name of the archive, for messages.
 */
export function readZip(
  file: string,
  bytes: Uint8Array,
  limits: Partial<ZipLimits> = {},
): Result<readonly ZipEntry[], FormatError> {
  const failed = ({ message, entry }: ZipFault) =>
    err({
      code: 'invalid-file' as const,
      message,
      place: { file, ...(entry === undefined ? {} : { id: entry }) },
    });
  const directory = readDirectory(bytes, { ...ZIP_LIMITS, ...limits });
  if ('message' in directory) return failed(directory);
  const entries: ZipEntry[] = [];
  let end = 0;
  for (const entry of [...directory.entries].sort((a, b) => a.offset - b.offset)) {
    const start = dataStart(bytes, entry, directory.start);
    if (start === undefined || entry.offset < end) {
      const message = `The entry ‘${entry.path.slice(0, 100)}’ does not stand where the directory of the archive says.`;
      return failed({ message, entry: entry.path });
    }
    end = start + entry.packedSize;
    const packed = bytes.subarray(start, end);
    if (!entry.isFolder) {
      entries.push({
        path: entry.path,
        size: entry.size,
        read() {
          const unpacked = unpack(entry, packed);
          if (unpacked) return ok(unpacked);
          const message = `The entry ‘${entry.path.slice(0, 100)}’ is damaged.`;
          return failed({ message, entry: entry.path });
        },
      });
    }
  }
  const place = new Map(directory.entries.map(({ path }, i) => [path, i]));
  return ok(entries.sort((a, b) => (place.get(a.path) ?? 0) - (place.get(b.path) ?? 0)));
}

/** Where the data of an entry begins, if its own header agrees with the directory and all lies before it. */
function dataStart(bytes: Uint8Array, entry: DirectoryEntry, end: number): number | undefined {
  const { offset, rawName, method, packedSize } = entry;
  if (offset + 30 > end) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, 30);
  const nameLength = view.getUint16(26, true);
  const start = offset + 30 + nameLength + view.getUint16(28, true);
  const isSame =
    view.getUint32(0, true) === 0x04034b50 &&
    view.getUint16(8, true) === method &&
    nameLength === rawName.length &&
    rawName.every((byte, i) => byte === bytes[offset + 30 + i]);
  return isSame && start + packedSize <= end ? start : undefined;
}

function unpack({ method, size, crc }: DirectoryEntry, packed: Uint8Array): Uint8Array | undefined {
  const unpacked = method === 0 ? new Uint8Array(packed) : inflateExactly(packed, size);
  return unpacked && crc32(unpacked) === crc ? unpacked : undefined;
}
