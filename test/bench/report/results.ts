import type { Bulk } from '../measure/bulk.ts';
import type { Figures } from '../measure/figures.ts';
import type { ManyDocuments } from '../measure/many-documents.ts';

/** All that one run of the measurements found. */
export interface Results {
  /** Which generator made the documents. */
  readonly source: string;
  /** Electron's and Chromium's versions. */
  readonly runtime: string;
  /** How often each document was measured. */
  readonly runs: number;
  /** By the name of the size, in order. */
  readonly documents: ReadonlyMap<string, Figures>;
  /** Milliseconds. */
  readonly start: number;
  readonly commit: number;
  /** `null` where it was not measured. */
  readonly bulk: Bulk | null;
  readonly many: ManyDocuments | null;
}
