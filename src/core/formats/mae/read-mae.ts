import { err, ok, type Result } from '../../result.ts';
import { annotators } from '../bdoc/read-document.ts';
import { completeSchema } from '../complete-schema.ts';
import type { Dataset, DatasetDocument } from '../dataset.ts';
import type { FormatError, SourceFile } from '../format.ts';
import { documentNames } from '../json/json-documents.ts';
import { datasetName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { xmlText } from '../xml/xml-text.ts';
import { annotatorsOfFiles } from './annotators-of-files.ts';
import { type MaeTask, parseDtd } from './parse-dtd.ts';
import { type MaeFile, parseMae } from './parse-mae.ts';
import { readTags } from './read-tags.ts';
import { schemaOfTasks } from './task-schema.ts';

/** Id of the format. */
export const MAE = 'mae';

/** A larger definition is none: those of real tasks have a few thousand characters. */
const MAX_DTD = 2_000_000;

/** A definition with its text. */
interface Definition {
  readonly task: MaeTask;
  readonly text: string;
  readonly path: string;
}

/** Whether a file is a DTD, by its contents. */
export function isDtd(text: string): boolean {
  const start = text
    .slice(0, 20_000)
    .replace(/<!--.*?-->/gsu, '')
    .trimStart();
  return /^<!(?:ENTITY|ELEMENT)\s/u.test(start);
}

/** Reads files of MAE and MedTator with the DTD that is named as their root is. */
export function readMae(files: readonly SourceFile[]): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const definitions = new Map<string, Definition>();
  const sources: { readonly path: string; readonly text: string }[] = [];
  for (const file of files) {
    const { path } = file;
    const text = xmlText(file);
    if (!text.ok) return text;
    if (isDtd(text.value)) {
      if (text.value.length > MAX_DTD) {
        const message = 'This DTD is larger than any that MAE writes; it is not read.';
        return err({ code: 'invalid-file', message, place: { file: path } });
      }
      const task = parseDtd(text.value, path);
      if (!task.ok) return task;
      const { name } = task.value;
      if (definitions.has(name)) {
        const message = `There are two DTDs of the task ‘${name}’; the first one counts.`;
        problems.add('same-task', message, { file: path });
      } else definitions.set(name, { task: task.value, text: text.value, path });
    } else if (/^\s*</u.test(text.value)) sources.push({ path, text: text.value });
    else {
      const message = 'This file is neither XML nor a DTD; it was not read.';
      problems.add('other-file', message, { file: path });
    }
  }
  const parsedFiles: { readonly path: string; readonly raw: string; readonly mae: MaeFile }[] = [];
  for (const { path, text } of sources) {
    const parsed = parseMae(text, path);
    if (!parsed.ok) return parsed;
    parsedFiles.push({ path, raw: text, mae: parsed.value });
  }
  const whose = annotatorsOfFiles(parsedFiles.map(({ path, mae }) => ({ path, text: mae.text })));
  if (whose.size > 0) {
    const names = [...new Set(whose.values())].slice(0, 20).join(', ');
    const message = `Some files have the same text: they were taken for the work of several annotators (${names}), named by their folders or files.`;
    problems.add('annotators', message, { file: sources[0]?.path ?? '' });
  }
  const annotatorOf = annotators();
  const documents: DatasetDocument[] = [];
  const nameOf = documentNames();
  const unknown = new Set<string>();
  for (const { path, raw, mae } of parsedFiles) {
    const { root, meta } = mae;
    const definition = definitions.get(root);
    if (!definition && !unknown.has(root)) {
      const message = `There is no DTD of the task ‘${root}’ among the files: types and attributes are those that are used.`;
      problems.add('no-dtd', message, { file: path });
    }
    if (!definition) unknown.add(root);
    const { records, problems: found } = readTags(mae, definition?.task);
    for (const { code, message, line, id } of found) {
      problems.add(code, message, { file: path, line, ...(id === '' ? {} : { id }) });
    }
    documents.push({
      ...nameOf({ path: path.replace(/\.xml$/iu, ''), text: '' }, 0, 1),
      text: mae.text,
      sets: [{ annotator: annotatorOf(whose.get(path) ?? ''), records }],
      ...(meta.length > 0 ? { metadata: Object.fromEntries(meta) } : {}),
      files: [path, ...(definition ? [definition.path] : [])],
      carried: { format: MAE, data: { raw, reading: definition?.text ?? '' } },
    });
  }
  if (documents.length === 0) {
    const message =
      'There is no annotated text among these files. Choose the XML files and their DTD together.';
    return err({ code: 'invalid-file', message, place: { file: files[0]?.path ?? '' } });
  }
  const tasks = [...definitions.values()].map(({ task }) => task);
  const name = tasks[0]?.name ?? datasetName(files);
  const schema = completeSchema(schemaOfTasks(tasks), documents);
  return ok({ name, schema, documents, ...problems.field() });
}
