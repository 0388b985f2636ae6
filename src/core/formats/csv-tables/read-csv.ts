import type { Schema } from '../../model/schema.ts';
import { err, ok, type Result } from '../../result.ts';
import { glossatorSchema } from '../../schema-formats/glossator/format.ts';
import { completeSchema } from '../complete-schema.ts';
import type { Dataset } from '../dataset.ts';
import type { FormatError, FormatOptions, SourceFile } from '../format.ts';
import { datasetName } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { finish } from './drafts.ts';
import { columnsOf, parseTable } from './parse-table.ts';
import { type TableReading, tableReading } from './read-options.ts';
import { readRows } from './read-rows.ts';
import { kindOf, rolesOf } from './roles.ts';
import { type KnownTable, knownTable } from './row-reader.ts';
import { TextStore } from './text-store.ts';

const NO_SCHEMA: Schema = { entityTypes: [], relationTypes: [], documentLabels: [] };

/** How likely the text is a table of spans, relations, labels or documents. */
export function recognizesTable({ path, text }: { path: string; text: string }): number {
  if (/^\s*[[{<]/u.test(text.slice(0, 1000))) return 0;
  const columns = columnsOf(text);
  if (columns.length < 2 || columns.some((name) => name.length > 100)) return 0;
  const roles = rolesOf(columns);
  const kind = kindOf(roles);
  if (!kind) return 0;
  if (columns.includes('document') && columns.includes('annotator')) return 0.97;
  const isTable = /\.(?:csv|tsv|tab)$/iu.test(path);
  if (kind === 'documents') return isTable ? 0.4 : 0;
  if (kind === 'lists' || roles.type !== undefined) return 0.85;
  return isTable ? 0.6 : 0;
}

interface Sorted {
  readonly tables: readonly KnownTable[];
  readonly texts: readonly { readonly path: string; readonly text: string }[];
  readonly schema: Schema;
}

/**
 * Reads tables together: spans with a row each, relations between them, labels and documents, and the texts
 * beside them. The tables of `writeCsv` come back as they were; of others, the columns are known by their
 * names or by the options.
 */
export function readCsv(
  files: readonly SourceFile[],
  options: FormatOptions,
): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const reading = tableReading(options);
  const sorted = sortFiles(files, reading, problems);
  if (!sorted.ok) return sorted;
  const { tables, texts, schema } = sorted.value;
  const store = new TextStore(texts);
  readRows(tables, store, reading, schema, problems);
  for (const { key, place } of store.missing()) {
    const message = `The text of ‘${key.slice(0, 100)}’ is not among the files; it was left out.`;
    problems.add('no-text', message, place);
  }
  const isLost = finish(store.drafts()).length === 0;
  if (isLost && store.size > 0) {
    const message =
      'The texts that the offsets count in are not there. Choose them together with the table: files named as in the column of documents, or a column ‘text’.';
    return err({ code: 'invalid-file', message, place: { file: tables[0]?.path ?? '' } });
  }
  if (store.spans === 0 && store.failed > 1) {
    const message =
      'No span of these tables fits its text. Choose what the offsets count, or which columns they stand in.';
    const [first] = problems.field().problems ?? [];
    const why = first ? `${first.message} ${message}` : message;
    return err({ code: 'invalid-file', message: why, place: first?.place ?? {} });
  }
  store.addRest();
  const documents = finish(store.drafts());
  const name = datasetName(files.filter(({ path }) => /\.(?:csv|tsv|tab)$/iu.test(path)));
  return ok({
    name,
    schema: completeSchema(schema, documents),
    documents,
    ...problems.field(),
  });
}

function sortFiles(
  files: readonly SourceFile[],
  reading: TableReading,
  problems: ProblemList,
): Result<Sorted, FormatError> {
  const tables: KnownTable[] = [];
  const texts: { path: string; text: string }[] = [];
  let schema = NO_SCHEMA;
  for (const file of files) {
    if (!('text' in file)) {
      const place = { file: file.path };
      return err({ code: 'invalid-file', message: 'This file is not text.', place });
    }
    if (/\.json$/iu.test(file.path)) {
      const read = glossatorSchema.read(file);
      if (!read.ok) return read;
      ({ schema } = read.value);
    } else if (/\.(?:csv|tsv|tab)$/iu.test(file.path) || recognizesTable(file) >= 0.8) {
      const table = parseTable(file.path, file.text);
      if (!table.ok) return table;
      const known = knownTable(table.value, reading);
      if (known) tables.push(known);
      else {
        const names = table.value.columns.slice(0, 12).join(', ').slice(0, 200);
        const message = `The columns of this table (${names}) do not tell where spans start and end, or what a relation joins; it was left out. Choose the columns.`;
        problems.add('left-out', message, { file: file.path, line: 1 });
      }
    } else texts.push(file);
  }
  if (tables.length > 0) return ok({ tables, texts, schema });
  const [first] = problems.field().problems ?? [];
  const message = first?.message ?? 'There is no table among these files.';
  return err({
    code: 'invalid-file',
    message,
    place: first?.place ?? { file: files[0]?.path ?? '' },
  });
}
