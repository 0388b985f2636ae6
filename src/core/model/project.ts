import type { Annotator } from './annotator.ts';
import type { DocumentEntry } from './document.ts';

/** `formatVersion` that this program writes. A higher one is refused, a lower one migrated. */
export const FORMAT_VERSION = 1;

/** Contents of `project.json`. */
export interface ProjectManifest {
  readonly format: 'glossator-project';
  readonly formatVersion: number;
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly annotators: readonly Annotator[];
  readonly documents: readonly DocumentEntry[];
  /** Removed documents whose files are kept; they can be restored. */
  readonly trash: readonly {
    readonly document: DocumentEntry;
    readonly at: string;
    readonly by: string;
  }[];
  /** Sequence number of the last entry of `project.log` that all files show. */
  readonly revision: number;
}
