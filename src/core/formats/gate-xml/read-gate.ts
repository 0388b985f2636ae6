import { err, ok, type Result } from '../../result.ts';
import { linguisticOf } from '../bdoc/read-bdoc.ts';
import { annotators, documentOfGate } from '../bdoc/read-document.ts';
import type { Dataset, DatasetDocument } from '../dataset.ts';
import type { FormatError, FormatOptions, SourceFile } from '../format.ts';
import { documentNames } from '../json/json-documents.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { datasetName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { xmlText } from '../xml/xml-text.ts';
import { parseGate } from './parse-gate.ts';

/** Id of the format. */
export const GATE_XML = 'gate-xml';

/** Feature of a document that tells its name: GATE XML has no place for it. */
export const NAME_FEATURE = 'glossator.name';

/** Reads GATE documents, one in each file. */
export function readGate(
  files: readonly SourceFile[],
  options: FormatOptions,
): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const annotatorOf = annotators();
  const nameOf = documentNames();
  const linguistic = linguisticOf(options);
  const documents: DatasetDocument[] = [];
  for (const file of files) {
    const place = { file: file.path };
    const text = xmlText(file);
    if (!text.ok) return text;
    const parsed = parseGate(text.value, file.path);
    if (!parsed.ok) return parsed;
    const { gate, problems: found } = parsed.value;
    for (const { code, message, line, id } of found) {
      problems.add(code, message, { ...place, line, ...(id === undefined ? {} : { id }) });
    }
    const { [NAME_FEATURE]: given, ...features } = gate.features;
    const path = file.path.replace(/\.xml$/iu, '');
    documents.push({
      ...nameOf({ ...file, path }, 0, 1, given),
      ...documentOfGate({ ...gate, features }, linguistic, annotatorOf, problems, place),
      files: [file.path],
      carried: { format: GATE_XML, data: { raw: text.value, reading: linguistic } },
    });
  }
  if (documents.length === 0) {
    return err({ code: 'invalid-file', message: 'There is no file.', place: {} });
  }
  const schema = schemaFromUse(documents);
  return ok({ name: datasetName(files), schema, documents, ...problems.field() });
}
