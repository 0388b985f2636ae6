import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '#core/formats/dataset.ts';
import type { SourceFile } from '#core/formats/format.ts';
import { prodigy } from '#core/formats/prodigy/format.ts';
import { anyDataset } from '../datasets.ts';
import { type Kept, linesOf, viewOf } from '../json-harness.ts';
import { corpusFiles, expectToSurvive, fixture, RUNS, read, write } from '../tokens/harness.ts';

const examples = fixture('prodigy/examples.jsonl');

describe('reading', () => {
  const { documents, problems } = read(prodigy, [examples]);

  test('tokens, spans and relations; ends by place, else by their last token', () => {
    expect(documents[0]).toMatchObject({
      metadata: { source: 'letter', n: '3' },
      tokens: [
        { start: 0, end: 2 },
        { start: 3, end: 6 },
        { start: 7, end: 10 },
        { start: 11, end: 14 },
      ],
      sets: [
        {
          records: [
            { id: 's1', type: 'PER', ranges: [{ start: 3, end: 6 }] },
            { id: 's2', type: 'PER', ranges: [{ start: 11, end: 14 }] },
            { id: 'r1', type: 'knows', from: 's1', to: 's2' },
            { id: 'r2', type: 'likes', from: 's2', to: 's1' },
          ],
        },
      ],
    });
  });

  test('what was rejected is no annotation; categories are a document label', () => {
    const [, rejected, label, choice, , nothing] = documents;
    expect(rejected?.sets).toEqual([]);
    expect(label?.sets[0]?.records).toMatchObject([{ name: 'cats', value: 'GOOD' }]);
    expect(choice?.sets[0]?.records).toMatchObject([{ name: 'cats', value: ['a', 'b'] }]);
    expect(nothing?.sets).toEqual([]);
  });

  test('what was not read is told with line and path', () => {
    expect(problems?.map(({ place }) => `${place?.line} ${place?.path}`)).toEqual([
      '2 answer',
      '5 tokens[0]',
      '5 spans[0]',
      '5 spans[1]',
      '5 spans[2]',
      '5 spans[3]',
      '5 relations[0]',
    ]);
  });

  test('an unchanged file is written as it was; a changed line keeps its other fields', () => {
    const dataset = read(prodigy, [examples]);
    const texts = write(prodigy, dataset).map(({ text }) => text);
    const lines = examples.text.trim().split('\n');
    expect(texts.join('').trim().split('\n').sort()).toEqual([...lines].sort());
    const [first] = dataset.documents;
    const sets = [{ annotator: { id: 'a', name: 'A' }, records: [] }];
    const changed = { ...dataset, documents: first ? [{ ...first, sets }] : [] };
    const line = JSON.parse(write(prodigy, changed)[0]?.text ?? '');
    expect(line).toMatchObject({ _input_hash: 1, meta: { n: 3 }, spans: [] });
    expect(line).not.toHaveProperty('relations');
  });
});

const kept: Kept = {
  span: ({ type, ranges: [first] }) => `${type} ${JSON.stringify(first)}`,
  relation: ({ type }) => type,
};
const view = (dataset: Dataset, more: Kept = {}) =>
  viewOf(dataset, (records) => linesOf(records, { ...kept, ...more }));

test('what is written comes back, but for the losses', () => {
  fc.assert(
    fc.property(anyDataset, fc.constantFrom('own', 'blanks'), (dataset, tokens) => {
      fc.pre(dataset.documents.length > 0);
      const files = write(prodigy, dataset, { tokens });
      const back = read(prodigy, files);
      expect(back.problems).toBeUndefined();
      expect(view(back)).toEqual(view(dataset));
      for (const file of files) {
        const [again] = write(prodigy, read(prodigy, [file]));
        expect(again?.text).toBe(file.text);
        for (const line of file.text.trim().split('\n')) {
          const { text, tokens, spans = [] } = JSON.parse(line);
          const points = [...text];
          for (const { start, end, token_start, token_end } of spans) {
            if (token_start === null) continue;
            expect(tokens[token_start].start).toBeGreaterThanOrEqual(start);
            expect(tokens[token_end].end).toBeLessThanOrEqual(end);
          }
          for (const token of tokens) {
            expect(points.slice(token.start, token.end).join('')).toBe(token.text);
          }
        }
      }
    }),
    { numRuns: RUNS },
  );
});

describe('files of others', () => {
  const all = corpusFiles('prodigy_spacy')?.filter(({ path }) => path.endsWith('.jsonl'));
  test.skipIf(!all)('are read, and written as they were; anew they mean the same', () => {
    for (const file of all ?? []) {
      expect(prodigy.recognizes(file)).toBeGreaterThan(0.9);
      const dataset = read(prodigy, [file]);
      const odd = dataset.problems?.filter(
        ({ code, message }) => code !== 'not-accepted' && !/more of this kind/u.test(message),
      );
      expect([file.path, odd ?? []]).toEqual([file.path, []]);
      const texts = write(prodigy, dataset).map(({ text }) => text);
      const lines = (text: string) => text.trim().split('\n').sort();
      expect(lines(texts.join(''))).toEqual(lines('text' in file ? file.text : ''));
      const documents = dataset.documents.map(({ carried: _, ...one }) => one);
      const back = read(prodigy, write(prodigy, { ...dataset, documents }));
      const label: Kept['label'] = ({ value }) => JSON.stringify(value);
      expect(view(back, { label })).toEqual(view(dataset, { label }));
    }
  });
});

test('damaged files give data or a place', () => {
  expectToSurvive(prodigy, [examples.text], 'x.jsonl');
});

test('recognises its own files, and no others', () => {
  expect(prodigy.recognizes(examples)).toBeGreaterThan(0.9);
  const others: readonly SourceFile[] = [
    fixture('doccano/relations.jsonl'),
    fixture('doccano/labels.jsonl'),
    fixture('label-studio/tasks.json'),
    fixture('spacy-jsonl/docs.jsonl'),
    fixture('spacy-jsonl/pairs.json'),
    fixture('brat/news/doc.ann'),
    { path: 'x.json', text: '[["a",{"entities":[]}]]' },
    { path: 'x.jsonl', text: '{"document":{"id":"a"},"text":"a","spans":[]}' },
    { path: 'x.json', text: '' },
  ];
  for (const file of others) expect(prodigy.recognizes(file)).toBe(0);
});
