import type { AnnotationRecord } from '../../model/annotation-set.ts';
import type { Relation } from '../../model/relation.ts';
import { type Dataset, setsOf } from '../dataset.ts';
import type { FormatOption, FormatOptions } from '../format.ts';
import type { Loss } from '../losses.ts';
import { byId } from '../set-to-json.ts';
import type { TokenRange } from '../tokens/align.ts';
import { COREFERENCE } from '../tokens/chains.ts';
import type { DocumentOfOne } from '../tokens/files-by-annotator.ts';
import { layOut } from '../tokens/lay-out.ts';
import type { PlacedSpan, Unplaced } from '../tokens/place-spans.ts';
import { joinAcross } from '../tokens/sentences.ts';
import { tokenLosses } from '../tokens/token-losses.ts';
import {
  DISCONTINUOUS_OPTION,
  SENTENCES_OPTION,
  TOKENS_OPTION,
  tokenChoice,
} from '../tokens/token-options.ts';

/** What becomes of relations whose ends are in different sentences. */
const ACROSS_OPTION: FormatOption = {
  id: 'across',
  name: 'Relations across sentences',
  description: 'The format holds relations within sentences only.',
  choices: [
    { value: 'drop', name: 'Leave out' },
    { value: 'join', name: 'Join the sentences between their ends' },
  ],
  default: 'drop',
};

/** Choices about tokens and sentences, and about relations where they must stay within sentences. */
export const PLAN_OPTIONS = [TOKENS_OPTION, SENTENCES_OPTION, DISCONTINUOUS_OPTION];
export const SENTENCE_OPTIONS = [...PLAN_OPTIONS, ACROSS_OPTION];

/** A span among tokens, and the sentence it is in. */
export interface PlannedSpan extends PlacedSpan {
  readonly sentence: number;
}

/** A relation whose ends are both written. */
export interface PlannedRelation {
  readonly relation: Relation;
  /** Places in the list of spans. */
  readonly from: number;
  readonly to: number;
}

/** How a document is written as sentences of tokens. */
export interface Plan {
  readonly words: readonly string[];
  readonly sentences: readonly TokenRange[];
  readonly spans: readonly PlannedSpan[];
  readonly relations: readonly PlannedRelation[];
  /** Place of each span, or of its first part, by id. */
  readonly indexOf: ReadonlyMap<string, number>;
  readonly unplaced: readonly Unplaced[];
  /** Relations that are not written, since their ends are in different sentences. */
  readonly across: readonly Relation[];
  /** Relations that are not written, since a span at an end is not. */
  readonly withoutEnds: readonly Relation[];
}

/** What a format is able to hold. */
export interface PlanForm {
  /** Relations must stay within a sentence. */
  readonly within: boolean;
  /** Relations of coreference are chains, which the format writes itself. */
  readonly chains: boolean;
}

/**
 * Puts spans on tokens and sentences, and relations on spans.
 */
export function planTokens(
  { document, records }: DocumentOfOne,
  options: FormatOptions,
  { within, chains }: PlanForm,
): Plan {
  const choice = tokenChoice({ ...options, overlaps: 'all' });
  const { tokens, sentences: groups, spans: placed, unplaced } = layOut(document, records, choice);
  const indexOf = new Map<string, number>();
  for (const [i, { span }] of placed.entries()) if (!indexOf.has(span.id)) indexOf.set(span.id, i);
  const all = relationsIn(records, chains);
  const ends = all.flatMap((relation) => {
    const [from, to] = [indexOf.get(relation.from), indexOf.get(relation.to)];
    return from === undefined || to === undefined ? [] : [{ relation, from, to }];
  });
  const sentences =
    within && options['across'] === 'join'
      ? joinAcross(groups, [...placed, ...ends.map((one) => reach(placed, one))])
      : groups;
  const spans = withSentences(placed, sentences);
  const kept = within
    ? ends.filter(({ from, to }) => spans[from]?.sentence === spans[to]?.sentence)
    : ends;
  return {
    words: tokens.map(({ start, end }) => document.text.slice(start, end)),
    sentences,
    spans,
    relations: kept,
    indexOf,
    unplaced,
    across: missing(
      ends.map(({ relation }) => relation),
      kept,
    ),
    withoutEnds: missing(all, ends),
  };
}

function missing(all: readonly Relation[], kept: readonly PlannedRelation[]): readonly Relation[] {
  const there = new Set(kept.map(({ relation }) => relation));
  return all.filter((relation) => !there.has(relation));
}

function relationsIn(records: readonly AnnotationRecord[], chains: boolean): readonly Relation[] {
  return records
    .filter((record) => record.kind === 'relation')
    .filter(({ type }) => !chains || type !== COREFERENCE)
    .sort(byId);
}

function reach(spans: readonly PlacedSpan[], { from, to }: PlannedRelation): TokenRange {
  const [a, b] = [spans[from], spans[to]];
  return {
    from: Math.min(a?.from ?? 0, b?.from ?? 0),
    to: Math.max(a?.to ?? 0, b?.to ?? 0),
  };
}

function withSentences(
  spans: readonly PlacedSpan[],
  sentences: readonly TokenRange[],
): readonly PlannedSpan[] {
  let sentence = 0;
  return spans.map((span) => {
    while ((sentences[sentence]?.to ?? Number.POSITIVE_INFINITY) <= span.from) sentence++;
    return { ...span, sentence };
  });
}

/** What documents as sentences of tokens cannot hold of a dataset. */
export function planLosses(
  dataset: Dataset,
  options: FormatOptions,
  form: PlanForm,
): readonly Loss[] {
  const across = new Set<AnnotationRecord>();
  const withoutEnds = new Set<AnnotationRecord>();
  const unplaced: Unplaced[] = [];
  for (const { document, set } of setsOf(dataset)) {
    const plan = planTokens({ document, records: set.records }, options, form);
    for (const relation of plan.across) across.add(relation);
    for (const relation of plan.withoutEnds) withoutEnds.add(relation);
    for (const one of plan.unplaced) unplaced.push(one);
  }
  const losses: readonly Loss[] = [
    {
      what: 'relations without both ends',
      count: withoutEnds.size,
      why: 'A span at one of their ends is left out.',
      records: withoutEnds,
    },
    {
      what: 'relations across sentences',
      count: across.size,
      why: 'The format holds relations within sentences only; joining sentences is an option.',
      records: across,
      option: 'across',
    },
  ];
  return [...tokenLosses(unplaced), ...losses.filter(({ count }) => count > 0)];
}
