import { err, ok, type Result } from '../../result.ts';
import type { Dataset, DatasetDocument } from '../dataset.ts';
import type { FormatError, FormatOptions, SourceFile } from '../format.ts';
import { documentNames } from '../json/json-documents.ts';
import { readJsonValues } from '../json/json-values.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { datasetName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { parseBdoc } from './parse-bdoc.ts';
import { annotators, documentOfGate } from './read-document.ts';
import type { Linguistic } from './read-set.ts';

/** Id of the format. */
export const BDOC = 'bdoc';

/** How tokens and sentences are read, by the options. */
export function linguisticOf(options: FormatOptions): Linguistic {
  return options['linguistic'] === 'spans' ? 'spans' : 'tokens';
}

/** Reads BDOC documents: one in each file, or one in each line. */
export function readBdoc(
  files: readonly SourceFile[],
  options: FormatOptions,
): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const annotatorOf = annotators();
  const nameOf = documentNames();
  const documents: DatasetDocument[] = [];
  const linguistic = linguisticOf(options);
  for (const file of files) {
    const values = readJsonValues(file);
    if (!values.ok) return values;
    for (const [i, { value, raw, place }] of values.value.entries()) {
      const parsed = parseBdoc(value);
      if (!parsed) {
        const message =
          'This is no BDOC document: that is an object with ‘text’ and ‘annotation_sets’.';
        return err({ code: 'invalid-file', message, place });
      }
      for (const { code, message, path, id } of parsed.problems) {
        const inside = place.path === undefined ? path : `${place.path}.${path}`;
        problems.add(code, message, {
          ...place,
          path: inside,
          ...(id === undefined ? {} : { id }),
        });
      }
      const { gate } = parsed;
      const data = { raw: raw === '' ? JSON.stringify(value) : raw, reading: linguistic };
      documents.push({
        ...nameOf(file, i, values.value.length, gate.name),
        ...documentOfGate(gate, linguistic, annotatorOf, problems, place),
        files: [file.path],
        carried: { format: BDOC, data },
      });
    }
  }
  if (documents.length === 0) {
    const message = 'There is no document in this file.';
    return err({ code: 'invalid-file', message, place: { file: files[0]?.path ?? '' } });
  }
  const schema = schemaFromUse(documents);
  return ok({ name: datasetName(files), schema, documents, ...problems.field() });
}
