import { err, ok, type Result } from '../../result.ts';
import { type Dataset, type DatasetDocument, IMPORTED } from '../dataset.ts';
import type { FormatError, SourceFile } from '../format.ts';
import { documentNames, metadataOf } from '../json/json-documents.ts';
import { isObject, readJsonValues } from '../json/json-values.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { datasetName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { readExample } from './read-example.ts';

/** Id of the format. */
export const PRODIGY = 'prodigy';

/** Reads examples of Prodigy: tokens, spans, relations and categories of those that were accepted. */
export function readProdigy(files: readonly SourceFile[]): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const nameOf = documentNames();
  const documents: DatasetDocument[] = [];
  for (const file of files) {
    const values = readJsonValues(file);
    if (!values.ok) return values;
    const { value: examples } = values;
    let read = 0;
    for (const [i, { value, raw, place }] of examples.entries()) {
      const example = isObject(value) ? readExample(value) : undefined;
      if (!isObject(value) || !example) {
        problems.add('no-text', 'This example has no text; it was left out.', place);
        continue;
      }
      read++;
      for (const { code, message, path } of example.problems) {
        const inside = place.path === undefined ? path : `${place.path}.${path}`;
        problems.add(code, message, { ...place, path: inside });
      }
      const meta = isObject(value['meta']) ? value['meta'] : {};
      const { records, tokens, isAnnotated, text } = example;
      documents.push({
        ...nameOf(file, i, examples.length, meta['name']),
        text,
        sets: isAnnotated ? [{ annotator: IMPORTED, records }] : [],
        ...(tokens ? { tokens } : {}),
        ...metadataOf(meta, (key) => key === 'name'),
        carried: {
          format: PRODIGY,
          data: { raw: raw === '' ? JSON.stringify(value) : raw, reading: '' },
        },
      });
    }
    if (read === 0 && examples.length > 0) {
      const message = 'No example of this file has a ‘text’.';
      return err({ code: 'invalid-file', message, place: examples[0]?.place ?? {} });
    }
  }
  const schema = schemaFromUse(documents);
  return ok({ name: datasetName(files), schema, documents, ...problems.field() });
}
