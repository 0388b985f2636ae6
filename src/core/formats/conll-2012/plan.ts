import type { Range } from '../../model/range.ts';
import type { DatasetDocument } from '../dataset.ts';
import type { FormatOptions } from '../format.ts';
import type { TokenRange } from '../tokens/align.ts';
import { withoutCrossings } from '../tokens/brackets.ts';
import { chainsOf } from '../tokens/chains.ts';
import type { DocumentOfOne } from '../tokens/files-by-annotator.ts';
import { isSpan } from '../tokens/lay-out.ts';
import { type PlacedSpan, placeSpans, type Unplaced } from '../tokens/place-spans.ts';
import { groupTokens, joinAcross, sentencesOf } from '../tokens/sentences.ts';
import { tokenChoice } from '../tokens/token-options.ts';
import { tokensOf } from '../tokens/tokenize.ts';
import { MENTION, mentionName, typeAndChain } from './mention-names.ts';
import { type ParsedDocument, parseDocument } from './parse-document.ts';

/** A mention with the name of its bracket. */
export interface PlannedMention extends PlacedSpan {
  readonly name: string;
}

/** How one document will be written. */
export interface Plan {
  readonly tokens: readonly Range[];
  readonly sentences: readonly TokenRange[];
  readonly names: readonly PlacedSpan[];
  readonly mentions: readonly PlannedMention[];
  readonly unplaced: readonly Unplaced[];
  /** Spans whose type cannot be written. */
  readonly untyped: number;
  /** The rows to write into; absent where rows are made anew. */
  readonly rows?: { readonly source: string; readonly parsed: ParsedDocument };
}

/** Decides what goes into the columns of names and of mentions. */
export function planDocument(
  { document, records }: DocumentOfOne,
  format: string,
  options: FormatOptions,
): Plan {
  const choice = tokenChoice(options);
  const isOwn = choice.tokens === 'own' && choice.sentences === 'own';
  const rows = isOwn ? carriedRows(document, format) : undefined;
  const tokens = rows?.parsed.builder.tokens ?? tokensOf(document, choice.tokens);
  const spans = records.filter(isSpan);
  const chains = chainsOf(records);
  const hasNames = rows ? rows.parsed.hasNames : true;
  const isTyped = rows?.parsed.hasTypedMentions === true;

  const named = hasNames ? spans.filter(({ type }) => type !== MENTION) : [];
  const names = placeSpans(named, tokens, choice);
  const all = placeSpans(spans, tokens, { ...choice, overlaps: 'all' });
  const had = mentionsHad(all.spans, rows?.parsed);
  const wanted = all.spans.filter(
    (one) => one.span.type === MENTION || chains.has(one.span.id) || had.has(one) || !hasNames,
  );
  const mentions = withoutCrossings(
    nameMentions(wanted, chains, had, rows?.parsed),
    ({ name }) => name,
  );
  const untyped = hasNames || isTyped ? 0 : spans.filter(({ type }) => type !== MENTION).length;
  const unplaced = [...names.unplaced, ...all.unplaced, ...mentions.unplaced];
  if (!rows) {
    const groups = groupTokens(tokens, sentencesOf(document, choice.sentences));
    const sentences = joinAcross(groups, [...names.spans, ...mentions.spans]);
    return { tokens, sentences, names: names.spans, mentions: mentions.spans, unplaced, untyped };
  }
  const sentences = rows.parsed.sentenceTokens;
  return {
    tokens,
    sentences,
    names: names.spans,
    mentions: mentions.spans,
    unplaced,
    untyped,
    rows,
  };
}

function carriedRows(document: DatasetDocument, format: string): Plan['rows'] {
  const data = document.carried?.format === format ? document.carried.data : undefined;
  if (typeof data !== 'object' || data === null || !('source' in data)) return undefined;
  const { source } = data;
  if (typeof source !== 'string') return undefined;
  const parsed = parseDocument(source);
  return 'text' in parsed && parsed.text === document.text ? { source, parsed } : undefined;
}

/** The bracket that each placed span had in the file. */
function mentionsHad(
  placed: readonly PlacedSpan[],
  parsed: ParsedDocument | undefined,
): ReadonlyMap<PlacedSpan, string> {
  const free = new Map<string, string[]>();
  for (const { from, to, name } of parsed?.mentions ?? []) {
    const key = `${from} ${to}`;
    free.set(key, [...(free.get(key) ?? []), name]);
  }
  const had = new Map<PlacedSpan, string>();
  const isTyped = parsed?.hasTypedMentions === true;
  // Where several stand on the same words, those of the same type first.
  for (const isStrict of [true, false]) {
    for (const one of placed) {
      if (had.has(one)) continue;
      const names = free.get(`${one.from} ${one.to}`) ?? [];
      const at = names.findIndex((name) => typeAndChain(name, isTyped).type === one.span.type);
      const name = isTyped ? names[at] : isStrict ? undefined : names[0];
      if (name === undefined) continue;
      had.set(one, name);
      names.splice(isTyped ? at : 0, 1);
    }
  }
  return had;
}

/** Names the bracket of each mention; chains keep the names that the file gave where they can. */
function nameMentions(
  wanted: readonly PlacedSpan[],
  chains: ReadonlyMap<string, string>,
  had: ReadonlyMap<PlacedSpan, string>,
  parsed: ParsedDocument | undefined,
): readonly PlannedMention[] {
  const isTyped = parsed?.hasTypedMentions === true;
  const clusterOf = ({ span }: PlacedSpan) => chains.get(span.id) ?? span.id;
  const chainHad = (one: PlacedSpan) => {
    const name = had.get(one);
    return name === undefined ? undefined : typeAndChain(name, isTyped).chain;
  };
  const byCluster = new Map<string, string>();
  const taken = new Set<string>();
  for (const one of wanted) {
    const chain = chainHad(one);
    if (chain === undefined || taken.has(chain) || byCluster.has(clusterOf(one))) continue;
    byCluster.set(clusterOf(one), chain);
    taken.add(chain);
  }
  let next = 0;
  for (const { name } of parsed?.mentions ?? []) {
    const number = Number(typeAndChain(name, isTyped).chain);
    if (Number.isSafeInteger(number)) next = Math.max(next, number + 1);
  }
  return wanted.map((one) => {
    const cluster = clusterOf(one);
    const chain = byCluster.get(cluster) ?? String(next++);
    byCluster.set(cluster, chain);
    const before = had.get(one);
    const keeps = before !== undefined && chainHad(one) === chain;
    return { ...one, name: keeps ? before : mentionName(one.span.type, chain, isTyped) };
  });
}
