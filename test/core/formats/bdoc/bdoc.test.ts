import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bdoc } from '#core/formats/bdoc/format.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { SourceFile } from '#core/formats/format.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { anyDataset } from '../datasets.ts';
import { linesOf, viewOf } from '../json-harness.ts';
import { corpusFiles, expectToSurvive, fixture, RUNS, read, write } from '../tokens/harness.ts';

const letter = fixture('bdoc/document.bdocjs');
const isJson = ({ path }: SourceFile) => /\.bdocjs(?:on)?$/u.test(path);

describe('reading', () => {
  test('sets are annotators; features are attributes; parts are ranges; tokens are no spans', () => {
    const { documents } = read(bdoc, [letter]);
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({
      name: 'letter',
      text: 'Ada 😀 in',
      tokens: [{ start: 0, end: 3 }],
      metadata: { lang: 'en', n: '3' },
    });
    expect(documents[0]?.sets).toEqual([
      {
        annotator: { id: 'Key', name: 'Key' },
        records: [
          {
            kind: 'span',
            id: 'a2',
            type: 'Person',
            ranges: [{ start: 0, end: 3 }],
            attributes: { sure: true, n: 1.5, names: ['Ada', 'A.'], map: '{"k":[1]}' },
            note: '',
          },
          {
            kind: 'span',
            id: 'a3',
            type: 'Place',
            ranges: [
              { start: 4, end: 6 },
              { start: 7, end: 9 },
            ],
            attributes: {},
            note: '',
          },
          {
            kind: 'relation',
            id: 'r7',
            type: 'sees',
            from: 'a2',
            to: 'a3',
            attributes: {},
            note: 'why',
          },
        ],
      },
    ]);
  });

  test('what is no span or was left out is told', () => {
    const { problems } = read(bdoc, [letter]);
    expect(problems?.map(({ code, place }) => [code, place?.id, place?.path])).toEqual([
      ['bad-annotation', '5', 'annotation_sets.Key.annotations[5]'],
      ['no-span', '4', undefined],
      ['complex-feature', undefined, undefined],
      ['linguistic', undefined, undefined],
    ]);
  });

  test('tokens are spans where that is chosen', () => {
    const [document] = read(bdoc, [letter], { linguistic: 'spans' }).documents;
    const types = document?.sets[0]?.records.map((one) => ('type' in one ? one.type : ''));
    expect(types).toEqual(['Token', 'SpaceToken', 'Person', 'Place', 'sees']);
    expect(document?.tokens).toBeUndefined();
  });

  test('offsets count UTF-16 where the file says so', () => {
    const text = letter.text.replace('"offset_type": "p"', '"offset_type": "j"');
    const [document] = read(bdoc, [{ path: 'x', text }]).documents;
    const place = document?.sets[0]?.records.find(({ id }) => id === 'a3');
    // From 4 to 5 would cut the emoji: the part that is left is none.
    expect(place).toBeUndefined();
  });

  test.each([
    ['{"text":"a","annotation_sets":[]}', undefined],
    ['[1]', '[0]'],
    ['{"text":1,"annotation_sets":{}}', undefined],
    ['{"x":1}', undefined],
    ['{', undefined],
    [`{"text":"a","annotation_sets":{"x":${'['.repeat(300)}${']'.repeat(300)}}}`, undefined],
  ])('%.40s is refused', (text, path) => {
    const result = bdoc.read?.([{ path: 'x.bdocjs', text }], {});
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'invalid-file', place: { file: 'x.bdocjs', ...(path ? { path } : {}) } },
    });
  });
});

describe('writing', () => {
  test('a changed set keeps what is no record, and features as they were', () => {
    const dataset = read(bdoc, [letter]);
    const [document] = dataset.documents;
    const sets = document?.sets.map((set) => ({
      ...set,
      records: set.records.filter(({ kind }) => kind !== 'relation'),
    }));
    if (!document || !sets) throw new Error('not read');
    const [file] = write(bdoc, { ...dataset, documents: [{ ...document, sets }] });
    const before = JSON.parse(letter.text).annotation_sets.Key.annotations;
    const after = JSON.parse(file?.text ?? '');
    expect(after.features).toEqual({ lang: 'en', n: 3 });
    // All but the relation and the annotation past the end.
    const expected = before.filter(({ id }: { id: number }) => id !== 7 && id !== 5);
    const inOrder = (list: readonly { id: number }[]) => [...list].sort((a, b) => a.id - b.id);
    const kept = inOrder(after.annotation_sets.Key.annotations);
    expect(kept.map(({ id: _, ...one }) => one)).toEqual(
      expected.map(({ id: _, ...one }: { id: number }) => one),
    );
    expect(kept.slice(0, 5)).toEqual(expected.slice(0, 5));
  });
});

