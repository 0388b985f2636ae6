import type { Schema } from '../../model/schema.ts';
import type { Problem } from '../../problem.ts';
import { err, ok, type Result } from '../../result.ts';
import { labelStudioSchema } from '../../schema-formats/label-studio/format.ts';
import { completeSchema } from '../complete-schema.ts';
import type { Dataset, DatasetDocument } from '../dataset.ts';
import type { FormatError, SourceFile } from '../format.ts';
import { documentNames, metadataOf } from '../json/json-documents.ts';
import { isObject, type JsonValue, readJsonValues } from '../json/json-values.ts';
import { datasetName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { type ConfigHints, configHints, findReading } from './find-reading.ts';
import { annotationsOf, readTask } from './read-task.ts';

/** Id of the format. */
export const LABEL_STUDIO = 'label-studio';

interface Config extends ConfigHints {
  readonly folder: string;
  readonly schema: Schema | undefined;
}

/** Reads exports of Label Studio, with the labeling configurations that are among the files. */
export function readLabelStudio(files: readonly SourceFile[]): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const faults: Problem[] = [];
  const configs: Config[] = [];
  for (const file of files) {
    if (!('text' in file) || !isConfig(file)) continue;
    const read = labelStudioSchema.read(file);
    if (read.ok) faults.push(...read.value.problems);
    else faults.push(read.error);
    const schema = read.ok ? read.value.schema : undefined;
    configs.push({ folder: folderOf(file.path), schema, ...configHints(file.text, file.path) });
  }
  const documents: DatasetDocument[] = [];
  const nameOf = documentNames();
  const tasksOf = files.filter((file) => !('text' in file) || !isConfig(file));
  let first: FormatError | undefined;
  for (const file of tasksOf) {
    const values = readJsonValues(file);
    if (!values.ok) return values;
    const config = configFor(file.path, configs);
    for (const [i, value] of values.value.entries()) {
      const task = readValue(value, config, problems);
      if (!task) {
        first ??= {
          code: 'invalid-file',
          message: 'No task of this file has a text that could be annotated.',
          place: value.place,
        };
        continue;
      }
      const { name, ...document } = task;
      documents.push({ ...nameOf(file, i, values.value.length, name), ...document });
    }
  }
  if (documents.length === 0 && (first || tasksOf.length === 0)) {
    const message = 'There is no file with tasks (JSON) among these.';
    return err(first ?? { code: 'invalid-file', message, place: { file: files[0]?.path ?? '' } });
  }
  const all = [...faults, ...(problems.field().problems ?? [])];
  return ok({
    name: datasetName(tasksOf).replace(/\.json$/iu, ''),
    schema: completeSchema(configs.find((one) => one.schema)?.schema ?? NOTHING, documents),
    documents,
    ...(all.length > 0 ? { problems: all } : {}),
  });
}

const NOTHING: Schema = { entityTypes: [], relationTypes: [], documentLabels: [] };

/** Whether a file is a labeling configuration. */
export function isConfig(file: { readonly text: string }): boolean {
  return labelStudioSchema.recognizes({ path: '', text: file.text });
}

function readValue(
  { value, place, raw }: JsonValue,
  config: Config | undefined,
  problems: ProblemList,
): (Omit<DatasetDocument, 'id' | 'name'> & { readonly name: unknown }) | undefined {
  const reading = isObject(value) ? findReading(value, config) : undefined;
  const task = isObject(value) && reading ? readTask(value, reading) : undefined;
  if (!isObject(value) || !reading || !task) {
    problems.add(
      'no-text',
      'It is not clear which text this task is about; it was left out.',
      place,
    );
    return undefined;
  }
  const inside = (path: string) => (place.path === undefined ? path : `${place.path}.${path}`);
  for (const { code, message, path, id } of task.problems) {
    problems.add(code, message, { ...place, path: inside(path), ...(id === '' ? {} : { id }) });
  }
  const { predictions } = value;
  if (Array.isArray(predictions) && predictions.length > 0 && annotationsOf(value).length === 0) {
    const message = 'The predictions of this task are nobody’s annotations; they were not read.';
    problems.add('predictions', message, { ...place, path: inside('predictions') });
  }
  const data = isObject(value['data']) ? value['data'] : {};
  return {
    name: data['name'],
    text: task.text,
    sets: task.sets,
    ...metadataOf(data, (key) => key === reading.key || key === 'name'),
    carried: {
      format: LABEL_STUDIO,
      data: { raw: raw === '' ? JSON.stringify(value) : raw, reading: JSON.stringify(reading) },
    },
  };
}

function folderOf(path: string): string {
  return path.replace(/[^\\/]*$/u, '');
}

/** The configuration in the nearest folder above the file; else the only one there is. */
function configFor(path: string, configs: readonly Config[]): Config | undefined {
  const above = configs
    .filter(({ folder }) => path.startsWith(folder))
    .sort((a, b) => b.folder.length - a.folder.length);
  return above[0] ?? (configs.length === 1 ? configs[0] : undefined);
}
