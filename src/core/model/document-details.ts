import type { Range } from './range.ts';

/** A title in the text, as the imported file marked it. */
export interface Heading extends Range {
  /** 1 for the highest. */
  readonly level: number;
}

/**
 * What an imported file says of a document besides its text; nothing of it is anybody's annotation.
 * It never changes. Offsets in memory in UTF-16, on disk in code points (`documents/<id>/document.json`).
 * All sorted by offset; absent where the file has no such thing.
 */
export interface DocumentDetails {
  /** By name: date, author, source, column of a table. */
  readonly metadata?: Readonly<Record<string, string>>;
  readonly headings?: readonly Heading[];
  /** Where each page after the first begins. */
  readonly pages?: readonly number[];
  /** Not overlapping. Token formats write these again. */
  readonly tokens?: readonly Range[];
  /** Not overlapping. */
  readonly sentences?: readonly Range[];
  /** What only the format it came in knows and writes back unchanged. JSON. */
  readonly carried?: { readonly format: string; readonly data: unknown };
}
