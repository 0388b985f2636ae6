import type { AgreementSpan } from '#core/agreement/agreement-span.ts';
import { distinctSpans } from '#core/agreement/agreement-span.ts';
import { bootstrap } from '#core/agreement/bootstrap/bootstrap.ts';
import { cohenKappa, cohenKappaPerLabel } from '#core/agreement/coding/cohen-kappa.ts';
import { fleissKappa } from '#core/agreement/coding/fleiss-kappa.ts';
import { countItems } from '#core/agreement/coding/items.ts';
import { krippendorffAlpha } from '#core/agreement/coding/krippendorff-alpha.ts';
import { labelConfusion } from '#core/agreement/coding/label-confusion.ts';
import { scottPi, scottPiPerLabel } from '#core/agreement/coding/scott-pi.ts';
import { ConfusionCounter } from '#core/agreement/confusion.ts';
import { addCounts, type Counts, meanOf, scoresOf } from '#core/agreement/counts.ts';
import { SpanPairing } from '#core/agreement/matching/span-pairing.ts';
import {
  pairRelations,
  type RelationRule,
  relationCounts,
} from '#core/agreement/relations/relation-counts.ts';
import { characterCounts } from '#core/agreement/spans/character-counts.ts';
import { pairwiseF1 } from '#core/agreement/spans/pairwise.ts';
import { countsPerLabel } from '#core/agreement/spans/per-label.ts';
import { countConfusion } from '#core/agreement/spans/span-confusion.ts';
import { type SpanRule, spanCounts } from '#core/agreement/spans/span-counts.ts';
import {
  annotatedItems,
  tokenItems,
  tokenKappaPerLabel,
} from '#core/agreement/tokens/token-agreement.ts';
import { tokenCounts } from '#core/agreement/tokens/token-counts.ts';
import {
  type Case,
  documentsInput,
  itemInput,
  relationInput,
  sidesOf,
  spanInput,
  toSpans,
} from './cases.ts';
import { GAMMA } from './gamma-measures.ts';
import { UNITIZING } from './unitizing-measures.ts';

type Measure = (given: Case) => unknown;

/** A refused measure, in the words of the cases. */
const orError = <V>(
  result: { ok: true; value: V } | { ok: false; error: { message: string } },
  show: (value: V) => unknown,
) => (result.ok ? show(result.value) : { error: result.error.message });

const named = (counts: Counts) => {
  const { matches, first, second, precision, recall, f1 } = scoresOf(counts);
  return { tp: matches, n_a: first, n_b: second, precision, recall, f1 };
};
const pairingOf = ([first, second]: readonly [
  readonly AgreementSpan[],
  readonly AgreementSpan[],
]) => new SpanPairing(distinctSpans(first).spans, distinctSpans(second).spans);
const spanSides = (given: Case) => sidesOf(given, spanInput.parse(given.input).annotators);
const itemsOf = (given: Case) => countItems(itemInput.parse(given.input).items);
const tokensOf = (given: Case) =>
  (spanInput.parse(given.input).tokens ?? []).map(([start, end]) => ({ start, end }));
const valuesOf = (map: ReadonlyMap<string, { readonly value: number | null }>) =>
  Object.fromEntries([...map].map(([label, { value }]) => [label, value]));

const confusion =
  (rule: 'exact' | 'overlap'): Measure =>
  (given) => {
    const counter = new ConfusionCounter();
    countConfusion(pairingOf(spanSides(given)), rule, counter);
    const { labels, rows } = counter.matrix(true);
    return { labels, matrix: rows };
  };

const spanPrf: Measure = (given) => {
  const pairing = pairingOf(spanSides(given));
  const counted = (rule: SpanRule) => spanCounts(pairing, rule);
  const partial = counted('partial');
  return {
    exact_labelled: named(counted('exact')),
    exact_unlabelled: named(counted('exact-unlabelled')),
    overlap_labelled: named(counted('overlap')),
    overlap_unlabelled: named(counted('overlap-unlabelled')),
    partial_credit: { ...named(partial), correct: partial.correct, partial: partial.partial },
  };
};

