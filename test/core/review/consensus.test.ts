import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { labelId } from '#core/model/document-label.ts';
import type { Span } from '#core/model/span.ts';
import { comparedSet } from '#core/review/compared-set.ts';
import { type Consensus, consensusOf, majorityOf } from '#core/review/consensus.ts';
import { compareSets } from '#core/review/differences.ts';

const span = (id: string, start: number, end: number, type = 'PER', note = ''): Span => ({
  ...{ kind: 'span', id, type, attributes: {}, note },
  ranges: [{ start, end }],
});
const relation = (id: string, from: string, to: string): AnnotationRecord => ({
  ...{ kind: 'relation', id, type: 'knows', from, to, attributes: {}, note: '' },
});
const label = (value: string): AnnotationRecord => ({
  ...{ kind: 'label', id: labelId('topic'), name: 'topic', value },
});

function consensus(sets: readonly (readonly AnnotationRecord[])[], enough: number): Consensus {
  const everyone = sets.map((_, i) => `a${i}`);
  let next = 0;
  const compared = compareSets(
    sets.map((records, i) => comparedSet(everyone[i] ?? '', records)),
    new Set(),
  );
  return consensusOf(compared, everyone, enough, (kind) => `${kind}-${next++}`);
}

test('what all see alike is taken over without notes, the rest is left open', () => {
  const { records, open } = consensus(
    [
      [span('x', 0, 4, 'PER', 'mine'), span('y', 10, 14)],
      [span('z', 0, 4), span('w', 10, 15)],
    ],
    2,
  );
  expect(records).toEqual([{ ...span('span-0', 0, 4) }]);
  expect(open.map(({ kinds }) => kinds)).toEqual([['boundaries']]);
});

test('two of three are a majority, also for marking nothing', () => {
  const sets = [[span('x', 0, 4)], [span('y', 0, 4)], [span('z', 20, 24)]];
  const { records, open } = consensus(sets, majorityOf(3));
  expect(records).toEqual([span('span-0', 0, 4)]);
  expect(open).toEqual([]);
  expect(consensus(sets, 3).open).toHaveLength(2);
});

test('relations come with the new ids of their ends, and wait where an end is open', () => {
  const agreed = [span('x', 0, 4), span('y', 10, 14), relation('r', 'x', 'y')];
  expect(consensus([agreed, agreed], 2).records.at(-1)).toMatchObject({
    ...{ kind: 'relation', from: 'span-0', to: 'span-1' },
  });
  const other = [span('x', 0, 4), span('y', 10, 15), relation('r', 'x', 'y')];
  const { records, open } = consensus([agreed, other], 2);
  expect(records.map(({ kind }) => kind)).toEqual(['span']);
  expect(open.map(({ about }) => about)).toEqual(['span', 'relation']);
});

test('labels are taken over by value', () => {
  expect(consensus([[label('war')], [label('war')]], 2).records).toEqual([label('war')]);
  expect(consensus([[label('war')], [label('art')]], 2).open).toHaveLength(1);
});

const anySet = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 1, max: 4 }), fc.boolean()), {
    maxLength: 6,
  })
  .map((spans) =>
    spans.map(([start, size, isPerson], i) =>
      span(`s${i}`, start, start + size, isPerson ? 'PER' : 'ORG'),
    ),
  );

test('with a threshold of all, exactly what no set differs on is taken over, once each', () => {
  fc.assert(
    fc.property(anySet, anySet, (a, b) => {
      const { records, open } = consensus([a, b], 2);
      const compared = compareSets([comparedSet('a0', a), comparedSet('a1', b)], new Set());
      expect(open).toHaveLength(compared.filter(({ kinds }) => kinds.length > 0).length);
      expect(records).toHaveLength(compared.length - open.length);
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    }),
  );
});
