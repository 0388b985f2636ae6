import type { Dataset, DatasetDocument } from '#core/formats/dataset.ts';
import type { FormatError, FormatOptions, SourceFile } from '#core/formats/format.ts';
import type { Result } from '#core/result.ts';

/** What the thread is asked: to read files, then for the documents, some at a time. */
export type ThreadRequest =
  | {
      readonly kind: 'read';
      readonly format: string;
      readonly sources: readonly SourceFile[];
      readonly options: FormatOptions;
    }
  | { readonly kind: 'next' };

/** The answer to each request, in their order. */
export type ThreadAnswer =
  | {
      readonly kind: 'read';
      /** The dataset without its documents, and how many there are. */
      readonly result: Result<Omit<Dataset, 'documents'> & { readonly count: number }, FormatError>;
    }
  | { readonly kind: 'next'; readonly documents: readonly DatasetDocument[] }
  /** What a reader threw. */
  | { readonly kind: 'bug'; readonly message: string };
