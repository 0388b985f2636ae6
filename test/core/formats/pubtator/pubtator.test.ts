import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '#core/formats/dataset.ts';
import type { SourceFile } from '#core/formats/format.ts';
import { pubtator } from '#core/formats/pubtator/format.ts';
import type { Span } from '#core/model/span.ts';
import { anyDataset } from '../datasets.ts';
import { linesOf, viewOf } from '../json-harness.ts';
import { corpusFiles, expectToSurvive, fixture, RUNS, read, write } from '../tokens/harness.ts';

const abstracts = fixture('pubtator/abstracts/input.txt');

describe('reading', () => {
  test('title, abstract, mentions with identifiers, relations between concepts', () => {
    const { documents } = read(pubtator, [abstracts]);
    expect(documents.map(({ name, text }) => [name, text])).toEqual([
      ['7', 'Gene A1 and 😀 fever.\nFever of B2.'],
      ['letter_2', 'Only a title'],
      ['8', 'Two\nlines'],
    ]);
    expect(documents[0]?.sets[0]?.records).toEqual([
      {
        kind: 'span',
        id: 's1',
        type: 'Gene',
        ranges: [{ start: 0, end: 7 }],
        attributes: { identifier: '11;12', parts: 'Gene|A1' },
        note: '',
      },
      expect.objectContaining({
        ranges: [{ start: 15, end: 20 }],
        attributes: { identifier: 'D1' },
      }),
      expect.objectContaining({ ranges: [{ start: 22, end: 27 }] }),
      expect.objectContaining({ ranges: [{ start: 31, end: 33 }], attributes: {} }),
      expect.objectContaining({ ranges: [{ start: 15, end: 20 }], attributes: {} }),
      {
        kind: 'relation',
        id: 'r1',
        type: 'Association',
        from: 's2',
        to: 's1',
        attributes: { novelty: 'Novel' },
        note: '',
      },
    ]);
    expect(documents[2]?.sets[0]?.records).toMatchObject([{ type: 'Thing' }]);
  });

  test('what cannot be read is told with its line', () => {
    const { problems } = read(pubtator, [abstracts]);
    expect(problems?.map(({ code, place }) => [code, place?.line, place?.id])).toEqual([
      ['bad-range', 8, '7'],
      ['other-words', 9, '7'],
      ['no-end', 11, '7'],
    ]);
  });

  test('a row of another document is left out and told', () => {
    const text = '1|t|abc\n1|a|\n2\t0\t3\tabc\tX\t-\n';
    const { documents, problems } = read(pubtator, [{ path: 'x.txt', text }]);
    expect(documents[0]?.sets[0]?.records).toEqual([]);
    expect(problems).toMatchObject([{ code: 'bad-row', place: { line: 3 } }]);
  });

  test('offsets in UTF-16 are seen by the words, or chosen', () => {
    const text = '1|t|😀 abc\n1|a|\n1\t3\t6\tabc\tX\t-\n';
    const file = { path: 'x.txt', text };
    const range = (dataset: Dataset) => dataset.documents[0]?.sets[0]?.records[0];
    expect(range(read(pubtator, [file]))).toMatchObject({ ranges: [{ start: 3, end: 6 }] });
    const asCodePoints = read(pubtator, [file], { offsets: 'code-points' });
    expect(asCodePoints.problems).toMatchObject([{ code: 'bad-range' }]);
  });

  test.each([
    ['1\t0\t1\ta\tX\tY\n', 1],
    ['1|t|a\n2|a|b\n', 2],
    ['1|t|a\n1|a|b\n1|a|c\n', 3],
    ['1|t|a\n1|x|b\n', 2],
  ])('%j is refused', (text, line) => {
    expect(pubtator.read?.([{ path: 'x.txt', text }], {})).toMatchObject({
      ok: false,
      error: { code: 'invalid-file', place: { file: 'x.txt', line } },
    });
  });
});

describe('writing', () => {
  const span = (id: string, start: number, end: number, attributes = {}): Span => ({
    kind: 'span',
    id,
    type: 'T',
    ranges: [{ start, end }],
    attributes,
    note: '',
  });
  const dataset = (text: string, records: Dataset['documents'][0]['sets'][0]['records']) => ({
    name: 'd',
    schema: { entityTypes: [], relationTypes: [], documentLabels: [] },
    documents: [
      {
        id: 'a',
        name: 'a b|c',
        text,
        sets: [{ annotator: { id: 'x', name: 'X' }, records }],
      },
    ],
  });

  test('titles end before white space; offsets stay', () => {
    const [file] = write(pubtator, dataset('Ab \r\ncd\ne', [span('s', 5, 7)]));
    expect(file?.text).toBe('a_b_c|t|Ab\na_b_c|a|  cd e\na_b_c\t5\t7\tcd\tT\t-\n');
  });

  test('relations name concepts, made where a mention has none', () => {
    const [file] = write(
      pubtator,
      dataset('Ab cd', [
        span('s', 0, 2, { identifier: 'D1' }),
        span('t', 3, 5),
        { kind: 'relation', id: 'r', type: 'R', from: 't', to: 's', attributes: {}, note: '' },
      ]),
    );
    expect(file?.text).toBe(
      'a_b_c|t|Ab cd\na_b_c|a|\na_b_c\t0\t2\tAb\tT\tD1\na_b_c\t3\t5\tcd\tT\t#1\na_b_c\tR\t#1\tD1\n',
    );
  });
});

