import { decodeName, nameFault, nameKey, normalizeName } from './entry-name.ts';
import { FREE_OF_RATIO, megabytes, type ZipLimits } from './limits.ts';

/** An entry as the directory at the end of an archive has it, checked. */
export interface DirectoryEntry {
  readonly path: string;
  readonly isFolder: boolean;
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its own header stands. */
  readonly offset: number;
  readonly rawName: Uint8Array;
}

/** Why an archive is refused: a whole sentence, and the entry where it is about one. */
export interface ZipFault {
  readonly message: string;
  readonly entry?: string;
}

/** The entries of an archive, and where its directory begins. */
export interface Directory {
  readonly entries: readonly DirectoryEntry[];
  readonly start: number;
}

const END_SIZE = 22;
const ENTRY_SIZE = 46;
const LONGEST_COMMENT = 0xffff;
/** Encrypted, strongly encrypted, or with a masked directory. */
const ENCRYPTED = 0x0001 | 0x0040 | 0x2000;
const UTF8 = 0x0800;

/** Whether the bytes begin as a zip archive does. */
export function looksLikeZip(bytes: Uint8Array): boolean {
  const [p, k, a, b] = bytes;
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));
}

/** Reads the directory (APPNOTE.TXT 4.3.12 and 4.3.16) and checks all that it says; unpacks nothing. */
export function readDirectory(bytes: Uint8Array, limits: ZipLimits): Directory | ZipFault {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === undefined) return { message: 'This is not a zip archive, or it is cut off.' };
  const count = view.getUint16(end + 10, true);
  const size = view.getUint32(end + 12, true);
  const start = view.getUint32(end + 16, true);
  if (count === 0xffff || size === 0xffffffff || start === 0xffffffff) {
    return {
      message: 'Archives in the zip64 form are not read; pack the files again, fewer at once.',
    };
  }
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) {
    return { message: 'Archives that are split into several files are not read.' };
  }
  if (start + size !== end) return { message: 'The directory of the archive is damaged.' };
  if (count > limits.entries) {
    const [has, most] = [count, limits.entries].map((n) => n.toLocaleString('en'));
    return { message: `The archive has ${has} entries; at most ${most} are read.` };
  }
  const entries: DirectoryEntry[] = [];
  let at = start;
  for (let i = 0; i < count; i++) {
    const entry = readEntry(view, bytes, at, end);
    if ('message' in entry) return entry;
    entries.push(entry.entry);
    at = entry.next;
  }
  if (at !== end) return { message: 'The directory of the archive is damaged.' };
  return checkTogether(entries, limits) ?? { entries, start };
}

/** Where the record stands that ends the archive: the last one whose comment reaches to the end. */
function endOf(view: DataView): number | undefined {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
    if (view.getUint32(at, true) !== 0x06054b50) continue;
    if (at + END_SIZE + view.getUint16(at + 20, true) === view.byteLength) return at;
  }
  return undefined;
}

function readEntry(
  view: DataView,
  bytes: Uint8Array,
  at: number,
  end: number,
): { readonly entry: DirectoryEntry; readonly next: number } | ZipFault {
  const damaged = { message: 'The directory of the archive is damaged.' };
  if (at + ENTRY_SIZE > end || view.getUint32(at, true) !== 0x02014b50) return damaged;
  const short = (offset: number) => view.getUint16(at + offset, true);
  const long = (offset: number) => view.getUint32(at + offset, true);
  const nameEnd = at + ENTRY_SIZE + short(28);
  const next = nameEnd + short(30) + short(32);
  if (next > end) return damaged;
  const rawName = bytes.subarray(at + ENTRY_SIZE, nameEnd);
  const flags = short(8);
  const decoded = decodeName(rawName, (flags & UTF8) !== 0);
  if (decoded === undefined) return { message: 'The name of an entry is not valid UTF-8.' };
  const path = normalizeName(decoded);
  const refuse = (why: string): ZipFault => ({
    message: `The entry ‘${path.slice(0, 100)}’ ${why}; nothing was unpacked.`,
    entry: path,
  });
  const fault = nameFault(path) ?? (flags & ENCRYPTED ? 'is encrypted' : undefined);
  if (fault !== undefined) return refuse(fault);
  // Systems that store a file mode, as Unix (3) and macOS (19) do, have it in the upper half.
  const kind = [3, 19].includes(short(4) >>> 8) ? (long(38) >>> 28) & 0xf : 0;
  if (kind === 0xa) return refuse('is a symbolic link');
  if (![0, 0x4, 0x8].includes(kind)) return refuse('is neither a file nor a folder');
  const [packedSize, size, offset] = [long(20), long(24), long(42)];
  if ([packedSize, size, offset].includes(0xffffffff)) return refuse('is in the zip64 form');
  const method = short(10);
  if (method !== 0 && method !== 8)
    return refuse(`is packed by a method (${method}) that is not read`);
  if (method === 0 && packedSize !== size) return refuse('has sizes that cannot be');
  const isFolder = path.endsWith('/');
  if (isFolder && size > 0) return refuse('is a folder with contents');
  const crc = long(16);
  return { entry: { path, isFolder, method, flags, crc, packedSize, size, offset, rawName }, next };
}

/** What is wrong with the entries together: sizes, ratios, names that collide. */
function checkTogether(
  entries: readonly DirectoryEntry[],
  limits: ZipLimits,
): ZipFault | undefined {
  const kinds = new Map<string, 'file' | 'folder'>();
  let total = 0;
  for (const { path, isFolder, size, packedSize } of entries) {
    const refuse = (why: string): ZipFault => ({
      message: `The entry ‘${path.slice(0, 100)}’ ${why}; nothing was unpacked.`,
      entry: path,
    });
    total += size;
    if (size > limits.entryBytes) {
      return refuse(
        `would take ${megabytes(size)}; at most ${megabytes(limits.entryBytes)} are read`,
      );
    }
    if (total > limits.totalBytes) {
      return {
        message: `The archive would take more than ${megabytes(limits.totalBytes)} unpacked.`,
      };
    }
    if (size > FREE_OF_RATIO && size > packedSize * limits.ratio) {
      return refuse(`is packed more than ${limits.ratio} to one, as texts are not`);
    }
    const key = nameKey(path);
    const before = kinds.get(key);
    if (before !== undefined && !(isFolder && before === 'folder')) {
      return refuse('is there twice, or differs from another one only in case');
    }
    kinds.set(key, isFolder ? 'folder' : 'file');
  }
  return fileAsFolder(entries, kinds);
}

function fileAsFolder(
  entries: readonly DirectoryEntry[],
  kinds: ReadonlyMap<string, 'file' | 'folder'>,
): ZipFault | undefined {
  for (const { path } of entries) {
    const key = nameKey(path);
    for (let slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
      if (kinds.get(key.slice(0, slash)) !== 'file') continue;
      const message = `The entry ‘${path.slice(0, 100)}’ lies in a file, not in a folder; nothing was unpacked.`;
      return { message, entry: path };
    }
  }
  return undefined;
}
