import { err, ok, type Result } from '../../result.ts';
import type { BiocCollection } from '../bioc/collection.ts';
import { isBiocDocument, parseBiocJson } from '../bioc/parse-json.ts';
import { readCollections } from '../bioc/read-collections.ts';
import { BIOC_OPTIONS, BIOC_READ_OPTIONS, biocLosses } from '../bioc/write-collections.ts';
import type { Dataset } from '../dataset.ts';
import type { Format, FormatError, FormatOptions, SourceFile } from '../format.ts';
import { firstValue } from '../json/first-value.ts';
import { isObject, readJsonValues } from '../json/json-values.ts';
import { writeBiocJson } from './write-bioc-json.ts';

function recognizes(head: SourceFile): number {
  const value = firstValue(head);
  if (!isObject(value)) return 0;
  if (isBiocDocument(value)) return 0.9;
  const given = value['documents'] ?? value['PubTator3'];
  if (!Array.isArray(given)) return 0;
  const list: readonly unknown[] = given;
  if (isBiocDocument(list[0])) return 0.97;
  return list.length === 0 && 'source' in value && 'key' in value ? 0.8 : 0;
}

function read(files: readonly SourceFile[], options: FormatOptions): Result<Dataset, FormatError> {
  const collections: { readonly file: SourceFile; readonly collection: BiocCollection }[] = [];
  for (const file of files) {
    const values = readJsonValues(file);
    if (!values.ok) return values;
    for (const { value, place } of values.value) {
      const collection = parseBiocJson(value, place.path);
      if (!collection) {
        const message =
          'This is no collection of BioC: that is an object with a list of ‘documents’ that have ‘passages’.';
        return err({ code: 'invalid-file', message, place });
      }
      collections.push({ file, collection });
    }
    if (values.value.length === 0) {
      const message = 'There is nothing in this file.';
      return err({ code: 'invalid-file', message, place: { file: file.path } });
    }
  }
  return ok(readCollections(collections, options));
}

/** BioC as JSON. */
export const biocJson: Format = {
  id: 'bioc-json',
  name: 'BioC JSON',
  description:
    'Documents with passages, sentences, annotations and relations between them: for biomedical corpora and tools such as bioc in Python. Offsets count Unicode code points, unless chosen otherwise.',
  extensions: ['json', 'bioc'],
  unit: 'chosen',
  versions: 'BioC 1.0 as JSON (bioc 2, PubTator 3)',
  loses: ['schema', 'annotators'],
  losses: biocLosses,
  options: BIOC_OPTIONS,
  readOptions: BIOC_READ_OPTIONS,
  recognizes,
  read,
  write: (dataset, options) => ok(writeBiocJson(dataset, options)),
};
