import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AgreementSpan, compareSpans, distinctSpans } from '#core/agreement/agreement-span.ts';
import { ConfusionCounter } from '#core/agreement/confusion.ts';
import { type Counts, scoresOf } from '#core/agreement/counts.ts';
import { SpanPairing } from '#core/agreement/matching/span-pairing.ts';
import {
  pairRelations,
  RELATION_RULES,
  relationCounts,
} from '#core/agreement/relations/relation-counts.ts';
import { characterCounts } from '#core/agreement/spans/character-counts.ts';
import { countConfusion } from '#core/agreement/spans/span-confusion.ts';
import { SPAN_RULES, spanCounts } from '#core/agreement/spans/span-counts.ts';
import { tokenCounts } from '#core/agreement/tokens/token-counts.ts';
import { LENGTH, pair, RUNS, rename, spans } from './arbitraries.ts';

type Spans = readonly AgreementSpan[];
type Measure = (first: Spans, second: Spans) => Counts;

const tokens = Array.from({ length: LENGTH / 4 }, (_, i) => ({ start: i * 4, end: i * 4 + 3 }));
const pairing = (first: Spans, second: Spans) =>
  new SpanPairing(distinctSpans(first).spans, distinctSpans(second).spans);

/** A relation from each span to the next one; the types in turn. */
const chain = (given: Spans) => {
  const own = distinctSpans(given).spans;
  const relations = own.slice(1).flatMap((to, i) => {
    const from = own[i];
    return from ? [{ label: to.label === 'LOC' ? 'meets' : 'knows', from, to }] : [];
  });
  return { spans: own, relations };
};

const MEASURES: Readonly<Record<string, Measure>> = {
  ...Object.fromEntries(
    SPAN_RULES.map((rule): [string, Measure] => [
      `span F1, ${rule}`,
      (a, b) => spanCounts(pairing(a, b), rule),
    ]),
  ),
  ...Object.fromEntries(
    RELATION_RULES.map((rule): [string, Measure] => [
      `relation F1, ${rule}`,
      (a, b) => relationCounts(pairRelations(chain(a), chain(b), rule, new Set(['meets']))),
    ]),
  ),
  'character F1': (a, b) => characterCounts(a, b, true),
  'character F1, unlabelled': (a, b) => characterCounts(a, b, false),
  'token F1': (a, b) => tokenCounts(tokens, distinctSpans(a).spans, distinctSpans(b).spans),
};

const relabel = (given: Spans) => given.map((span) => ({ ...span, label: rename(span.label) }));
const shift = (given: Spans, by: number) =>
  given.map(({ label, ranges }) => ({
    label,
    ranges: ranges.map(({ start, end }) => ({ start: start + by, end: end + by })),
  }));
const turned = ({ matches, first, second }: Counts) => ({ matches, first: second, second: first });
const only = ({ matches, first, second }: Counts) => ({ matches, first, second });

describe.each(Object.entries(MEASURES))('%s', (name, measure) => {
  test('is the same from either side', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(only(measure(b, a))).toEqual(turned(measure(a, b)));
      }),
      { numRuns: RUNS },
    );
  });

  test('does not depend on the order of spans', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(measure([...a].reverse(), [...b].reverse())).toEqual(measure(a, b));
      }),
      { numRuns: RUNS },
    );
  });

  // The chain of relations follows the order of labels, which other names change.
  test.skipIf(name.startsWith('relation'))('does not depend on the names of labels', () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        expect(measure(relabel(a), relabel(b))).toEqual(measure(a, b));
      }),
      { numRuns: RUNS },
    );
  });

  test('is full agreement with oneself', () => {
    fc.assert(
      fc.property(spans, (a) => {
        const { f1, first } = scoresOf(measure(a, a));
        expect(f1).toBe(first === 0 ? null : 1);
      }),
      { numRuns: RUNS },
    );
  });

  test.skipIf(name.startsWith('token'))('does not depend on where the text begins', () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: 0, max: 1_000 }), ([a, b], by) => {
        expect(measure(shift(a, by), shift(b, by))).toEqual(measure(a, b));
      }),
      { numRuns: RUNS },
    );
  });
});

