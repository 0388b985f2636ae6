/** Annotations as the documents of the measurements have them; offsets in UTF-16 code units. */
export interface Annotations {
  readonly entities: readonly {
    readonly id: string;
    readonly start: number;
    readonly end: number;
    readonly label: string;
  }[];
  readonly relations: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly label: string;
  }[];
}

export interface BenchDocument {
  readonly text: string;
  readonly annotations: Annotations;
}

/** Where documents come from, and its name for the report. */
export interface DocumentSource {
  readonly name: string;
  make(size: number, hasNewlines: boolean): BenchDocument;
}

/** One document to measure. */
export interface Size {
  readonly name: string;
  /** Characters. */
  readonly length: number;
  readonly hasNewlines: boolean;
  /** So many relations, where not one per three spans. */
  readonly relations?: number;
}

export const SIZES: readonly Size[] = [
  { name: '100 KB', length: 100_000, hasNewlines: true },
  { name: '1 MB', length: 1_000_000, hasNewlines: true },
  { name: '5 MB', length: 5_000_000, hasNewlines: true },
  { name: '20 MB', length: 20_000_000, hasNewlines: true },
  { name: '1 MB line', length: 1_000_000, hasNewlines: false },
  { name: '5,000 relations', length: 150_000, hasNewlines: true, relations: 5_000 },
];
