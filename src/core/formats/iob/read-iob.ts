import { err, ok, type Result } from '../../result.ts';
import type { Dataset, DatasetDocument } from '../dataset.ts';
import type { FormatError, SourceFile } from '../format.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { SchemeDetector } from '../tokens/detect-scheme.ts';
import { linesIn, withoutMark } from '../tokens/lines-in.ts';
import { baseName, datasetName, newDocumentIds } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { readRow } from './carried-rows.ts';
import { type Columns, survey } from './detect-columns.ts';
import { DraftDocument, type Oddity } from './draft-document.ts';
import { cellsOf } from './row.ts';

/** Which format reads, and which columns were chosen for it. */
export interface IobReading {
  /** Id of the format, under which rows are carried. */
  readonly format: string;
  /** `undefined`: found out from the file. */
  readonly tokenColumn?: number;
  readonly tags?: 'last' | readonly number[];
}

/**
 * Reads rows of columns with tags of any scheme, as conlleval understands them. The text is rebuilt with
 * one blank between tokens and one line for each sentence; the rows themselves are carried.
 */
export function readIob(
  files: readonly SourceFile[],
  reading: IobReading,
): Result<Dataset, FormatError> {
  const problems = new ProblemList();
  const newId = newDocumentIds();
  const documents: DatasetDocument[] = [];
  for (const file of files) {
    if (!('text' in file)) {
      const place = { file: file.path };
      return err({ code: 'invalid-file', message: 'This file is not text.', place });
    }
    const drafts = readFile(file.path, withoutMark(file.text), reading, problems);
    if (!drafts.ok) return drafts;
    const { value: found } = drafts;
    for (const [index, draft] of found.entries()) {
      const name = found.length > 1 ? `${baseName(file)} ${index + 1}` : baseName(file);
      documents.push({ id: newId(name), name, ...draft });
    }
  }
  const schema = schemaFromUse(documents);
  return ok({ name: datasetName(files), schema, documents, ...problems.field() });
}

function readFile(
  path: string,
  source: string,
  reading: IobReading,
  problems: ProblemList,
): Result<readonly Omit<DatasetDocument, 'id' | 'name'>[], FormatError> {
  const columns = columnsOf(path, source, reading);
  if (!columns.ok) return columns;
  const schemes = new SchemeDetector();
  const drafts: DraftDocument[] = [];
  let draft = new DraftDocument(columns.value, schemes);
  let from = 0;
  for (const { text, number, start } of linesIn(source)) {
    const row = readRow(text, columns.value);
    if (row.kind === 'token') draft.token(row.form, row.tags, number);
    else if (row.kind === 'blank') draft.endSentence();
    else if (row.kind === 'start') {
      if (!draft.isUntouched) {
        draft.end(source.slice(from, start));
        drafts.push(draft);
        draft = new DraftDocument(columns.value, schemes);
        from = start;
      }
      draft.touch();
    }
  }
  draft.end(source.slice(from));
  drafts.push(draft);
  const scheme = schemes.scheme() ?? 'iob2';
  for (const { oddities } of drafts) {
    for (const oddity of oddities) report(problems, oddity, scheme, path);
  }
  return ok(drafts.map((one) => one.document(reading.format, scheme)));
}

function report(problems: ProblemList, oddity: Oddity, scheme: string, file: string): void {
  const { what, line, tag } = oddity;
  if (what === 'empty token') {
    const message = 'The column of the token is empty here; the row was left out of the text.';
    problems.add('empty-token', message, { file, line });
  } else if (what === 'no tag') {
    problems.add('no-tag', 'This row has no tag; it was taken for O.', { file, line });
  } else if (what === 'unknown tag') {
    const message = `‘${tag}’ is not a tag such as O or B-PER; it was taken for O.`;
    problems.add('unknown-tag', message, { file, line });
  } else if (scheme !== 'iob1') {
    const message = `‘${tag}’ stands where no span has begun; it was taken for its beginning.`;
    problems.add('lenient-tag', message, { file, line });
  }
}

function columnsOf(
  path: string,
  source: string,
  reading: IobReading,
): Result<Columns, FormatError> {
  const { separator, hasIndex, rows, tagColumns } = survey(source);
  const token = reading.tokenColumn ?? (hasIndex ? 1 : 0);
  const tags = reading.tags ?? tagColumns;
  if (rows === 0) return ok({ separator, hasIndex: false, token, tags: 'last' });
  const columns: Columns = { separator, hasIndex, token, tags };
  if (tags.length > 0 && hasTags(source, columns)) return ok(columns);
  const line = firstRow(source, separator);
  const message =
    'There is no column with tags such as O, B-PER or I-PER. Choose the column, or another format.';
  return err({ code: 'invalid-file', message, place: { file: path, line } });
}

/** Whether at least one row has a tag where tags are looked for. */
function hasTags(source: string, columns: Columns): boolean {
  for (const { text } of linesIn(source)) {
    const row = readRow(text, columns);
    if (row.kind === 'token' && row.tags.some((tag) => /^(?:O|[BIESLUMW](?:-.*)?)$/u.test(tag))) {
      return true;
    }
  }
  return false;
}

function firstRow(source: string, separator: 'tab' | 'blank'): number {
  for (const { text, number } of linesIn(source)) {
    if (cellsOf(text, separator).some((cell) => cell !== '')) return number;
  }
  return 1;
}
