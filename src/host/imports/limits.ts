/** Looked at in one import at most; more would hardly be meant. */
export const MAX_FILES = 200_000;

/** Folders inside folders. */
export const MAX_DEPTH = 64;

/** As much of a file is looked at to tell what it is. In bytes. */
export const HEAD_SIZE = 64 * 1024;

/** Problems that are told; all are counted. */
export const MOST_PROBLEMS = 1_000;

/** Documents that a preview lists; all are counted. */
export const MOST_DOCUMENTS = 1_000;

/** Archives kept in memory while they are looked at. In bytes, packed. */
export const KEPT_ARCHIVES = 256 * 1024 * 1024;

/** What was read is kept for the next preview up to so much of files. In bytes. */
export const KEPT_SOURCES = 256 * 1024 * 1024;

/** Code units of a text that is shown before the import. */
export const TEXT_PREVIEW = 20_000;
