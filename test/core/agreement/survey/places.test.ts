import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RELATION_RULES } from '#core/agreement/relations/relation-counts.ts';
import { SPAN_RULES } from '#core/agreement/spans/span-counts.ts';
import { comparable } from '#core/agreement/survey/comparable.ts';
import type { PlaceQuery } from '#core/agreement/survey/place-query.ts';
import { placesOf } from '#core/agreement/survey/places.ts';
import { Survey } from '#core/agreement/survey/survey.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { labelId } from '#core/model/document-label.ts';
import { comparedSet } from '#core/review/compared-set.ts';

const OPTIONS = {
  ...{ annotators: ['a', 'b'], entityTypes: null, relationTypes: null, symmetric: ['meets'] },
  ...{ rule: 'exact' as const, replicates: 0, level: 0.95, seed: 1 },
};

/** A set with spans, relations between neighbours, and a label. */
const anySet = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 25 }),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom('PER', 'ORG'),
      fc.constantFrom('knows', 'meets', null),
    ),
    { maxLength: 6 },
  )
  .map((rows): AnnotationRecord[] => {
    const spans = rows.map(
      ([start, size, type], i): AnnotationRecord => ({
        ...{ kind: 'span', id: `s${i}`, type, attributes: {}, note: '' },
        ranges: [{ start, end: start + size }],
      }),
    );
    const relations = rows.flatMap(([, , , type], i): AnnotationRecord[] =>
      type === null || i === 0
        ? []
        : [
            {
              ...{ kind: 'relation', id: `r${i}`, type, from: `s${i}`, to: `s${i - 1}` },
              ...{ attributes: {}, note: '' },
            },
          ],
    );
    const value = rows.length % 2 === 0 ? 'war' : 'art';
    return [...spans, ...relations, { kind: 'label', id: labelId('topic'), name: 'topic', value }];
  });

/** Number of places that a query finds in all documents, and the report of the same documents. */
function surveyed(documents: readonly (readonly [AnnotationRecord[], AnnotationRecord[]])[]) {
  const survey = new Survey(OPTIONS);
  const sides = documents.map(([first, second], i) => {
    const sets = [comparedSet('a', first), comparedSet('b', second)] as const;
    survey.add({ id: `d${i}`, text: 'x'.repeat(40), sets });
    return sets.map((set) => comparable(set, OPTIONS));
  });
  const count = (query: PlaceQuery) =>
    sides.reduce((sum, [ours, theirs], i) => {
      if (!ours || !theirs) return sum;
      return sum + placesOf(`d${i}`, ours, theirs, query, new Set(['meets'])).length;
    }, 0);
  return { report: survey.report(), count };
}

test('every figure has as many places as it counts', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anySet, anySet), { minLength: 1, maxLength: 3 }), (documents) => {
      const { report, count } = surveyed(documents);
      const [pair] = report.pairs;
      if (!pair) throw new Error('two annotators are a pair');
      const ends = { first: 'a', second: 'b', label: null };
      for (const rule of SPAN_RULES) {
        const spans = { ...ends, kind: 'spans' as const, rule, document: null };
        const matched = count({ ...spans, outcome: 'match' });
        const { first, second } = pair.spans[rule];
        if (rule !== 'partial') expect(matched).toBe(pair.spans[rule].matches);
        expect(count({ ...spans, outcome: 'first-only' })).toBe(first - matched);
        expect(count({ ...spans, outcome: 'second-only' })).toBe(second - matched);
      }
      for (const rule of RELATION_RULES) {
        const { matches, first } = pair.relations[rule];
        const relations = { ...ends, kind: 'relations' as const, rule };
        expect(count({ ...relations, outcome: 'match' })).toBe(matches);
        expect(count({ ...relations, outcome: 'first-only' })).toBe(first - matches);
      }
      for (const rule of ['exact', 'overlap'] as const) {
        const { labels, rows } = pair.confusion[rule];
        for (const [i, row] of labels.entries()) {
          for (const [j, column] of labels.entries()) {
            const cell = { first: 'a', second: 'b', kind: 'span-cell' as const, rule, row, column };
            expect(count(cell)).toBe(rows[i]?.[j]);
          }
        }
      }
      const [topic] = pair.labelConfusion;
      for (const [i, row] of topic?.labels.entries() ?? []) {
        for (const [j, column] of topic?.labels.entries() ?? []) {
          const cell = { first: 'a', second: 'b', kind: 'label-cell' as const, name: 'topic' };
          expect(count({ ...cell, row, column })).toBe(topic?.rows[i]?.[j]);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('a type’s places are counted as its figure is: by itself', () => {
  fc.assert(
    fc.property(anySet, anySet, (a, b) => {
      const { report, count } = surveyed([[a, b]]);
      for (const { label, matches, first } of report.perType) {
        const query = { first: 'a', second: 'b', kind: 'spans' as const, rule: 'exact' as const };
        const spans = { ...query, label, document: null };
        expect(count({ ...spans, outcome: 'match' })).toBe(matches);
        expect(count({ ...spans, outcome: 'first-only' })).toBe(first - matches);
      }
    }),
  );
});
