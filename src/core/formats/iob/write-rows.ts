import { linesIn } from '../tokens/lines-in.ts';
import { decodeName, encodeName } from '../tokens/names.ts';
import { levelsOf, type PlacedSpan } from '../tokens/place-spans.ts';
import { readTags, type TagScheme, type TokenSpan, writeTags } from '../tokens/tags.ts';
import { type CarriedRows, readRow, tagColumns } from './carried-rows.ts';
import { NAMELESS_TYPE } from './draft-document.ts';
import { columnCount, type DocumentPlan } from './plan-document.ts';
import { cellsOf, withCells } from './row.ts';

/** What a format of columns puts around tags. */
export interface RowStyle {
  /** The columns of a row before its tags. */
  readonly head: (form: string) => string;
  readonly separator: '\t' | ' ';
  /** `own`: the scheme of the carried rows, where there are any; else IOB2. */
  readonly scheme: TagScheme | 'own';
  /** Columns of tags that every row has at least. */
  readonly columns: number;
}

/** Rows of a document, with an empty line after each sentence. */
export function* rowsOf(plan: DocumentPlan, style: RowStyle): Generator<string> {
  if (plan.rows) yield* rowsWithin(plan, plan.rows, style.scheme);
  else yield* freshRows(plan, style);
}

/** Number of columns of tags that a new file of this document needs. */
export function columnsNeeded(plan: DocumentPlan): number {
  return plan.rows ? columnCount(plan.rows) : levelsOf(plan.spans).length;
}

function* freshRows(plan: DocumentPlan, style: RowStyle): Generator<string> {
  const { text, tokens, sentences } = plan;
  const scheme = style.scheme === 'own' ? 'iob2' : style.scheme;
  const levels = levelsOf(plan.spans).map((level) => level.map(named));
  const next = levels.map(() => 0);
  while (levels.length < style.columns) levels.push([]);
  for (const sentence of sentences) {
    const columns = levels.map((level, i) => {
      const from = next[i] ?? 0;
      let to = from;
      while ((level[to]?.from ?? Number.POSITIVE_INFINITY) < sentence.to) to++;
      next[i] = to;
      return writeTags(level.slice(from, to), sentence, scheme);
    });
    let rows = '';
    for (let token = sentence.from; token < sentence.to; token++) {
      const form = text.slice(tokens[token]?.start, tokens[token]?.end);
      const tags = columns.map((tags) => tags[token - sentence.from] ?? 'O');
      rows += `${[style.head(form), ...tags].join(style.separator)}\n`;
    }
    yield `${rows}\n`;
  }
}

function named({ from, to, span }: PlacedSpan): TokenSpan {
  return { from, to, type: encodeName(span.type) };
}

/** The carried rows, with other tags in the sentences whose spans are no longer what their tags say. */
function* rowsWithin(
  { sentences, spans }: DocumentPlan,
  rows: CarriedRows,
  chosen: TagScheme | 'own',
): Generator<string> {
  const { source, columns } = rows;
  const tagsBefore: string[][] = [];
  for (const { text } of linesIn(source)) {
    const row = readRow(text, columns);
    if (row.kind === 'token' && row.form !== '') tagsBefore.push([...row.tags]);
  }
  const keeps = chosen === 'own' || chosen === rows.scheme;
  const scheme = chosen === 'own' ? rows.scheme : chosen;
  const width = columnCount(rows);
  const written = new Map<number, readonly string[]>();
  let next = 0;
  for (const sentence of sentences) {
    const from = next;
    while ((spans[next]?.from ?? Number.POSITIVE_INFINITY) < sentence.to) next++;
    const now = spans.slice(from, next);
    const before = Array.from({ length: width }, (_, column) =>
      tagsBefore.slice(sentence.from, sentence.to).map((tags) => tags[column] ?? ''),
    );
    if (keeps && isSame(before, now, sentence.from)) continue;
    const levels = levelsOf(now).map((level) => level.map(named));
    const after = before.map((_, i) => writeTags(levels[i] ?? [], sentence, scheme));
    for (let token = sentence.from; token < sentence.to; token++) {
      written.set(
        token,
        after.map((tags) => tags[token - sentence.from] ?? 'O'),
      );
    }
  }
  yield* withTags(rows, written);
}

/** Whether the tags of a sentence say just these spans. */
function isSame(
  columns: readonly (readonly string[])[],
  now: readonly PlacedSpan[],
  offset: number,
): boolean {
  const before = columns.flatMap((tags) => readTags(tags, offset).spans.map(decoded));
  const after = now.map(({ from, to, span }) => ({ from, to, type: span.type }));
  const keys = (spans: readonly TokenSpan[]) =>
    spans.map(({ from, to, type }) => `${from} ${to} ${type}`).sort();
  const wanted = keys(after);
  return before.length === after.length && keys(before).every((key, i) => key === wanted[i]);
}

function decoded({ from, to, type }: TokenSpan): TokenSpan {
  return { from, to, type: type === '' ? NAMELESS_TYPE : decodeName(type) };
}

function* withTags(
  { source, columns }: CarriedRows,
  written: ReadonlyMap<number, readonly string[]>,
): Generator<string> {
  let token = 0;
  for (const { text, lineBreak } of linesIn(source)) {
    const row = readRow(text, columns);
    const isToken = row.kind === 'token' && row.form !== '';
    const tags = isToken ? written.get(token++) : undefined;
    if (!tags) yield text + lineBreak;
    else {
      const places = tagColumns(columns, cellsOf(text, columns.separator).length);
      const cells = new Map(places.map((column, i) => [column, tags[i] ?? 'O'] as const));
      yield withCells(text, columns.separator, cells) + lineBreak;
    }
  }
}
