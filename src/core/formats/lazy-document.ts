import type { Annotator } from '../model/annotator.ts';
import type { DatasetDocument, DatasetSet } from './dataset.ts';

/** What is known of a document without loading it. */
export interface DocumentHead extends Pick<DatasetDocument, 'id' | 'name' | 'files'> {
  readonly annotators: readonly Annotator[];
  /** Which details it has. */
  readonly details: readonly Detail[];
}

const DETAILS = ['metadata', 'headings', 'pages', 'tokens', 'sentences', 'carried'] as const;
type Detail = (typeof DETAILS)[number];

const loaders = new WeakMap<DatasetDocument, { head: DocumentHead; load: () => DatasetDocument }>();

/** What can be told of a document. */
export function headOf({ id, name, files, sets, ...rest }: DatasetDocument): DocumentHead {
  const annotators = sets.map(({ annotator }) => annotator);
  const details = DETAILS.filter((detail) => rest[detail] !== undefined);
  return { id, name, annotators, details, ...(files ? { files } : {}) };
}

/**
 * A document whose text, records and details are loaded when they are asked for, each time: a dataset of
 * these may be larger than memory. Copying one loads it.
 */
export function lazyDocument(head: DocumentHead, load: () => DatasetDocument): DatasetDocument {
  const { id, name, files, annotators, details } = head;
  const sets = annotators.map(
    (annotator, i): DatasetSet => ({
      annotator,
      get records() {
        return load().sets[i]?.records ?? [];
      },
    }),
  );
  const document: DatasetDocument = {
    id,
    name,
    get text() {
      return load().text;
    },
    sets,
    ...(files ? { files } : {}),
  };
  for (const detail of details) {
    Object.defineProperty(document, detail, { enumerable: true, get: () => load()[detail] });
  }
  loaders.set(document, { head, load });
  return document;
}

/** The document with other records or details, made now, or, where it is a lazy one, when it is loaded. */
export function changedDocument(
  document: DatasetDocument,
  change: (document: DatasetDocument) => DatasetDocument,
): DatasetDocument {
  const lazy = loaders.get(document);
  return lazy ? lazyDocument(lazy.head, () => change(lazy.load())) : change(document);
}
