import type { DocumentId } from './ids.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-1';

/** One source text of the project. Its text never changes once imported. */
export interface DocumentEntry {
  readonly id: DocumentId;
  /** Shown in the list; can be changed. */
  readonly name: string;
  readonly source: {
    /** Name of the imported file, without folders. */
    readonly name: string;
    /** Name under which the project keeps it, byte for byte: `source.<ext>`. */
    readonly file: string;
    readonly encoding: Encoding;
    readonly hasBom: boolean;
    readonly sha256: string;
  };
  /** SHA-256 of `text.txt`, in hexadecimal. */
  readonly textSha256: string;
  /** Length of the text in Unicode code points. */
  readonly length: number;
  /** ISO 8601, UTC. */
  readonly importedAt: string;
}