test('no rule finds less than a stricter one', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const of = (rule: (typeof SPAN_RULES)[number]) => spanCounts(pairing(a, b), rule).matches;
      expect(of('exact')).toBeLessThanOrEqual(of('exact-unlabelled'));
      expect(of('exact')).toBeLessThanOrEqual(of('overlap'));
      expect(of('overlap')).toBeLessThanOrEqual(of('overlap-unlabelled'));
      expect(of('exact-unlabelled')).toBeLessThanOrEqual(of('partial'));
      expect(of('partial')).toBeLessThanOrEqual(of('overlap-unlabelled'));
    }),
    { numRuns: RUNS },
  );
});

test('the most overlapping pairs are as many as trying everything finds', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const pairs = pairing(a, b);
      const edges = pairs.overlaps();
      expect(pairs.mostOverlapping(false)).toHaveLength(best(edges, () => 1));
      const closest = pairs.closest();
      const sharedOf = (first: number, second: number) =>
        edges.find((edge) => edge.first === first && edge.second === second)?.shared ?? 0;
      const shared = closest.reduce((sum, { first, second }) => sum + sharedOf(first, second), 0);
      expect(shared).toBe(best(edges, (edge) => edge.shared));
    }),
    { numRuns: RUNS },
  );
});

type Edge = ReturnType<SpanPairing['overlaps']>[number];

/** The largest total weight of one-to-one pairs, by trying all. */
function best(edges: readonly Edge[], weigh: (edge: Edge) => number): number {
  const firsts = [...new Set(edges.map(({ first }) => first))];
  const seen = new Map<string, number>();
  const from = (at: number, used: ReadonlySet<number>): number => {
    const first = firsts[at];
    if (first === undefined) return 0;
    const key = `${at} ${[...used].sort().join()}`;
    const known = seen.get(key);
    if (known !== undefined) return known;
    let most = from(at + 1, used);
    for (const edge of edges) {
      if (edge.first !== first || used.has(edge.second)) continue;
      most = Math.max(most, weigh(edge) + from(at + 1, new Set([...used, edge.second])));
    }
    seen.set(key, most);
    return most;
  };
  return from(0, new Set());
}

test('a confusion matrix holds every span of both once, and turns over with the sides', () => {
  fc.assert(
    fc.property(pair, fc.constantFrom('exact' as const, 'overlap' as const), ([a, b], rule) => {
      const matrixOf = (first: Spans, second: Spans) => {
        const counter = new ConfusionCounter();
        countConfusion(pairing(first, second), rule, counter);
        return counter.matrix(true);
      };
      const { labels, rows } = matrixOf(a, b);
      const sums = rows.map((row) => row.reduce((sum, count) => sum + count, 0));
      const ofFirst = sums.slice(0, -1).reduce((sum, count) => sum + count, 0);
      expect(ofFirst).toBe(distinctSpans(a).spans.length);
      const lastOfRows = rows.map((row) => row.at(-1) ?? 0).reduce((sum, count) => sum + count, 0);
      const all = sums.reduce((sum, count) => sum + count, 0);
      expect(all - lastOfRows).toBe(distinctSpans(b).spans.length);
      const diagonal = labels.map((_, i) => rows[i]?.[i] ?? 0);
      const other = matrixOf(b, a);
      expect(other.labels).toEqual(labels);
      if (rule === 'exact')
        expect(other.labels.map((_, i) => other.rows[i]?.[i] ?? 0)).toEqual(diagonal);
    }),
    { numRuns: RUNS },
  );
});

test('marking the same twice changes nothing and is counted', () => {
  fc.assert(
    fc.property(spans, (a) => {
      const once = distinctSpans(a);
      const twice = distinctSpans([...a, ...a]);
      expect(twice.spans).toEqual(once.spans);
      expect(twice.duplicates).toBe(once.duplicates + a.length);
      for (const [i, span] of once.spans.entries()) {
        const next = once.spans[i + 1];
        if (next) expect(compareSpans(span, next)).toBeLessThan(0);
      }
    }),
    { numRuns: RUNS },
  );
});
