import { expect, test } from 'vitest';
import { plainTokens } from '#core/agreement/survey/plain-tokens.ts';
import { Survey } from '#core/agreement/survey/survey.ts';
import type { SurveyOptions } from '#core/agreement/survey/survey-input.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { labelId } from '#core/model/document-label.ts';
import { comparedSet } from '#core/review/compared-set.ts';

const OPTIONS: SurveyOptions = {
  ...{ annotators: ['anna', 'ben', 'cleo'], entityTypes: null, relationTypes: null, symmetric: [] },
  ...{ rule: 'exact', replicates: 200, level: 0.95, seed: 1 },
};
const TEXT = 'Ada met Ben in Rome. Ada left.';

const span = (id: string, start: number, end: number, type = 'PER'): AnnotationRecord => ({
  ...{ kind: 'span', id, type, attributes: {}, note: '' },
  ranges: [{ start, end }],
});
const relation = (id: string, from: string, to: string, type = 'met'): AnnotationRecord => ({
  ...{ kind: 'relation', id, type, from, to, attributes: {}, note: '' },
});
const topic = (value: string): AnnotationRecord => ({
  ...{ kind: 'label', id: labelId('topic'), name: 'topic', value },
});

const ada = span('s1', 0, 3);
const ben = span('s2', 8, 11);
const rome = span('s3', 15, 19, 'LOC');

/** Two documents: the first by all three, the second by two, a third by one. */
function report(options: Partial<SurveyOptions> = {}) {
  const survey = new Survey({ ...OPTIONS, ...options });
  const sets = (all: Record<string, AnnotationRecord[]>) =>
    Object.entries(all).map(([annotator, records]) => comparedSet(annotator, records));
  const first = {
    anna: [ada, ben, rome, relation('r', 's1', 's2'), topic('travel')],
    ben: [ada, ben, span('s3', 15, 19, 'GPE'), relation('r', 's1', 's2', 'knows'), topic('travel')],
    cleo: [ada, topic('people')],
  };
  survey.add({ id: 'one', text: TEXT, sets: sets(first) });
  survey.add({ id: 'two', text: TEXT, sets: sets({ anna: [ada], ben: [] }) });
  survey.add({ id: 'three', text: TEXT, sets: sets({ cleo: [ada] }) });
  return survey.report();
}

test('pairs are counted over the documents that both worked on', () => {
  const { pairs } = report();
  expect(pairs.map(({ first, second, documents }) => [first, second, documents])).toEqual([
    ['anna', 'ben', 2],
    ['anna', 'cleo', 1],
    ['ben', 'cleo', 1],
  ]);
  // Anna 3 + 1 spans, Ben 3 + 0, of which two are the same.
  expect(pairs[0]?.spans.exact).toMatchObject({ matches: 2, first: 4, second: 3, f1: 4 / 7 });
  expect(pairs[0]?.spans['exact-unlabelled']).toMatchObject({ matches: 3 });
  expect(pairs[1]?.spans.exact).toMatchObject({ matches: 1, first: 3, second: 1, f1: 0.5 });
});

test('the headline is the mean of the pairs, with an interval around it', () => {
  const { headline, perDocument } = report();
  expect(headline.f1).toBeCloseTo((4 / 7 + 0.5 + 0.5) / 3, 12);
  expect(headline.interval).toMatchObject({ replicates: 200 });
  expect(perDocument).toMatchObject([
    { id: 'one', pairs: 3, spans: 7 },
    { id: 'two', pairs: 1, f1: 0 },
  ]);
});

test('matrices hold what one took for something else, and what one did not mark', () => {
  const { pairs } = report();
  expect(pairs[0]?.confusion.exact).toEqual({
    labels: ['GPE', 'LOC', 'PER', '∅'],
    rows: [
      [0, 0, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 2, 1],
      [0, 0, 0, 0],
    ],
  });
  expect(pairs[0]?.relations.strict).toMatchObject({ matches: 0, first: 1, second: 1 });
  expect(pairs[0]?.relations.untyped).toMatchObject({ matches: 1 });
  expect(pairs[0]?.relationConfusion.labels).toEqual(['knows', 'met', '∅']);
  expect(pairs[1]?.labelConfusion).toMatchObject([{ name: 'topic', labels: ['people', 'travel'] }]);
});

test('what does not count is said', () => {
  expect(report().leftOut.map(({ what, count }) => [what, count])).toEqual([
    ['Documents by one annotator only', 1],
    ['Documents not by all annotators', 1],
  ]);
});

test('of three annotators, kappa is the mean of the pairs', () => {
  const all = report().tokens.all;
  const kappa = all.find(({ name }) => name === 'cohen');
  const pairs = [
    ['anna', 'ben'],
    ['anna', 'cleo'],
    ['ben', 'cleo'],
  ].map((annotators) => {
    const survey = new Survey({ ...OPTIONS, annotators });
    const own: Record<string, AnnotationRecord[]> = {
      anna: [ada, ben, rome],
      ben: [ada, ben, span('s3', 15, 19, 'GPE')],
      cleo: [ada],
    };
    const sets = annotators.map((annotator) => comparedSet(annotator, own[annotator] ?? []));
    survey.add({ id: 'one', text: TEXT, sets });
    return survey.report().tokens.all.find(({ name }) => name === 'cohen')?.value ?? 0;
  });
  const mean = pairs.reduce((sum, value) => sum + value, 0) / 3;
  expect(kappa).toMatchObject({ pairs: 3 });
  expect(kappa?.value).toBeCloseTo(mean, 12);
});

test('types can be chosen', () => {
  const { pairs } = report({ entityTypes: ['PER'], relationTypes: [] });
  expect(pairs[0]?.spans.exact).toMatchObject({ matches: 2, first: 3, second: 2 });
  expect(pairs[0]?.relations.strict).toMatchObject({ first: 0, second: 0, f1: null });
});

test('tokens are runs of letters and digits, and other characters by themselves', () => {
  const text = 'Dr. Müller’s 3.5 kg – 東京へ';
  const tokens = plainTokens(text).map(({ start, end }) => text.slice(start, end));
  expect(tokens).toEqual([
    'Dr',
    '.',
    'Müller',
    '’',
    's',
    '3',
    '.',
    '5',
    'kg',
    '–',
    '東',
    '京',
    'へ',
  ]);
});

test('the same seed gives the same intervals', () => {
  expect(report()).toEqual(report());
  expect(report({ replicates: 0 }).headline.interval).toBeNull();
});
