import { err, ok, type Result } from '../../result.ts';
import { type Dataset, type DatasetDocument, IMPORTED } from '../dataset.ts';
import type { FormatError, SourceFile } from '../format.ts';
import { documentNames, metadataOf } from '../json/json-documents.ts';
import { isObject, readJsonValues } from '../json/json-values.ts';
import type { OffsetUnit } from '../json/offset-units.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { datasetName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { readLine } from './read-line.ts';

/** Id of the format. */
export const DOCCANO = 'doccano';

/** Astral characters: where one stands, the units of offsets differ. */
const PAIR = /[\ud800-\udbff][\udc00-\udfff]/;

/** Reads files of doccano: spans, relations, categories and comments. */
export function readDoccano(
  files: readonly SourceFile[],
  unit: OffsetUnit,
): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const nameOf = documentNames();
  const documents: DatasetDocument[] = [];
  for (const file of files) {
    const values = readJsonValues(file);
    if (!values.ok) return values;
    const { value: records } = values;
    let read = 0;
    for (const [i, { value, raw, place }] of records.entries()) {
      const line = isObject(value) ? readLine(value, unit) : undefined;
      if (!isObject(value) || !line) {
        problems.add('no-text', 'This record has no text; it was left out.', place);
        continue;
      }
      read++;
      for (const { code, message, path } of line.problems) {
        const inside = place.path === undefined ? path : `${place.path}.${path}`;
        problems.add(code, message, { ...place, path: inside });
      }
      if (line.records.some(({ kind }) => kind === 'span') && PAIR.test(line.text)) {
        const message = `The text has characters beyond the first 65,536, and the file does not say what its offsets count; they were read as ${UNITS[unit]}.`;
        problems.add('offset-unit', message, place);
      }
      const data = { raw: raw === '' ? JSON.stringify(value) : raw, reading: unit };
      documents.push({
        ...nameOf(file, i, records.length, value['name'] ?? value['filename']),
        text: line.text,
        sets: line.isAnnotated ? [{ annotator: IMPORTED, records: line.records }] : [],
        ...metadataOf(value, (key) => line.used.has(key) || key === 'name'),
        carried: { format: DOCCANO, data },
      });
    }
    if (read === 0 && records.length > 0) {
      const message = 'No record of this file has a text under ‘text’ or ‘data’.';
      return err({ code: 'invalid-file', message, place: records[0]?.place ?? {} });
    }
  }
  const schema = schemaFromUse(documents);
  return ok({ name: datasetName(files), schema, documents, ...problems.field() });
}

const UNITS: Readonly<Record<OffsetUnit, string>> = {
  'utf-16': 'UTF-16 code units',
  'code-points': 'Unicode code points',
  characters: 'characters as people see them',
};
