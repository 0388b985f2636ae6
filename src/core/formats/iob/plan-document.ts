import type { Range } from '../../model/range.ts';
import type { FormatOptions } from '../format.ts';
import type { TokenRange } from '../tokens/align.ts';
import type { DocumentOfOne } from '../tokens/files-by-annotator.ts';
import { isSpan, layOut } from '../tokens/lay-out.ts';
import { linesIn } from '../tokens/lines-in.ts';
import { levelsOf, type PlacedSpan, placeSpans, type Unplaced } from '../tokens/place-spans.ts';
import { tokenChoice } from '../tokens/token-options.ts';
import { tokensOf } from '../tokens/tokenize.ts';
import { type CarriedRows, carriedRows, readRow } from './carried-rows.ts';
import { DOCUMENT_START } from './row.ts';

/** How one document will be written. */
export interface DocumentPlan {
  readonly text: string;
  readonly tokens: readonly Range[];
  readonly sentences: readonly TokenRange[];
  readonly spans: readonly PlacedSpan[];
  readonly unplaced: readonly Unplaced[];
  /** The rows to write into; absent where rows are made anew. */
  readonly rows?: CarriedRows;
}

/** Decides how the document is written, in the rows that it came with where they are there. */
export function planDocument(
  { document, records }: DocumentOfOne,
  format: string,
  options: FormatOptions,
): DocumentPlan {
  const nested = options['overlaps'] === 'columns';
  const choice = { ...tokenChoice(options), ...(nested ? { overlaps: 'all' as const } : {}) };
  const isOwn = choice.tokens === 'own' && choice.sentences === 'own';
  const rows = isOwn ? carriedRows(document, format) : undefined;
  const { text } = document;
  if (!rows || !document.tokens) {
    const tokens = tokensOf(document, choice.tokens).flatMap((token) => writable(text, token));
    return { text, ...layOut(document, records, choice, tokens) };
  }

  const { tokens } = document;
  const width = columnCount(rows);
  const overlaps = width > 1 && nested ? 'all' : nested ? 'longest' : choice.overlaps;
  const placed = placeSpans(records.filter(isSpan), tokens, { ...choice, overlaps });
  const sentences = sentencesOfRows(rows);
  const within = insideSentences(placed.spans, sentences);
  const flat = withinColumns(within.spans, width);
  const unplaced = [...placed.unplaced, ...within.unplaced, ...flat.unplaced];
  return { text, tokens, sentences, spans: flat.spans, unplaced, rows };
}

/** A token that reads like the start of a document is cut in three. */
function writable(text: string, token: Range): readonly Range[] {
  const { start, end } = token;
  if (text.slice(start, end) !== DOCUMENT_START) return [token];
  return [
    { start, end: start + 1 },
    { start: start + 1, end: end - 1 },
    { start: end - 1, end },
  ];
}

/** Number of columns of tags. */
export function columnCount({ columns }: CarriedRows): number {
  return columns.tags === 'last' ? 1 : columns.tags.length;
}

function sentencesOfRows({ source, columns }: CarriedRows): readonly TokenRange[] {
  const sentences: TokenRange[] = [];
  let [from, to] = [0, 0];
  const end = () => {
    if (to > from) sentences.push({ from, to });
    from = to;
  };
  for (const { text } of linesIn(source)) {
    const row = readRow(text, columns);
    if (row.kind === 'token') to += row.form === '' ? 0 : 1;
    else if (row.kind !== 'comment') end();
  }
  end();
  return sentences;
}

/** Leaves out what runs across sentences. */
export function insideSentences(
  spans: readonly PlacedSpan[],
  sentences: readonly TokenRange[],
): { readonly spans: readonly PlacedSpan[]; readonly unplaced: readonly Unplaced[] } {
  const kept: PlacedSpan[] = [];
  const unplaced: Unplaced[] = [];
  let next = 0;
  for (const one of spans) {
    while ((sentences[next]?.to ?? Number.POSITIVE_INFINITY) <= one.from) next++;
    if (one.to <= (sentences[next]?.to ?? 0)) kept.push(one);
    else unplaced.push({ span: one.span, why: 'crosses sentences' });
  }
  return { spans: kept, unplaced };
}

/** Leaves out what would need more columns than the rows have. */
function withinColumns(
  spans: readonly PlacedSpan[],
  width: number,
): { readonly spans: readonly PlacedSpan[]; readonly unplaced: readonly Unplaced[] } {
  const kept = new Set(levelsOf(spans).slice(0, width).flat());
  return {
    spans: spans.filter((one) => kept.has(one)),
    unplaced: spans
      .filter((one) => !kept.has(one))
      .map(({ span }) => ({ span, why: 'overlaps' as const })),
  };
}
