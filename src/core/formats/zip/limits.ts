/** How much an archive may hold; checked before anything is unpacked. */
export interface ZipLimits {
  readonly entries: number;
  /** Of one entry, unpacked. */
  readonly entryBytes: number;
  /** Of all entries together, unpacked. */
  readonly totalBytes: number;
  /** Of an entry: its size unpacked, divided by its size in the archive. Small entries are free of it. */
  readonly ratio: number;
}

const MEGABYTE = 1024 * 1024;

/** Ample for texts: XML with much repetition packs to a fiftieth, what is made to fill a disk to a thousandth. */
export const ZIP_LIMITS: ZipLimits = {
  entries: 100_000,
  entryBytes: 256 * MEGABYTE,
  totalBytes: 1024 * MEGABYTE,
  ratio: 200,
};

/** Entries up to this size, unpacked, may be packed as tightly as they like. */
export const FREE_OF_RATIO = 4 * MEGABYTE;

/** `256 MB`. */
export function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / MEGABYTE).toLocaleString('en')} MB`;
}
