import { z } from 'zod';
import { schemaType } from '../../model/decode-schema.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Dataset, DatasetDocument, DatasetSet } from '../dataset.ts';
import type { FormatError, SourceFile } from '../format.ts';
import { annotatorType, documentFields, setFields } from '../json-types.ts';
import { parseJson } from '../parse-json.ts';
import { setFromJson } from '../set-from-json.ts';
import { DATASET_FORMAT, DATASET_VERSION } from './version.ts';

const documentType = z.strictObject({
  ...documentFields,
  text: z.string(),
  sets: z.array(z.strictObject({ annotator: annotatorType, ...setFields })),
});

const datasetType = z.strictObject({
  format: z.literal(DATASET_FORMAT),
  formatVersion: z.int().min(1),
  offsets: z.literal('code-points'),
  name: z.string().min(1).max(1000),
  schema: schemaType,
  documents: z.array(documentType),
});

/** Reads datasets written by `writeJson`: one file, or several that hold documents of one dataset. */
export function readJson(files: readonly SourceFile[]): Result<Dataset, FormatError> {
  let dataset: Dataset | undefined;
  for (const file of files) {
    const read = readFile(file);
    if (!read.ok) return read;
    dataset = dataset
      ? { ...dataset, documents: [...dataset.documents, ...read.value.documents] }
      : read.value;
  }
  return dataset ? ok(dataset) : err({ code: 'invalid-file', message: 'No file was given.' });
}

function readFile(file: SourceFile): Result<Dataset, FormatError> {
  const place = { file: file.path };
  if (!('text' in file)) {
    return err({ code: 'invalid-file', message: 'This file is not text.', place });
  }
  const version = Number(/"formatVersion"\s*:\s*(\d+)/u.exec(file.text.slice(0, 1000))?.[1] ?? 1);
  if (version > DATASET_VERSION) {
    const message = `This dataset was written by a newer Glossator (version ${version} of the format).`;
    return err({ code: 'newer-format', message, place });
  }
  const parsed = parseJson(datasetType, file.text, file.path);
  if (!parsed.ok) return parsed;
  const { name, schema } = parsed.value;
  const documents: DatasetDocument[] = [];
  for (const { id, name, text, sets } of parsed.value.documents) {
    const read: DatasetSet[] = [];
    const fromJson = setFromJson(text);
    for (const { annotator, ...set } of sets) {
      const one = fromJson(set, annotator);
      if (!one.ok) {
        const message = `In ‘${name}’, record ‘${one.error.id}’ of ${annotator.name}: ${one.error.message}`;
        return err({ code: 'invalid-file', message, place: { ...place, id: one.error.id } });
      }
      read.push(one.value);
    }
    documents.push({ id, name, text, sets: read });
  }
  return ok({ name, schema, documents });
}
