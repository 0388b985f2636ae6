import type { Schema } from '../../model/schema.ts';
import type { Problem } from '../../problem.ts';
import { err, ok, type Result } from '../../result.ts';
import { bratSchema } from '../../schema-formats/brat/format.ts';
import { completeSchema } from '../complete-schema.ts';
import { type Dataset, type DatasetDocument, IMPORTED } from '../dataset.ts';
import type { FormatError, SourceFile } from '../format.ts';
import { newDocumentIds } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { BRAT, type CarriedFiles } from './carried.ts';
import { groupFiles, type TextFile } from './group-files.ts';
import { readShownNames, type ShownNames } from './names.ts';
import { readAnnotations } from './read-annotations.ts';

/** Reads texts with their standoff files, and `annotation.conf` and `visual.conf` where they are given. */
export function readBrat(files: readonly SourceFile[]): Result<Dataset, FormatError> {
  const texts: TextFile[] = [];
  for (const file of files) {
    if (!('text' in file)) {
      const place = { file: file.path };
      return err({ code: 'invalid-file', message: 'This file is not text.', place });
    }
    texts.push(file);
  }
  const problems = new ProblemList();
  const groups = groupFiles(texts);
  for (const { code, message, path } of groups.problems)
    problems.add(code, message, { file: path });
  if (groups.documents.length === 0) {
    const message =
      'There is no text (.txt) that goes with these files. Choose the texts and their .ann files together.';
    return err({ code: 'invalid-file', message, place: { file: files[0]?.path ?? '' } });
  }
  const shown: ShownNames = new Map(groups.visual.flatMap(({ text }) => [...readShownNames(text)]));
  const newId = newDocumentIds();
  const documents: DatasetDocument[] = [];
  for (const { name, text, annotations } of groups.documents) {
    const files = [text.path, ...annotations.map(({ path }) => path)];
    const base = { id: newId(name), name, text: text.text, files };
    if (annotations.length === 0) {
      documents.push({ ...base, sets: [] });
      continue;
    }
    const read = readAnnotations(text.text, annotations, shown);
    const [first] = read.problems.filter(({ code }) => /^(?:other-words|bad-range)$/u.test(code));
    if (read.fitting === 0 && read.unfitting > 1 && first) {
      const { message, file, line, id } = first;
      const whole = `No span fits the text, so these annotations belong to another one. ${message}`;
      return err({ code: 'invalid-file', message: whole, place: { file, line, id } });
    }
    for (const { code, message, file, line, id } of read.problems) {
      problems.add(code, message, { file, line, id });
    }
    const data: CarriedFiles = {
      files: annotations.map((file) => ({ extension: file.extension, text: file.text })),
      shown: [...shown],
    };
    const sets = [{ annotator: IMPORTED, records: read.records }];
    documents.push({ ...base, sets, carried: { format: BRAT, data } });
  }
  const { schema, problems: faults } = readConfigs(groups.configs, shown);
  const all = [...(problems.field().problems ?? []), ...faults];
  return ok({
    name: datasetName(texts),
    schema: completeSchema(schema, documents),
    documents,
    ...(all.length > 0 ? { problems: all } : {}),
  });
}

const NOTHING: Schema = { entityTypes: [], relationTypes: [], documentLabels: [] };

/** The schemas of all configurations together; of types defined twice, the first one counts. */
function readConfigs(
  configs: readonly TextFile[],
  shown: ShownNames,
): { readonly schema: Schema; readonly problems: readonly Problem[] } {
  let schema = NOTHING;
  const problems: Problem[] = [];
  for (const config of configs) {
    const read = bratSchema.read(config);
    if (!read.ok) {
      problems.push(read.error);
      continue;
    }
    problems.push(...read.value.problems);
    const named = withShownNames(read.value.schema, shown);
    schema = {
      entityTypes: [...schema.entityTypes, ...newOnes(schema.entityTypes, named.entityTypes)],
      relationTypes: [
        ...schema.relationTypes,
        ...newOnes(schema.relationTypes, named.relationTypes),
      ],
      documentLabels: [],
    };
  }
  return { schema, problems };
}

function newOnes<T extends { readonly name: string }>(known: readonly T[], more: readonly T[]) {
  const names = new Set(known.map(({ name }) => name));
  return more.filter(({ name }) => !names.has(name));
}

function withShownNames(schema: Schema, shown: ShownNames): Schema {
  const nameOf = (stored: string) => shown.get(stored) ?? stored;
  const attributes = (list: Schema['documentLabels']) =>
    list.map((one) => ({ ...one, name: nameOf(one.name) }));
  return {
    entityTypes: schema.entityTypes.map((type) => ({
      ...type,
      name: nameOf(type.name),
      parent: type.parent === null ? null : nameOf(type.parent),
      attributes: attributes(type.attributes),
    })),
    relationTypes: schema.relationTypes.map((type) => ({
      ...type,
      name: nameOf(type.name),
      from: type.from.map(nameOf),
      to: type.to.map(nameOf),
      attributes: attributes(type.attributes),
    })),
    documentLabels: [],
  };
}

function datasetName(files: readonly TextFile[]): string {
  const [folder, file] = (files[0]?.path ?? '').split(/[\\/]/u).slice(-2);
  return (file === undefined ? folder?.replace(/\.[^.]+$/u, '') : folder) || 'brat';
}
