/** Larger files are refused before they are read. In bytes. */
export const MAX_FILE_SIZE = 100 * 1024 * 1024;

/** Characters of a preview, in UTF-16 code units. */
export const PREVIEW_LENGTH = 2_000;

/** Extensions that are imported from folders. */
export const TEXT_EXTENSIONS: ReadonlySet<string> = new Set(['.txt', '.text', '.md', '.markdown']);
