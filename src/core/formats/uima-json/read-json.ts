import { err, ok, type Result } from '../../result.ts';
import type { Dataset } from '../dataset.ts';
import type { FormatError, FormatOptions, SourceFile } from '../format.ts';
import { readJsonValues } from '../json/json-values.ts';
import { chainLinks } from '../tokens/chains.ts';
import { withoutMark } from '../tokens/lines-in.ts';
import { baseName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { documentsOfCas } from '../uima-layers/documents-of-cas.ts';
import type { LayerDocument } from '../uima-layers/layer-document.ts';
import { typesFrom } from '../uima-layers/layer-options.ts';
import { ownFiles } from '../uima-layers/own-files.ts';
import { datasetOfLayers } from '../uima-layers/read-layers.ts';
import { casOfJson } from './cas-of-json.ts';
import { recognizesJson } from './recognize.ts';

export const UIMA_JSON = 'uima-json';

/** Reads files of UIMA JSON CAS; each holds its own types. */
export function readJsonCas(
  files: readonly SourceFile[],
  options: FormatOptions,
): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const documents: LayerDocument[] = [];
  for (const file of ownFiles(files, recognizesJson, problems)) {
    const values = readJsonValues(file);
    if (!values.ok) return values;
    const [only, another] = values.value;
    if (!only || another) {
      const message = 'This is no UIMA JSON CAS: it does not hold one object.';
      return err({ code: 'invalid-file', message, place: { file: file.path } });
    }
    const cas = casOfJson(only.value, file.path, problems);
    if (!cas.ok) return cas;
    const source = { json: 'text' in file ? withoutMark(file.text) : '' };
    const name = nameOf(file);
    documents.push(...documentsOfCas(cas.value, { name, path: file.path, source }, problems));
  }
  const reading = { format: UIMA_JSON, types: typesFrom(options), chains: chainLinks(options) };
  const [first] = files;
  return ok(datasetOfLayers(first ? nameOf(first) : 'cas', documents, reading, problems));
}

function nameOf(file: SourceFile): string {
  const name = baseName(file);
  const folder = file.path.split(/[\\/]/u).at(-2);
  return name === 'data' && folder ? folder : name;
}
