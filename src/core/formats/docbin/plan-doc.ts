import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Range } from '../../model/range.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import type { Loss } from '../losses.ts';
import type { DocumentOfOne } from '../tokens/files-by-annotator.ts';
import { isSpan } from '../tokens/lay-out.ts';
import { type PlacedSpan, placeSpans, type Unplaced } from '../tokens/place-spans.ts';
import { tokenLosses } from '../tokens/token-losses.ts';
import { tokenChoice } from '../tokens/token-options.ts';
import { tokensOf } from '../tokens/tokenize.ts';

/** The document label whose values are categories. */
const CATEGORIES = 'cats';

/** A document as spaCy has it: words, each with or without a space behind it, that make up the text. */
export interface DocPlan {
  readonly words: readonly (Range & { readonly hasSpace: boolean })[];
  /** Numbers of words: `words.slice(from, to)`. Those that do not overlap. */
  readonly entities: readonly PlacedSpan[];
  /** All of them. */
  readonly spans: readonly PlacedSpan[];
  readonly categories: readonly string[];
  readonly unplaced: readonly Unplaced[];
}

/** Cuts the text into words so that they give the text again, and puts spans on them. */
export function planDoc({ document, records }: DocumentOfOne, options: FormatOptions): DocPlan {
  const choice = tokenChoice(options);
  const tokens = tokensOf(document, choice.tokens);
  const { words, wordOf } = wordsOf(document.text, tokens);
  const spans = records.filter(isSpan);
  const all = placeSpans(spans, tokens, { ...choice, overlaps: 'all' });
  const flat = placeSpans(spans, tokens, choice);
  const onWords = (one: PlacedSpan): PlacedSpan => ({
    ...one,
    from: wordOf[one.from] ?? 0,
    to: (wordOf[one.to - 1] ?? 0) + 1,
  });
  return {
    words,
    entities: flat.spans.map(onWords),
    spans: all.spans.map(onWords),
    categories: records.flatMap((record) => categoriesIn(record)),
    unplaced: options['groups'] === 'none' ? flat.unplaced : all.unplaced,
  };
}

/** Words with the white space between them: a space belongs to the word before it, more is a word of its own. */
function wordsOf(text: string, tokens: readonly Range[]) {
  const words: (Range & { hasSpace: boolean })[] = [];
  const wordOf: number[] = [];
  let at = 0;
  const addGap = (end: number) => {
    const last = words.at(-1);
    if (last && at < end && text[at] === ' ') {
      last.hasSpace = true;
      at++;
    }
    if (at < end) words.push({ start: at, end, hasSpace: false });
  };
  for (const token of tokens) {
    addGap(token.start);
    wordOf.push(words.length);
    words.push({ ...token, hasSpace: false });
    at = token.end;
  }
  addGap(text.length);
  return { words, wordOf };
}

function categoriesIn(record: AnnotationRecord): readonly string[] {
  if (record.kind !== 'label' || record.name !== CATEGORIES) return [];
  if (typeof record.value === 'string') return [record.value];
  return typeof record.value === 'object' ? record.value : [];
}

/** What a DocBin cannot hold of this dataset. */
export function docbinLosses(dataset: Dataset, options: FormatOptions): readonly Loss[] {
  const labels = new Set<AnnotationRecord>();
  const unplaced: Unplaced[] = [];
  for (const { document, set } of setsOf(dataset)) {
    for (const one of planDoc({ document, records: set.records }, options).unplaced) {
      unplaced.push(one);
    }
    for (const record of set.records) {
      if (record.kind === 'label' && categoriesIn(record).length === 0) labels.add(record);
    }
  }
  const loss: Loss = {
    what: 'document labels',
    count: labels.size,
    why: `Only the document label ‘${CATEGORIES}’ is written, as categories.`,
    records: labels,
  };
  return [...tokenLosses(unplaced), ...(labels.size > 0 ? [loss] : [])];
}
