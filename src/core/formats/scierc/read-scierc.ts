import { err, ok, type Result } from '../../result.ts';
import { type Dataset, type DatasetDocument, IMPORTED } from '../dataset.ts';
import type { FormatError, FormatOptions, SourceFile } from '../format.ts';
import { documentNames, metadataOf } from '../json/json-documents.ts';
import { isObject, readJsonValues } from '../json/json-values.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { chainLinks } from '../tokens/chains.ts';
import { datasetName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { ANNOTATIONS, readDoc } from './read-doc.ts';

/** Id of the format. */
export const SCIERC = 'scierc';

/** Reads documents of SciERC and DyGIE: names, relations, chains and events among tokens. */
export function readScierc(
  files: readonly SourceFile[],
  options: FormatOptions,
): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const nameOf = documentNames();
  const documents: DatasetDocument[] = [];
  const links = chainLinks(options);
  for (const file of files) {
    const values = readJsonValues(file);
    if (!values.ok) return values;
    let read = 0;
    for (const [i, { value, raw, place }] of values.value.entries()) {
      const doc = readDoc(value, links);
      if (!doc || !isObject(value)) {
        const message = 'This record has no ‘sentences’ of tokens; it was left out.';
        problems.add('no-text', message, place);
        continue;
      }
      read++;
      for (const { code, message, path } of doc.problems) {
        const inside = place.path === undefined ? path : `${place.path}.${path}`;
        problems.add(code, message, { ...place, path: inside });
      }
      const { text, tokens, sentences } = doc.draft;
      documents.push({
        ...nameOf(file, i, values.value.length, value['doc_key']),
        text,
        sets: doc.isAnnotated ? [{ annotator: IMPORTED, records: doc.records }] : [],
        tokens,
        sentences,
        ...metadataOf(value, (key) => NOT_METADATA.has(key) || key.startsWith('predicted_')),
        carried: {
          format: SCIERC,
          data: { raw: raw === '' ? JSON.stringify(value) : raw, reading: links },
        },
      });
    }
    if (read === 0 && values.value.length > 0) {
      const message = 'No record of this file has ‘sentences’ of tokens.';
      return err({ code: 'invalid-file', message, place: values.value[0]?.place ?? {} });
    }
  }
  const schema = schemaFromUse(documents);
  return ok({ name: datasetName(files), schema, documents, ...problems.field() });
}

const NOT_METADATA = new Set([...ANNOTATIONS, 'sentences', 'doc_key', 'sentence_start']);
