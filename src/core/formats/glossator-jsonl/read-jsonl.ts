import { z } from 'zod';
import type { Schema } from '../../model/schema.ts';
import { err, ok, type Result } from '../../result.ts';
import type { Dataset, DatasetDocument, DatasetSet } from '../dataset.ts';
import { withoutTextExtension } from '../file-name.ts';
import type { FormatError, SourceFile } from '../format.ts';
import { annotatorType, documentFields, setFields } from '../json-types.ts';
import { parseJson } from '../parse-json.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { setFromJson } from '../set-from-json.ts';

const lineType = z.strictObject({
  document: z.strictObject(documentFields),
  annotator: annotatorType.nullable(),
  text: z.string(),
  ...setFields,
});

/** A document to which sets are still being added. */
interface OpenDocument extends DatasetDocument {
  readonly sets: DatasetSet[];
}

/** Reads what `writeJsonl` wrote. The schema is made of the names that the annotations use. */
export function readJsonl(files: readonly SourceFile[]): Result<Dataset, FormatError> {
  const documents = new Map<string, OpenDocument>();
  for (const file of files) {
    if (!('text' in file)) {
      const place = { file: file.path };
      return err({ code: 'invalid-file', message: 'This file is not text.', place });
    }
    for (const [index, line] of file.text.split('\n').entries()) {
      if (line.trim() === '') continue;
      const problem = readLine(line, { file: file.path, line: index + 1 }, documents);
      if (problem) return err(problem);
    }
  }
  const name =
    files[0]?.path
      .split(/[\\/]/u)
      .at(-1)
      ?.replace(/\.jsonl$/iu, '') ?? 'dataset';
  const all = [...documents.values()];
  const schema: Schema = schemaFromUse(all);
  return ok({ name: withoutTextExtension(name), schema, documents: all });
}

function readLine(
  text: string,
  place: { readonly file: string; readonly line: number },
  documents: Map<string, OpenDocument>,
): FormatError | null {
  const parsed = parseJson(lineType, text, place.file, place.line);
  if (!parsed.ok) return parsed.error;
  const { document, annotator, text: words, ...set } = parsed.value;
  const known: OpenDocument = documents.get(document.id) ?? { ...document, text: words, sets: [] };
  documents.set(document.id, known);
  if (known.text !== words) {
    const message = `The document ‘${document.id}’ has another text here than in an earlier line.`;
    return { code: 'invalid-file', message, place: { ...place, id: document.id } };
  }
  if (annotator === null) return null;
  if (known.sets.some((other) => other.annotator.id === annotator.id)) {
    const message = `${annotator.name} has two sets on the document ‘${document.id}’.`;
    return { code: 'invalid-file', message, place: { ...place, id: document.id } };
  }
  const read = setFromJson(words)(set, annotator);
  if (!read.ok) {
    const message = `Record ‘${read.error.id}’: ${read.error.message}`;
    return { code: 'invalid-file', message, place: { ...place, id: read.error.id } };
  }
  known.sets.push(read.value);
  return null;
}