const perLabel: Measure = (given) => {
  const { first, second } = pairingOf(spanSides(given));
  const exact = countsPerLabel(first, second, 'exact');
  const overlap = countsPerLabel(first, second, 'overlap');
  return {
    per_label: Object.fromEntries(
      [...exact].map(([label, counts]) => [
        label,
        { exact: named(counts), overlap: named(overlap.get(label) ?? counts) },
      ]),
    ),
    macro_f1_exact: meanOf([...exact.values()].map((counts) => scoresOf(counts).f1)).mean,
    micro_f1_exact: scoresOf(addCounts(exact.values())).f1,
  };
};

const pairwise: Measure = (given) => {
  const { annotators } = spanInput.parse(given.input);
  const score = (rule: SpanRule) =>
    pairwiseF1(Object.keys(annotators), (a, b) =>
      spanCounts(pairingOf([toSpans(annotators[a] ?? []), toSpans(annotators[b] ?? [])]), rule),
    );
  const exact = score('exact');
  const overlap = score('overlap');
  return {
    pairs: Object.fromEntries(
      exact.pairs.map(({ first, second, f1 }, i) => [
        `${first}-${second}`,
        { exact: f1, overlap: overlap.pairs[i]?.f1 },
      ]),
    ),
    mean_exact: exact.mean,
    sd_exact: exact.deviation,
  };
};

const charToken: Measure = (given) => {
  const { first, second } = pairingOf(spanSides(given));
  return {
    char: named(characterCounts(first, second, true)),
    char_unlabelled: named(characterCounts(first, second, false)),
    token: named(tokenCounts(tokensOf(given), first, second)),
  };
};

const tokenKappa: Measure = (given) => {
  const { first, second } = pairingOf(spanSides(given));
  const tokens = tokensOf(given);
  const items = tokenItems(tokens, [first, second]);
  const kappa = cohenKappa(items);
  const pi = scottPi(items);
  const annotated = cohenKappa(annotatedItems(items));
  return {
    kappa: kappa.ok ? kappa.value.value : kappa,
    observed: kappa.ok ? kappa.value.observed : kappa,
    alpha: krippendorffAlpha(items).value,
    pi: pi.ok ? pi.value.value : pi,
    kappa_annotated_tokens_only: annotated.ok ? annotated.value.value : annotated,
    per_label_kappa: orError(tokenKappaPerLabel(tokens, first, second), valuesOf),
  };
};

const tokenFleiss: Measure = (given) => {
  const { annotators } = spanInput.parse(given.input);
  const sides = Object.values(annotators).map((spans) => distinctSpans(toSpans(spans)).spans);
  const items = tokenItems(tokensOf(given), sides);
  return orError(fleissKappa(items), (fleiss) => ({
    fleiss: fleiss.value,
    alpha: krippendorffAlpha(items).value,
    per_label_fleiss: Object.fromEntries(fleiss.perLabel),
  }));
};

const RELATION_NAMES: Readonly<Record<string, RelationRule>> = {
  strict: 'strict',
  boundaries: 'boundaries',
  relaxed: 'relaxed',
  relaxed_any: 'relaxed-any',
  strict_untyped: 'untyped',
  strict_given_common_entities: 'common-ends',
};

const relations: Measure = (given) => {
  const { annotators, symmetric_types } = relationInput.parse(given.input);
  const symmetric = new Set(symmetric_types);
  const sideOf = (name: unknown) => {
    const side = annotators[String(name)] ?? { entities: [], relations: [] };
    const spans = toSpans(side.entities);
    const found = side.relations.map(({ type, head, tail }) => {
      const [from, to] = [spans[head], spans[tail]];
      if (!from || !to) throw new Error('a relation without an end');
      return { label: type, from, to };
    });
    return { spans, relations: found };
  };
  const first = sideOf(given.params?.['reference'] ?? 'A1');
  const second = sideOf(given.params?.['response'] ?? 'A2');
  const types = new Set([...first.relations, ...second.relations].map(({ label }) => label));
  const only = (side: ReturnType<typeof sideOf>, type: string) => ({
    ...side,
    relations: side.relations.filter(({ label }) => label === type),
  });
  return {
    ...Object.fromEntries(
      Object.entries(RELATION_NAMES).map(([name, rule]) => [
        name,
        named(relationCounts(pairRelations(first, second, rule, symmetric))),
      ]),
    ),
    per_type_strict: Object.fromEntries(
      [...types].map((type) => [
        type,
        named(
          relationCounts(pairRelations(only(first, type), only(second, type), 'strict', symmetric)),
        ),
      ]),
    ),
  };
};

