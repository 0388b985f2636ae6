import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOption, FormatOptions } from '../format.ts';
import type { Loss } from '../losses.ts';
import { type DocumentOfOne, filesByAnnotator } from '../tokens/files-by-annotator.ts';
import { carriedBioc } from './carried.ts';
import type { BiocDocument, BiocHead } from './collection.ts';
import { biocOf } from './write-document.ts';

const CODE_POINTS = { value: 'code-points', name: 'Unicode code points, as in Python' };
const UTF_16 = { value: 'utf-16', name: 'UTF-16 code units, as in Java' };

const OFFSETS: FormatOption = {
  id: 'offsets',
  name: 'Offsets',
  description: 'What they count. It matters only for characters such as emoji.',
  choices: [CODE_POINTS, UTF_16],
  default: 'code-points',
};

const FILES: FormatOption = {
  id: 'files',
  name: 'Files',
  description: 'What stands in one file.',
  choices: [
    { value: 'one', name: 'All documents' },
    { value: 'per-document', name: 'One document' },
  ],
  default: 'one',
};

/** Choices about writing either form of BioC. */
export const BIOC_OPTIONS: readonly FormatOption[] = [OFFSETS, FILES];

/** Choices about reading it. */
export const BIOC_READ_OPTIONS: readonly FormatOption[] = [
  {
    ...OFFSETS,
    choices: [
      { value: 'auto', name: 'Code points, or UTF-16 where more words fit' },
      CODE_POINTS,
      UTF_16,
    ],
    default: 'auto',
  },
];

/** A collection whose documents are made one after the other. */
export interface CollectionToWrite extends BiocHead {
  readonly path: string;
  documents(): Iterable<BiocDocument>;
}

/** A collection for each annotator, or for each document of each. */
export function collectionsOf(
  dataset: Dataset,
  options: FormatOptions,
): readonly CollectionToWrite[] {
  const unit = options['offsets'] === 'utf-16' ? 'utf-16' : 'code-points';
  const files = options['files'] === 'per-document' ? 'per-document' : 'one';
  return filesByAnnotator(dataset, files).map(({ path, documents }) => ({
    path,
    ...headOf(dataset.name, documents),
    *documents() {
      for (const one of documents) yield biocOf(one, unit, carriedBioc(one.document));
    },
  }));
}

/** The head that all documents came with; otherwise one made of the dataset's name. */
function headOf(name: string, documents: readonly DocumentOfOne[]): BiocHead {
  const heads = documents.map(({ document }) => carriedBioc(document)?.head);
  const [first] = heads;
  const same = JSON.stringify(first);
  if (first && heads.every((head) => JSON.stringify(head) === same)) return first;
  return { source: name, date: '', key: '', infons: {} };
}

/** What BioC cannot hold of this dataset: its infons are text. */
export function biocLosses(dataset: Dataset): readonly Loss[] {
  let count = 0;
  for (const { set } of setsOf(dataset)) {
    for (const record of set.records) {
      const values =
        record.kind === 'label'
          ? [record.value]
          : 'attributes' in record
            ? Object.values(record.attributes)
            : [];
      count += values.filter((value) => /^(?:number|boolean)$/u.test(typeof value)).length;
    }
  }
  const why = 'All values are text in BioC; lists stand as JSON.';
  return count > 0 ? [{ what: 'values that are numbers or yes and no', count, why }] : [];
}
