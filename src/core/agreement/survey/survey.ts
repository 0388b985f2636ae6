import { ItemTally } from '../coding/items.ts';
import { addCounts, type Counts, meanOf, scoresOf } from '../counts.ts';
import { RELATION_RULES } from '../relations/relation-counts.ts';
import { pairsOf } from '../spans/pairwise.ts';
import { SPAN_RULES } from '../spans/span-counts.ts';
import { annotatedItems, tallyTokens } from '../tokens/token-agreement.ts';
import { coefficientsOf } from './coefficients.ts';
import { type Comparable, comparable } from './comparable.ts';
import { Counting } from './counting.ts';
import { PairTally } from './pair-tally.ts';
import { plainTokens } from './plain-tokens.ts';
import type {
  AgreementReport,
  DocumentReport,
  PairReport,
  SurveyLeftOut,
  TypeReport,
} from './report.ts';
import type { SurveyDocument, SurveyOptions } from './survey-input.ts';

/**
 * Measures agreement over many documents, which come one by one and need not be kept. A pair of annotators is
 * compared on the documents that both worked on; an annotator without a set on a document is not taken to have
 * marked nothing there.
 */
export class Survey {
  readonly #options: SurveyOptions;
  readonly #pairs: readonly PairTally[];
  readonly #tokens = new ItemTally();
  readonly #labels = new Map<string, ItemTally>();
  readonly #documents: DocumentReport[] = [];
  #alone = 0;
  #notByAll = 0;
  #duplicates = 0;

  constructor(options: SurveyOptions) {
    this.#options = options;
    const symmetric = new Set(options.symmetric);
    this.#pairs = pairsOf(options.annotators).map(
      (pair) => new PairTally(pair, options.rule, symmetric),
    );
  }

  add({ id, text, tokens: own, sets }: SurveyDocument): void {
    const { annotators } = this.#options;
    const present = new Map<string, Comparable>();
    for (const set of sets) {
      if (annotators.includes(set.annotatorId)) {
        present.set(set.annotatorId, comparable(set, this.#options));
      }
    }
    if (present.size === 0) return;
    if (present.size === 1) {
      this.#alone++;
      return;
    }
    const tokens = own ?? plainTokens(text);
    let spans = 0;
    for (const set of present.values()) {
      this.#duplicates += set.duplicates;
      spans += set.spans.length;
    }
    const scores: (number | null)[] = [];
    for (const pair of this.#pairs) {
      const [ours, theirs] = [present.get(pair.first), present.get(pair.second)];
      if (!ours || !theirs) continue;
      pair.add(id, tokens, ours, theirs);
      const counts = pair.documents.at(-1)?.counts;
      scores.push(counts ? scoresOf(counts).f1 : null);
    }
    this.#documents.push({ id, f1: meanOf(scores).mean, pairs: scores.length, spans });
    this.#addItems(present, tokens);
  }

  report(): AgreementReport {
    const { annotators, rule, level, seed } = this.#options;
    const counting = new Counting(
      this.#documents.map(({ id }) => id),
      this.#options,
    );
    const { mean, deviation } = meanOf(
      this.#pairs.map((pair) => scoresOf(addCounts(pair.documents.map(({ counts }) => counts))).f1),
    );
    const items = this.#tokens.items();
    const annotated = annotatedItems(items);
    const count = (all: typeof items) => all.reduce((sum, { times }) => sum + times, 0);
    return {
      annotators,
      rule,
      documents: this.#documents.length,
      headline: {
        f1: mean,
        deviation,
        interval: counting.interval(this.#pairs.map(({ documents }) => documents)),
        level,
        seed,
      },
      pairs: this.#pairs.map(pairReport),
      perType: this.#perType(counting),
      perDocument: this.#documents,
      tokens: {
        count: count(items),
        annotated: count(annotated),
        all: coefficientsOf(items),
        annotatedOnly: coefficientsOf(annotated),
      },
      documentLabels: [...this.#labels]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, tally]) => ({ name, coefficients: coefficientsOf(tally.items()) })),
      leftOut: this.#leftOut(),
    };
  }

  #addItems(
    present: ReadonlyMap<string, Comparable>,
    tokens: ReturnType<typeof plainTokens>,
  ): void {
    const { annotators } = this.#options;
    const names = new Set([...present.values()].flatMap(({ labels }) => [...labels.keys()]));
    for (const name of names) {
      const tally = this.#labels.get(name) ?? new ItemTally();
      this.#labels.set(name, tally);
      tally.add(annotators.map((annotator) => present.get(annotator)?.labels.get(name) ?? null));
    }
    if (present.size < annotators.length) {
      this.#notByAll++;
      return;
    }
    const spans = annotators.map((annotator) => present.get(annotator)?.spans ?? []);
    tallyTokens(this.#tokens, tokens, spans);
  }

  /** Counts of all pairs together for each type, with the interval of their F1. */
  #perType(counting: Counting): readonly TypeReport[] {
    const labels = new Set<string>();
    for (const pair of this.#pairs) {
      for (const { perLabel } of pair.documents) {
        for (const label of perLabel.keys()) labels.add(label);
      }
    }
    return [...labels].sort().map((label) => {
      const counts = this.#pairs.flatMap((pair) =>
        pair.documents.flatMap(({ document, perLabel }) => {
          const own = perLabel.get(label);
          return own ? [{ document, counts: own }] : [];
        }),
      );
      const whole = scoresOf(addCounts(counts.map((own) => own.counts)));
      return { label, ...whole, interval: counting.interval([counts]) };
    });
  }

  #leftOut(): readonly SurveyLeftOut[] {
    return [
      {
        what: 'Documents by one annotator only',
        count: this.#alone,
        why: 'Nobody else of those chosen worked on them, so there is nothing to compare.',
      },
      {
        what: 'Documents not by all annotators',
        count: this.#notByAll,
        why: 'They count for the pairs that worked on them, but not for the coefficients on tokens, which want all annotators.',
      },
      {
        what: 'Spans marked twice alike',
        count: this.#duplicates,
        why: 'Somebody marked the same words with the same type twice; it counts once.',
      },
    ].filter(({ count }) => count > 0);
  }
}

function pairReport(pair: PairTally): PairReport {
  const { mean, defined } = meanOf(pair.documents.map(({ counts }) => scoresOf(counts).f1));
  const scores = <Rule extends string>(rules: readonly Rule[], of: (rule: Rule) => Counts) =>
    Object.fromEntries(rules.map((rule) => [rule, scoresOf(of(rule))]));
  return {
    first: pair.first,
    second: pair.second,
    documents: pair.documents.length,
    spans: scores(SPAN_RULES, (rule) => pair.spans(rule)) as PairReport['spans'],
    macro: { mean, defined },
    characters: scoresOf(pair.characters),
    tokens: scoresOf(pair.tokens),
    relations: scores(RELATION_RULES, (rule) => pair.relations(rule)) as PairReport['relations'],
    perRelationType: pair
      .perRelationType()
      .map(([label, counts]) => ({ label, ...scoresOf(counts) })),
    confusion: { exact: pair.exact.matrix(true), overlap: pair.overlap.matrix(true) },
    relationConfusion: pair.relationTypes.matrix(true),
    labelConfusion: [...pair.labels].map(([name, counter]) => ({ name, ...counter.matrix(false) })),
  };
}
