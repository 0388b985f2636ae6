import { err, ok, type Result } from '../../result.ts';
import { type Dataset, type DatasetDocument, IMPORTED } from '../dataset.ts';
import type { FormatError, FormatOptions, SourceFile } from '../format.ts';
import { documentNames, metadataOf } from '../json/json-documents.ts';
import { isObject, readJsonValues } from '../json/json-values.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { chainLinks } from '../tokens/chains.ts';
import { datasetName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { readDocument } from './read-document.ts';

/** Id of the format. */
export const DOCRED = 'docred';

const KNOWN = new Set(['title', 'sents', 'vertexSet', 'labels']);

/** Reads files of DocRED: a list of documents. */
export function readDocred(
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
    for (const [i, { value, place }] of values.value.entries()) {
      const found = readDocument(value, links);
      if (!found || !isObject(value)) {
        const message = 'This record has no ‘sents’ of tokens; it was left out.';
        problems.add('no-text', message, place);
        continue;
      }
      read++;
      for (const { code, message, path } of found.problems) {
        const inside = place.path === undefined ? path : `${place.path}.${path}`;
        problems.add(code, message, { ...place, path: inside });
      }
      const { text, tokens, sentences } = found.draft;
      const isAnnotated = 'vertexSet' in value || 'labels' in value;
      documents.push({
        ...nameOf(file, i, values.value.length, value['title']),
        text,
        sets: isAnnotated ? [{ annotator: IMPORTED, records: found.records }] : [],
        tokens,
        sentences,
        ...metadataOf(value, (key) => KNOWN.has(key)),
        carried: { format: DOCRED, data: { raw: JSON.stringify(value), reading: links } },
      });
    }
    if (read === 0 && values.value.length > 0) {
      const message = 'No record of this file has ‘sents’ of tokens.';
      return err({ code: 'invalid-file', message, place: values.value[0]?.place ?? {} });
    }
  }
  const schema = schemaFromUse(documents);
  return ok({ name: datasetName(files), schema, documents, ...problems.field() });
}
