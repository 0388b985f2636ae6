import { err, ok, type Result } from '../../result.ts';
import { type Dataset, type DatasetDocument, IMPORTED } from '../dataset.ts';
import type { FormatError, FormatOptions, SourceFile } from '../format.ts';
import { schemaFromUse } from '../schema-from-use.ts';
import { SchemeDetector } from '../tokens/detect-scheme.ts';
import { linesIn, withoutMark } from '../tokens/lines-in.ts';
import { baseName, datasetName, newDocumentIds } from '../tokens/names-of-documents.ts';
import { ProblemList } from '../tokens/problem-list.ts';
import { HF, TokenDraft } from './draft.ts';
import { looksLikeFeatures, readFeatures, type TagNames } from './features.ts';
import { documentOf, type HfRow, readRow } from './row.ts';
import { readSpans } from './text-spans.ts';

type TextFile = Extract<SourceFile, { text: string }>;

/** Reads rows with tokens and tags, or with texts and spans; a features file says what numbers mean. */
export function readHf(
  files: readonly SourceFile[],
  options: FormatOptions,
): Result<Dataset, FormatError> {
  const names = new Map<string, readonly string[]>();
  const rows: TextFile[] = [];
  for (const file of files) {
    if (!('text' in file)) {
      const place = { file: file.path };
      return err({ code: 'invalid-file', message: 'This file is not text.', place });
    }
    const text = withoutMark(file.text);
    if (!looksLikeFeatures(text)) rows.push({ path: file.path, text });
    else {
      const found = readFeatures(text, file.path);
      if (!found.ok) return found;
      for (const [column, list] of found.value) names.set(column, list);
    }
  }
  const reader = new Reader(names, options);
  for (const file of rows) {
    const fault = reader.file(file);
    if (fault) return err(fault);
  }
  const documents = reader.documents;
  const schema = schemaFromUse(documents);
  return ok({ name: datasetName(rows), schema, documents, ...reader.problems.field() });
}

class Reader {
  readonly documents: DatasetDocument[] = [];
  readonly problems = new ProblemList();
  readonly #names: TagNames;
  readonly #options: FormatOptions;
  readonly #newId = newDocumentIds();

  constructor(names: TagNames, options: FormatOptions) {
    this.#names = names;
    this.#options = options;
  }

  file(file: TextFile): FormatError | null {
    const schemes = new SchemeDetector();
    const drafts: TokenDraft[] = [];
    let names: readonly string[] | null = null;
    const isOneEach = this.#options['lines'] === 'documents';
    let last: string | null = null;
    let isEmpty = true;
    for (const { text, number } of linesIn(file.text)) {
      if (text.trim() === '') continue;
      isEmpty = false;
      const read = readRow(text, file.path, number);
      if (!read.ok) return read.error;
      const row = read.value;
      if (row.kind === 'text') {
        this.#text(row, text, file, number);
        continue;
      }
      const tags = this.#tagsOf(row, file.path, number);
      if ('code' in tags) return tags;
      if (row.tags.some((tag) => typeof tag === 'number'))
        names = this.#names.get(row.column) ?? null;
      const document = documentOf(row);
      const isNew = drafts.length === 0 || isOneEach || document !== last;
      if (isNew) drafts.push(new TokenDraft(document ?? ''));
      last = document;
      schemes.add(tags);
      this.#addTokens(drafts.at(-1), row.tokens, tags, { file: file.path, line: number });
      drafts.at(-1)?.lines.push(text);
    }
    if (isEmpty) return null;
    const scheme = schemes.scheme() ?? 'iob2';
    const unit = this.#unit();
    for (const [i, draft] of drafts.entries()) {
      const numbered = drafts.length > 1 ? `${baseName(file)} ${i + 1}` : baseName(file);
      const name = draft.name === '' ? numbered : draft.name;
      const document = draft.document(this.#newId(name), { names, scheme, unit });
      this.documents.push({ ...document, name });
    }
    return null;
  }

  #unit(): 'code-points' | 'utf-16' {
    return this.#options['offsets'] === 'utf-16' ? 'utf-16' : 'code-points';
  }

  #addTokens(
    draft: TokenDraft | undefined,
    tokens: readonly string[],
    tags: readonly string[],
    place: { readonly file: string; readonly line: number },
  ): void {
    const read = draft?.add(tokens, tags);
    if (tokens.includes('')) {
      this.problems.add('empty-token', 'A token is empty; it was left out of the text.', place);
    }
    if (read && read.unknown.length > 0) {
      const odd = tags.find((tag) => tag !== 'O' && !/^[A-Z](?:-|$)/u.test(tag)) ?? '';
      const message = `‘${odd.slice(0, 60)}’ is not a tag such as O or B-PER; it was taken for O.`;
      this.problems.add('unknown-tag', message, place);
    }
  }

  /** Names of the tags of a row; where its numbers have none, why it cannot be read. */
  #tagsOf(
    row: Extract<HfRow, { kind: 'tokens' }>,
    file: string,
    line: number,
  ): readonly string[] | FormatError {
    const names = this.#names.get(row.column);
    const tags: string[] = [];
    for (const tag of row.tags) {
      const name = typeof tag === 'string' ? tag : names?.[tag];
      if (name === undefined) {
        const message = names
          ? `The tag ${tag} has no name: the features file has ${names.length} for ‘${row.column}’.`
          : `The tags in ‘${row.column}’ are numbers. Choose the features file (dataset_info.json), too.`;
        return { code: 'invalid-file', message, place: { file, line } };
      }
      tags.push(name);
    }
    return tags;
  }

  #text(
    { text, spans, object, ...row }: Extract<HfRow, { kind: 'text' }>,
    line: string,
    file: TextFile,
    number: number,
  ): void {
    const records = readSpans(text, spans, this.#unit()).flatMap((one, i) => {
      if ('span' in one) return [one.span];
      const place = { file: file.path, line: number, path: `${row.column}[${i}]` };
      this.problems.add('bad-span', `The span was left out. ${one.fault}`, place);
      return [];
    });
    const stated = documentOf({ text, spans, object, ...row }) ?? object['id'];
    const name =
      typeof stated === 'string' && stated !== '' ? stated : `${baseName(file)} ${number}`;
    this.documents.push({
      id: this.#newId(name),
      name,
      text,
      sets: [{ annotator: IMPORTED, records }],
      carried: {
        format: HF,
        data: { lines: [line], names: null, scheme: 'iob2', unit: this.#unit() },
      },
    });
  }
}
