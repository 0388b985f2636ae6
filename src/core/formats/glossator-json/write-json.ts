import type { Dataset, DatasetDocument } from '../dataset.ts';
import { safeFileName, uniqueNames, withoutTextExtension } from '../file-name.ts';
import type { FormatOptions, TargetFile } from '../format.ts';
import { setToJson } from '../set-to-json.ts';
import { DATASET_FORMAT, DATASET_VERSION } from './version.ts';

/** Writes the dataset as one file, or as one file per document, each of which is a dataset of its own. */
export function writeJson(dataset: Dataset, options: FormatOptions): readonly TargetFile[] {
  const unique = uniqueNames();
  if (options['files'] !== 'per-document') {
    const name = safeFileName(dataset.name, 'dataset');
    return [{ path: `${name}.json`, parts: () => datasetParts(dataset) }];
  }
  return dataset.documents.map((document) => {
    const name = unique(safeFileName(withoutTextExtension(document.name)));
    const parts = () => datasetParts({ ...dataset, documents: [document] });
    return { path: `${name}.json`, parts };
  });
}

/** JSON with one record per line, so that two exports can be compared line by line. */
function* datasetParts({ name, schema, documents }: Dataset): Generator<string> {
  const head = {
    format: DATASET_FORMAT,
    formatVersion: DATASET_VERSION,
    offsets: 'code-points',
    name,
  };
  yield `${JSON.stringify(head).slice(0, -1)},\n"schema":${JSON.stringify(schema)},\n"documents":[`;
  for (const [i, document] of documents.entries()) {
    yield i === 0 ? '\n' : ',\n';
    yield* documentParts(document);
  }
  yield '\n]}\n';
}

function* documentParts(document: DatasetDocument): Generator<string> {
  const { id, name, text, sets } = document;
  yield `${JSON.stringify({ id, name, text }).slice(0, -1)},"sets":[`;
  const toJson = setToJson(document);
  for (const [i, set] of sets.entries()) {
    const { spans, relations, ...rest } = toJson(set);
    const { id, name } = set.annotator;
    const head = JSON.stringify({ annotator: { id, name }, ...rest }).slice(0, -1);
    yield `${i === 0 ? '\n' : ',\n'}${head},"spans":`;
    yield* listParts(spans);
    yield ',"relations":';
    yield* listParts(relations);
    yield '}';
  }
  yield sets.length === 0 ? ']}' : '\n]}';
}

/** Records written at a time, so that other work can come between. */
const BATCH = 2_000;

function* listParts(values: readonly unknown[]): Generator<string> {
  if (values.length === 0) {
    yield '[]';
    return;
  }
  for (let i = 0; i < values.length; i += BATCH) {
    const batch = values.slice(i, i + BATCH).map((value) => JSON.stringify(value));
    yield `${i === 0 ? '[\n' : ',\n'}${batch.join(',\n')}`;
  }
  yield '\n]';
}
