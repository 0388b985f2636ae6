import { err, ok, type Result } from '../../result.ts';
import { type Dataset, type DatasetDocument, IMPORTED } from '../dataset.ts';
import type { FormatError, FormatOptions, SourceFile } from '../format.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { withoutMark } from '../tokens/lines-in.ts';
import { datasetName, newDocumentIds } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { parseBlocks } from './parse-block.ts';
import { readBlock, type Unit } from './read-block.ts';

/** Id of the format. */
export const PUBTATOR = 'pubtator';

/** The unit that the options name. */
export function unitOf(options: FormatOptions): Unit | 'auto' {
  const units = ['code-points', 'utf-16'] as const;
  return units.find((unit) => unit === options['offsets']) ?? 'auto';
}

/** Reads files of PubTator. Each document keeps its lines, so that it can be written as it was. */
export function readPubtator(
  files: readonly SourceFile[],
  options: FormatOptions,
): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const newId = newDocumentIds();
  const documents: DatasetDocument[] = [];
  for (const file of files) {
    if (!('text' in file)) {
      const place = { file: file.path };
      return err({ code: 'invalid-file', message: 'This file is not text.', place });
    }
    const blocks = parseBlocks(withoutMark(file.text));
    const [first] = blocks;
    if (!first) {
      const message = 'This file is empty. A file of PubTator has lines such as ‘123|t|Title’.';
      return err({ code: 'invalid-file', message, place: { file: file.path } });
    }
    for (const block of blocks) {
      const [fault] = block.faults;
      if (fault) {
        const { message, line } = fault;
        return err({ code: 'invalid-file', message, place: { file: file.path, line } });
      }
      const { text, records, unit, problems: found } = readBlock(block, unitOf(options));
      for (const { code, message, line } of found) {
        problems.add(code, message, { file: file.path, line, id: block.id });
      }
      const name = block.id === '' ? `document ${documents.length + 1}` : block.id.slice(0, 1000);
      documents.push({
        id: newId(name),
        name,
        text,
        sets: [{ annotator: IMPORTED, records }],
        files: [file.path],
        carried: { format: PUBTATOR, data: { raw: block.raw, reading: unit } },
      });
    }
  }
  const schema = schemaFromUse(documents);
  return ok({ name: datasetName(files), schema, documents, ...problems.field() });
}