/** All ways to draw n of n with replacement. */
function* allResamples(n: number): Generator<readonly number[]> {
  for (let code = 0; code < n ** n; code++) {
    yield Array.from({ length: n }, (_, i) => Math.floor(code / n ** i) % n);
  }
}

const bootstrapCase: Measure = (given) => {
  const statistic = String(given.params?.['statistic']);
  const level = Number(given.params?.['level']);
  const shown = (
    count: number,
    resamples: Iterable<readonly number[]> | undefined,
    figure: (places: readonly number[]) => number | null,
  ) => {
    const { lower, upper, mean, replicates, undefinedReplicates } = bootstrap(
      figure,
      resamples ?? allResamples(count),
      level,
    );
    const point = figure(Array.from({ length: count }, (_, i) => i));
    return { point, lower, upper, mean, replicates, undefined_replicates: undefinedReplicates };
  };
  if (/f1/iu.test(statistic)) {
    const { documents, resamples } = documentsInput.parse(given.input);
    const rule = /overlap/iu.test(statistic) ? 'overlap' : 'exact';
    const counts = documents.map(({ annotators }) =>
      spanCounts(pairingOf(sidesOf(given, annotators)), rule),
    );
    return shown(counts.length, resamples, (places) => {
      const drawn = places.flatMap((place) => counts[place] ?? []);
      return scoresOf(addCounts(drawn)).f1;
    });
  }
  const { items, resamples } = itemInput.parse(given.input);
  return shown(items.length, resamples, (places) => {
    const drawn = countItems(places.flatMap((place) => [items[place] ?? []]));
    if (/alpha/iu.test(statistic)) return krippendorffAlpha(drawn).value;
    const kappa = /pi\b/iu.test(statistic) ? scottPi(drawn) : cohenKappa(drawn);
    return kappa.ok ? kappa.value.value : null;
  });
};

/** How each measure of the cases is taken; the result has the shape of `expected`. */
export const MEASURES: Readonly<Record<string, Measure>> = {
  ...UNITIZING,
  ...GAMMA,
  cohen_kappa: (given) =>
    orError(cohenKappa(itemsOf(given)), ({ value, ...rest }) => ({ kappa: value, ...rest })),
  scott_pi: (given) =>
    orError(scottPi(itemsOf(given)), ({ value, ...rest }) => ({ pi: value, ...rest })),
  fleiss_kappa: (given) =>
    orError(fleissKappa(itemsOf(given)), ({ value, perLabel: labels, ...rest }) => ({
      kappa: value,
      per_label: Object.fromEntries(labels),
      ...rest,
    })),
  krippendorff_alpha_nominal: (given) => {
    const { value, pairable, perLabel: labels } = krippendorffAlpha(itemsOf(given));
    return { alpha: value, pairable_values: pairable, per_label: Object.fromEntries(labels) };
  },
  cohen_kappa_per_label: (given) => orError(cohenKappaPerLabel(itemsOf(given)), valuesOf),
  scott_pi_per_label: (given) => orError(scottPiPerLabel(itemsOf(given)), valuesOf),
  label_confusion: (given) =>
    orError(labelConfusion(itemsOf(given)), ({ labels, rows }) => ({ labels, matrix: rows })),
  span_prf: spanPrf,
  span_prf_per_label: perLabel,
  span_confusion_exact: confusion('exact'),
  span_confusion_overlap: confusion('overlap'),
  pairwise_f1: pairwise,
  char_token_f1: charToken,
  token_kappa: tokenKappa,
  token_fleiss_alpha: tokenFleiss,
  relation_prf: relations,
  bootstrap_percentile_ci: bootstrapCase,
};
