import type { Range } from '../../model/range.ts';
import type { DatasetDocument } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import { insideSentences } from '../iob/plan-document.ts';
import type { TokenRange } from '../tokens/align.ts';
import type { DocumentOfOne } from '../tokens/files-by-annotator.ts';
import { isSpan, layOut } from '../tokens/lay-out.ts';
import { encodeName } from '../tokens/names.ts';
import { type PlacedSpan, placeSpans, type Unplaced } from '../tokens/place-spans.ts';
import { readTags, type TagScheme, writeTags } from '../tokens/tags.ts';
import { tokenChoice } from '../tokens/token-options.ts';
import { type CarriedRows, carriedRows } from './carried.ts';
import { nameOf } from './draft.ts';

/** How one document will be written as rows of tokens. */
export interface TokenPlan {
  readonly document: DatasetDocument;
  readonly tokens: readonly Range[];
  readonly sentences: readonly TokenRange[];
  readonly spans: readonly PlacedSpan[];
  readonly unplaced: readonly Unplaced[];
  readonly carried?: CarriedRows;
}

/** Decides how the document is written, in the rows that it came with where they are there. */
export function planTokens(
  { document, records }: DocumentOfOne,
  options: FormatOptions,
): TokenPlan {
  const choice = tokenChoice(options);
  const isOwn = choice.tokens === 'own' && choice.sentences === 'own';
  const carried = isOwn ? carriedRows(document, 'tokens') : undefined;
  if (!carried || !document.tokens) return { document, ...layOut(document, records, choice) };
  const { tokens } = document;
  const placed = placeSpans(records.filter(isSpan), tokens, choice);
  const filled = carried.sentences.filter(({ from, to }) => to > from);
  const within = insideSentences(placed.spans, filled);
  const unplaced = [...placed.unplaced, ...within.unplaced];
  const { sentences } = carried;
  return { document, tokens, sentences, spans: within.spans, unplaced, carried };
}

/** A row, before its tags have become numbers. */
export interface TaggedRow {
  readonly tags: readonly string[];
  /** The line as it was, if its tags are still what they were. */
  readonly same?: string;
  /** The row with these tags. */
  readonly with: (tags: readonly (string | number)[]) => Readonly<Record<string, unknown>>;
}

/** Rows of a document with their tags. */
export function* taggedRows(plan: TokenPlan, scheme: TagScheme | 'own'): Generator<TaggedRow> {
  const { document, tokens, sentences, spans, carried } = plan;
  let next = 0;
  for (const [i, sentence] of sentences.entries()) {
    const from = next;
    while ((spans[next]?.from ?? Number.POSITIVE_INFINITY) < sentence.to) next++;
    const now = spans.slice(from, next);
    const used = scheme === 'own' ? (carried?.scheme ?? 'iob2') : scheme;
    const named = now.map(({ from, to, span }) => ({ from, to, type: encodeName(span.type) }));
    const tags = writeTags(named, sentence, used);
    if (carried) yield carriedRow(carried, i, sentence, now, tags, scheme);
    else {
      const words = tokens
        .slice(sentence.from, sentence.to)
        .map(({ start, end }) => document.text.slice(start, end));
      yield newRow(document, i, words, tags);
    }
  }
  // A document without words is a row without tokens.
  if (sentences.length === 0) yield newRow(document, 0, [], []);
}

function newRow(
  { id, name }: DatasetDocument,
  number: number,
  tokens: readonly string[],
  tags: readonly string[],
): TaggedRow {
  return {
    tags,
    with: (written) => ({ id: `${id}-${number}`, document: name, tokens, ner_tags: written }),
  };
}

function carriedRow(
  { rows, lines, names, scheme }: CarriedRows,
  index: number,
  sentence: TokenRange,
  now: readonly PlacedSpan[],
  tags: readonly string[],
  chosen: TagScheme | 'own',
): TaggedRow {
  const row = rows[index];
  if (row?.kind !== 'tokens') return { tags, with: (written) => ({ ner_tags: written }) };
  const before = row.tags.map((tag) => (typeof tag === 'string' ? tag : (names?.[tag] ?? 'O')));
  const kept = before.filter((_, i) => row.tokens[i] !== '');
  const keys = readTags(kept, sentence.from).spans.map(
    ({ from, to, type }) => `${from} ${to} ${nameOf(type)}`,
  );
  const isSame =
    (chosen === 'own' || chosen === scheme) &&
    keys.length === now.length &&
    now.every(({ from, to, span }, i) => keys[i] === `${from} ${to} ${span.type}`);
  // Empty tokens have no place in the text, and no name either.
  let next = 0;
  const all = row.tokens.map((token) => (token === '' ? 'O' : (tags[next++] ?? 'O')));
  const line = lines[index];
  return {
    tags: isSame ? before : all,
    ...(isSame && line !== undefined ? { same: line } : {}),
    with: (written) => ({ ...row.object, [row.column]: written }),
  };
}
