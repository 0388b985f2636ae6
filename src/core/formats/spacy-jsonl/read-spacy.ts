import { err, ok, type Result } from '../../result.ts';
import { type Dataset, type DatasetDocument, IMPORTED } from '../dataset.ts';
import type { FormatError, SourceFile } from '../format.ts';
import { documentNames } from '../json/json-documents.ts';
import { isObject, type JsonValue, readJsonValues } from '../json/json-values.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { datasetName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { readDoc } from './read-doc.ts';

/** Id of the format. */
export const SPACY = 'spacy-jsonl';

/** Reads documents of spaCy: tokens, sentences, entities, groups of spans, categories. */
export function readSpacy(files: readonly SourceFile[]): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const nameOf = documentNames();
  const documents: DatasetDocument[] = [];
  for (const file of files) {
    const values = readJsonValues(file);
    if (!values.ok) return values;
    const docs = withPair(values.value);
    let read = 0;
    for (const [i, { value, raw, place }] of docs.entries()) {
      const doc = readDoc(value);
      if (!doc) {
        problems.add('no-text', 'This document has no text; it was left out.', place);
        continue;
      }
      read++;
      for (const { code, message, path } of doc.problems) {
        const inside = place.path === undefined ? path : `${place.path}.${path}`;
        problems.add(code, message, { ...place, path: inside });
      }
      const { text, records, tokens, sentences } = doc;
      const own = isObject(value) && isObject(value['_']) ? value['_']['name'] : undefined;
      documents.push({
        ...nameOf(file, i, docs.length, own),
        text,
        sets: doc.isAnnotated ? [{ annotator: IMPORTED, records }] : [],
        ...(tokens ? { tokens } : {}),
        ...(sentences ? { sentences } : {}),
        carried: {
          format: SPACY,
          data: { raw: raw === '' ? JSON.stringify(value) : raw, reading: '' },
        },
      });
    }
    if (read === 0 && docs.length > 0) {
      const message = 'No document of this file has a ‘text’.';
      return err({ code: 'invalid-file', message, place: docs[0]?.place ?? {} });
    }
  }
  const schema = schemaFromUse(documents);
  return ok({ name: datasetName(files), schema, documents, ...problems.field() });
}

/** A file of a single pair looks like a list of a text and an object. */
function withPair(values: readonly JsonValue[]): readonly JsonValue[] {
  const [text, annotations, ...more] = values;
  const isPair = typeof text?.value === 'string' && isObject(annotations?.value);
  if (!text || !annotations || !isPair || more.length > 0) return values;
  return [{ ...text, value: [text.value, annotations.value], raw: '' }];
}
