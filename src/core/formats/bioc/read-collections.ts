import { type Dataset, type DatasetDocument, IMPORTED } from '../dataset.ts';
import type { FormatOptions, SourceFile } from '../format.ts';
import { documentNames } from '../json/json-documents.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { datasetName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { BIOC } from './carried.ts';
import type { BiocCollection } from './collection.ts';
import { otherInfons } from './document-infons.ts';
import { attributesOfInfons } from './infons.ts';
import type { BiocUnit } from './place-text.ts';
import { readDocument } from './read-document.ts';

/** The unit that the options name. */
export function unitOf(options: FormatOptions): BiocUnit | 'auto' {
  const units = ['code-points', 'utf-16'] as const;
  return units.find((unit) => unit === options['offsets']) ?? 'auto';
}

/** Makes a dataset of collections, each with the file that it stands in. */
export function readCollections(
  collections: readonly { readonly file: SourceFile; readonly collection: BiocCollection }[],
  options: FormatOptions,
): Dataset {
  const problems = new ProblemList();
  const nameOf = documentNames();
  const documents: DatasetDocument[] = [];
  for (const { file, collection } of collections) {
    const { documents: list, ...head } = collection;
    for (const [i, document] of list.entries()) {
      const read = readDocument(document, unitOf(options));
      for (const { code, message, at, id } of read.problems) {
        const place = typeof at === 'number' ? { line: at } : { path: at };
        const known = id === undefined || id === '' ? {} : { id };
        problems.add(code, message, { file: file.path, ...place, ...known });
      }
      const { sentences } = read;
      documents.push({
        ...nameOf(file, i, list.length, document.id),
        text: read.text,
        sets: [{ annotator: IMPORTED, records: read.records }],
        ...(sentences.length > 0 ? { sentences } : {}),
        ...metadataOf(document.infons),
        files: [file.path],
        carried: { format: BIOC, data: { head, document, unit: read.reading.unit } },
      });
    }
  }
  const name = datasetName(collections.map(({ file }) => file));
  return { name, schema: schemaFromUse(documents), documents, ...problems.field() };
}

function metadataOf(infons: BiocCollection['infons']): Pick<DatasetDocument, 'metadata'> {
  const entries = Object.entries(attributesOfInfons(otherInfons(infons))).map(
    ([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)] as const,
  );
  return entries.length > 0 ? { metadata: Object.fromEntries(entries) } : {};
}
