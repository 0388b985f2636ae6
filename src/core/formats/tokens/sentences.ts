import type { Range } from '../../model/range.ts';
import type { DatasetDocument } from '../dataset.ts';
import type { TokenRange } from './align.ts';
import { segmentsOf } from './segments.ts';

/** How a text is cut into sentences. */
export type SentenceSplitter = 'own' | 'lines' | 'sentences';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** In code units. */
const WINDOW = 4000;

/**
 * Sentences of the document, in UTF-16, in order. `own`: those that came with it, else lines.
 * `lines`: every line break ends one. `sentences`: sentence segmentation of Unicode (UAX #29).
 */
export function sentencesOf(
  { text, sentences }: Pick<DatasetDocument, 'text' | 'sentences'>,
  splitter: SentenceSplitter,
): readonly Range[] {
  if (splitter === 'own' && sentences) return sentences;
  const found: Range[] = [];
  if (splitter === 'sentences') {
    // A line break ends every sentence.
    for (const { index, 0: line } of text.matchAll(/[^\n]+\n?|\n/gu)) {
      found.push(...segmentsOf(segmenter, line, index, WINDOW));
    }
  } else {
    for (const { index, 0: line } of text.matchAll(/[^\n\r\u2028\u2029]+/gu)) {
      found.push({ start: index, end: index + line.length });
    }
  }
  return found;
}

/**
 * Groups tokens by the sentence in which they begin. Tokens between sentences are groups of their own;
 * sentences without tokens have none.
 * @param tokens sorted.
 * @param sentences sorted, not overlapping.
 */
export function groupTokens(
  tokens: readonly Range[],
  sentences: readonly Range[],
): readonly TokenRange[] {
  const groups: TokenRange[] = [];
  let next = 0;
  let from = 0;
  let last: number | null = null;
  for (const [index, token] of tokens.entries()) {
    while (next < sentences.length && (sentences[next]?.end ?? 0) <= token.start) next++;
    const sentence = sentences[next];
    // Between sentences: the number of the next one, less a half.
    const place = sentence && sentence.start <= token.start ? next : next - 0.5;
    if (last !== null && place !== last) {
      groups.push({ from, to: index });
      from = index;
    }
    last = place;
  }
  if (from < tokens.length) groups.push({ from, to: tokens.length });
  return groups;
}

/** Joins groups that one of the token ranges runs across, so that none is cut. */
export function joinAcross(
  groups: readonly TokenRange[],
  ranges: readonly TokenRange[],
): readonly TokenRange[] {
  if (groups.length < 2) return groups;
  const reach = new Map<number, number>();
  for (const { from, to } of ranges) reach.set(from, Math.max(to, reach.get(from) ?? 0));
  const joined: TokenRange[] = [];
  let open: TokenRange | null = null;
  let furthest = 0;
  for (const group of groups) {
    open = open ? { from: open.from, to: group.to } : group;
    for (let token = group.from; token < group.to; token++) {
      furthest = Math.max(furthest, reach.get(token) ?? 0);
    }
    if (furthest > group.to) continue;
    joined.push(open);
    open = null;
  }
  if (open) joined.push(open);
  return joined;
}