/** All that BDOC holds: all. */
const everything = (records: readonly AnnotationRecord[]) => [
  ...linesOf(records, {
    span: ({ type, ranges, attributes, note }) => line([type, ranges, attributes, note]),
    relation: ({ type, attributes, note }) => line([type, attributes, note]),
    label: ({ name, value }) => line([name, value]),
    note: true,
  }),
  ...records.filter(({ kind }) => kind === 'status').map((one) => JSON.stringify(one)),
];
const line = (parts: readonly unknown[]) =>
  JSON.stringify(parts, (_key, value) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

test.each(['utf-16', 'code-points'])('all that is written (%s) comes back', (offsets) => {
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      fc.pre(dataset.documents.length > 0);
      const files = write(bdoc, dataset, { offsets });
      const back = read(bdoc, files);
      expect(back.problems ?? []).toEqual([]);
      const view = (one: Dataset) => viewOf(one, everything);
      expect(view(back)).toEqual(view(dataset));
      const names = (one: Dataset) =>
        one.documents.map(({ sets }) => sets.map(({ annotator }) => annotator.name));
      expect(names(back)).toEqual(names(dataset));
      const again = write(bdoc, back);
      expect(again.map(({ text }) => text)).toEqual(files.map(({ text }) => text));
      const anew = back.documents.map(({ carried: _, ...one }) => one);
      expect(view(read(bdoc, write(bdoc, { ...back, documents: anew })))).toEqual(view(dataset));
    }),
    { numRuns: RUNS },
  );
});

describe('files of others', () => {
  const all = corpusFiles('gate')?.filter(isJson);
  test.skipIf(!all)('are recognised, read, and written as they were', () => {
    for (const file of all ?? []) {
      expect([file.path, bdoc.recognizes(file)]).toEqual([file.path, 0.97]);
      const dataset = read(bdoc, [file]);
      const explained = new Set(['no-span', 'complex-feature', 'linguistic']);
      expect(dataset.problems?.filter(({ code }) => !explained.has(code)) ?? []).toEqual([]);
      expect(write(bdoc, dataset)[0]?.text).toBe('text' in file ? file.text.trim() : '');
    }
  });

  test.skipIf(!all)('mean the same where they are changed and written anew', () => {
    for (const file of all ?? []) {
      const dataset = read(bdoc, [file], { linguistic: 'spans' });
      const documents = dataset.documents.map((one) => ({
        ...one,
        sets: one.sets.map((set) => ({
          ...set,
          records: [...set.records, { kind: 'note' as const, id: 'note' as const, text: 'x' }],
        })),
      }));
      const text = write(bdoc, { ...dataset, documents })[0]?.text ?? '';
      const before = JSON.parse('text' in file ? file.text : '');
      for (const set of Object.values(before.annotation_sets) as { annotations: object[] }[]) {
        const name = (set as unknown as { name: string }).name;
        const after = JSON.parse(text).annotation_sets[name].annotations;
        const added = after.filter(
          ({ features }: { features: object }) => 'glossator.kind' in features,
        );
        expect(added).toHaveLength(1);
        const sorted = (list: readonly object[]) => list.map((one) => line([one])).sort();
        expect(sorted(after.filter((one: object) => !added.includes(one)))).toEqual(
          sorted(set.annotations),
        );
      }
    }
  });
});

test('damaged files give data or a place', () => {
  expectToSurvive(bdoc, [letter.text], 'x.bdocjs');
});

test('recognises its own files, and no others', () => {
  expect(bdoc.recognizes(letter)).toBeGreaterThan(0.9);
  const others: readonly SourceFile[] = [
    fixture('brat/news/doc.ann'),
    fixture('prodigy/examples.jsonl'),
    fixture('spacy-jsonl/docs.jsonl'),
    fixture('doccano/relations.jsonl'),
    fixture('label-studio/tasks.json'),
    { path: 'x.json', text: '{"documents":[{"passages":[]}]}' },
    { path: 'x.json', text: '' },
  ];
  for (const file of others) expect([file.path, bdoc.recognizes(file)]).toEqual([file.path, 0]);
});