/** A text as it comes back: the first line break with what is blank before it moves to the separator. */
function flatText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what Python takes for line ends.
  const flat = text.replace(/[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]/gu, ' ');
  const first = /[\r\n]/u.exec(text);
  if (!first) return flat;
  const title = flat.slice(0, first.index).trimEnd();
  return title.length + 1 < text.length ? `${title}\n${flat.slice(title.length + 1)}` : flat;
}

test('what is written comes back, but for the losses', () => {
  const kept = {
    span: ({ type, ranges: [first] }: Span) => `${type} ${JSON.stringify(first)}`,
    relation: ({ type }: { type: string }) => type,
  };
  fc.assert(
    fc.property(anyDataset, fc.constantFrom('code-points', 'utf-16'), (dataset, offsets) => {
      fc.pre(dataset.documents.some(({ text }) => text !== ''));
      const files = write(pubtator, dataset, { offsets, discontinuous: 'first' });
      const back = read(pubtator, files, { offsets });
      expect(back.problems ?? []).toEqual([]);
      const view = (one: Dataset) =>
        viewOf(
          {
            ...one,
            documents: one.documents.map((document) => ({
              ...document,
              name: '',
              text: flatText(document.text),
              sets:
                document.sets.length > 0
                  ? document.sets
                  : [{ annotator: { id: 'x', name: 'X' }, records: [] }],
            })),
          },
          (records) => linesOf(records, kept),
        );
      expect(view(back)).toEqual(view(dataset));
      for (const file of files) {
        expect(write(pubtator, read(pubtator, [file], { offsets }))[0]?.text).toBe(file.text);
      }
    }),
    { numRuns: RUNS },
  );
});

describe('files of others', () => {
  const all = corpusFiles('bioc_pubtator')?.filter(({ path }) => path.startsWith('pubtator/'));
  test.skipIf(!all)('are recognised, read, and written as they were', () => {
    for (const file of all ?? []) {
      expect(pubtator.recognizes(file)).toBeGreaterThan(0.8);
      const dataset = read(pubtator, [file]);
      // One mention of BioRED and a few of the others say other words than their texts.
      const codes = new Set(dataset.problems?.map(({ code }) => code));
      codes.delete('other-words');
      expect([...codes]).toEqual([]);
      expect((dataset.problems ?? []).length).toBeLessThanOrEqual(1);
      const [written] = write(pubtator, dataset);
      expect(written?.text).toBe('text' in file ? file.text : '');
    }
  });

  test.skipIf(!all)('mean the same where they are written anew', () => {
    for (const file of all ?? []) {
      const dataset = read(pubtator, [file]);
      const documents = dataset.documents.map(({ carried: _, ...one }) => one);
      const back = read(pubtator, write(pubtator, { ...dataset, documents }));
      const kept = {
        span: ({ type, ranges, attributes }: Span) => JSON.stringify([type, ranges, attributes]),
        relation: ({ type, attributes }: { type: string; attributes: object }) =>
          JSON.stringify([type, attributes]),
      };
      const view = (one: Dataset) =>
        viewOf(
          { ...one, documents: one.documents.map((document) => ({ ...document, name: '' })) },
          (records) => linesOf(records, kept),
        );
      expect(view(back)).toEqual(view(dataset));
    }
  });
});

test('damaged files give data or a place', () => {
  expectToSurvive(pubtator, [abstracts.text], 'x.txt');
});

test('recognises its own files, and no others', () => {
  expect(pubtator.recognizes(abstracts)).toBeGreaterThan(0.9);
  const others: readonly SourceFile[] = [
    fixture('brat/news/doc.ann'),
    fixture('prodigy/examples.jsonl'),
    fixture('conll-2003/two-documents/input.conll'),
    fixture('conll-u/types/input.conllu'),
    fixture('texts/notes.md'),
    { path: 'x.txt', text: '' },
    { path: 'x.txt', text: 'a|b|c\n' },
    { path: 'x.xml', text: '<a>1|t|x</a>' },
  ];
  for (const file of others) expect([file.path, pubtator.recognizes(file)]).toEqual([file.path, 0]);
});
