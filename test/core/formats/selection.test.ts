import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '#core/formats/dataset.ts';
import { countLosses, type LossKind } from '#core/formats/losses.ts';
import { EVERYTHING, select } from '#core/formats/selection.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { anyDataset } from './datasets.ts';

const span = (id: string, type: string, ...edges: [number, number][]): AnnotationRecord => {
  const [[start, end] = [0, 1], ...rest] = edges;
  const ranges = rest.map(([from, to]) => ({ start: from, end: to }));
  return { kind: 'span', id, type, ranges: [{ start, end }, ...ranges], attributes: {}, note: '' };
};
const relation = (id: string, type: string, from: string, to: string): AnnotationRecord => ({
  kind: 'relation',
  id,
  type,
  from,
  to,
  attributes: { sure: true },
  note: 'why',
});

const DATASET: Dataset = {
  name: 'p',
  schema: DEFAULT_SCHEMA,
  documents: ['d1', 'd2'].map((id) => ({
    id,
    name: id,
    text: '0123456789',
    sets: ['anna', 'ben'].map((name) => ({
      annotator: { id: name, name },
      records: [
        span('s1', 'Person', [0, 4]),
        span('s2', 'Place', [2, 6]),
        span('s3', 'Person', [4, 5], [8, 9]),
        relation('r1', 'knows', 's1', 's3'),
        relation('r2', 'knows', 's1', 's2'),
        relation('r3', 'likes', 's1', 's2'),
        relation('r4', 'knows', 's1', 'gone'),
        { kind: 'label', id: 'label:x', name: 'x', value: 1 },
      ],
    })),
  })),
};

describe('select', () => {
  test('takes chosen documents and annotators', () => {
    const { dataset } = select(DATASET, { ...EVERYTHING, documents: ['d2'], annotators: ['ben'] });
    expect(dataset.documents.map((d) => [d.id, d.sets.map((s) => s.annotator.id)])).toEqual([
      ['d2', ['ben']],
    ]);
  });

  test('drops and counts relations that lose an end, but not those that were not asked for', () => {
    const { dataset, losses } = select(DATASET, {
      ...EVERYTHING,
      entityTypes: ['Person'],
      relationTypes: ['knows'],
    });
    const ids = dataset.documents[0]?.sets[0]?.records.map((record) => record.id);
    expect(ids).toEqual(['s1', 's3', 'r1', 'label:x']);
    expect(losses.map(({ what, count }) => [what, count])).toEqual([
      ['relations', 4],
      ['relations without both ends', 4],
    ]);
  });

  test('everything is everything', () => {
    fc.assert(
      fc.property(anyDataset, (dataset) => {
        expect(select(dataset, EVERYTHING)).toEqual({ dataset, losses: [] });
      }),
    );
  });
});

test('losses are counted on the data', () => {
  const kinds: readonly LossKind[] = [
    'texts',
    'annotators',
    'relations',
    'attributes',
    'notes',
    'document labels',
    'statuses',
    'discontinuous spans',
    'overlaps',
  ];
  const counted = countLosses(kinds, DATASET).map(({ what, count }) => `${count} ${what}`);
  expect(counted).toEqual([
    '2 texts',
    '2 names of annotators',
    '16 relations',
    '16 attribute values',
    '16 notes',
    '4 document labels',
    '4 discontinuous spans',
    // s2 begins inside s1, and s3 inside s2; the last piece of s3 overlaps nothing.
    '8 overlapping spans',
  ]);
});
