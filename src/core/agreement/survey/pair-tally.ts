import type { Range } from '../../model/range.ts';
import { ConfusionCounter, NONE } from '../confusion.ts';
import { addCounts, type Counts } from '../counts.ts';
import { SpanPairing } from '../matching/span-pairing.ts';
import {
  pairRelations,
  RELATION_RULES,
  type RelationRule,
  relationCounts,
} from '../relations/relation-counts.ts';
import { characterCounts } from '../spans/character-counts.ts';
import { countsPerLabel } from '../spans/per-label.ts';
import { countConfusion } from '../spans/span-confusion.ts';
import { SPAN_RULES, type SpanRule, spanCounts } from '../spans/span-counts.ts';
import { tokenCounts } from '../tokens/token-counts.ts';
import type { Comparable } from './comparable.ts';

/** What two annotators have in common in one document. */
export interface DocumentPair {
  readonly document: string;
  /** By the rule of the headline. */
  readonly counts: Counts;
  /** By the same rule, of each label. */
  readonly perLabel: ReadonlyMap<string, Counts>;
}

const NOTHING: Counts = { matches: 0, first: 0, second: 0 };

/** Collects what two annotators have in common, document by document. */
export class PairTally {
  readonly first: string;
  readonly second: string;
  readonly documents: DocumentPair[] = [];
  readonly exact = new ConfusionCounter();
  readonly overlap = new ConfusionCounter();
  /** Types of relations between the same spans, whichever types these have. */
  readonly relationTypes = new ConfusionCounter();
  readonly labels = new Map<string, ConfusionCounter>();
  characters: Counts = NOTHING;
  tokens: Counts = NOTHING;
  readonly #spans = new Map<SpanRule, Counts>();
  readonly #relations = new Map<RelationRule, Counts>();
  readonly #perRelation = new Map<string, Counts>();
  readonly #rule: SpanRule;
  readonly #symmetric: ReadonlySet<string>;

  constructor(
    [first, second]: readonly [string, string],
    rule: SpanRule,
    symmetric: ReadonlySet<string>,
  ) {
    this.first = first;
    this.second = second;
    this.#rule = rule;
    this.#symmetric = symmetric;
  }

  add(document: string, tokens: readonly Range[], ours: Comparable, theirs: Comparable): void {
    const pairing = new SpanPairing(ours.spans, theirs.spans);
    for (const rule of SPAN_RULES) sum(this.#spans, rule, spanCounts(pairing, rule));
    countConfusion(pairing, 'exact', this.exact);
    countConfusion(pairing, 'overlap', this.overlap);
    this.characters = addCounts([this.characters, characterCounts(ours.spans, theirs.spans, true)]);
    this.tokens = addCounts([this.tokens, tokenCounts(tokens, ours.spans, theirs.spans)]);
    this.#addRelations(ours, theirs);
    this.#addLabels(ours, theirs);
    this.documents.push({
      document,
      counts: spanCounts(pairing, this.#rule),
      perLabel: countsPerLabel(ours.spans, theirs.spans, this.#rule),
    });
  }

  spans(rule: SpanRule): Counts {
    return this.#spans.get(rule) ?? NOTHING;
  }

  relations(rule: RelationRule): Counts {
    return this.#relations.get(rule) ?? NOTHING;
  }

  /** Strict counts of each relation type, in order of their names. */
  perRelationType(): readonly (readonly [string, Counts])[] {
    return [...this.#perRelation].sort(([a], [b]) => (a < b ? -1 : 1));
  }

  #addRelations(ours: Comparable, theirs: Comparable): void {
    if (ours.relations.length + theirs.relations.length === 0) return;
    for (const rule of RELATION_RULES) {
      const paired = pairRelations(ours, theirs, rule, this.#symmetric);
      sum(this.#relations, rule, relationCounts(paired));
      if (rule === 'strict') this.#addRelationTypes(paired);
      if (rule === 'untyped') this.#addRelationMatrix(paired);
    }
  }

  #addRelationTypes({ first, second, pairs }: ReturnType<typeof pairRelations>): void {
    for (const { label } of first) sum(this.#perRelation, label, { ...NOTHING, first: 1 });
    for (const { label } of second) sum(this.#perRelation, label, { ...NOTHING, second: 1 });
    for (const pair of pairs) {
      const label = first[pair.first]?.label;
      if (label !== undefined) sum(this.#perRelation, label, { ...NOTHING, matches: 1 });
    }
  }

  #addRelationMatrix({ first, second, pairs }: ReturnType<typeof pairRelations>): void {
    const ofFirst = new Set(pairs.map((pair) => pair.first));
    const ofSecond = new Set(pairs.map((pair) => pair.second));
    for (const pair of pairs) {
      const [a, b] = [first[pair.first]?.label, second[pair.second]?.label];
      this.relationTypes.add(a ?? NONE, b ?? NONE);
    }
    for (const [i, { label }] of first.entries()) {
      if (!ofFirst.has(i)) this.relationTypes.add(label, NONE);
    }
    for (const [j, { label }] of second.entries()) {
      if (!ofSecond.has(j)) this.relationTypes.add(NONE, label);
    }
  }

  #addLabels(ours: Comparable, theirs: Comparable): void {
    for (const name of new Set([...ours.labels.keys(), ...theirs.labels.keys()])) {
      const [a, b] = [ours.labels.get(name), theirs.labels.get(name)];
      if (a === undefined || b === undefined) continue;
      const counter = this.labels.get(name) ?? new ConfusionCounter();
      this.labels.set(name, counter);
      counter.add(a, b);
    }
  }
}

function sum<Key>(sums: Map<Key, Counts>, key: Key, counts: Counts): void {
  sums.set(key, addCounts([sums.get(key) ?? NOTHING, counts]));
}
