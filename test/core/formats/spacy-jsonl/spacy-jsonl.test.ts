import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset, DatasetDocument } from '#core/formats/dataset.ts';
import type { SourceFile } from '#core/formats/format.ts';
import { spacyJsonl } from '#core/formats/spacy-jsonl/format.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { anyDataset } from '../datasets.ts';
import { type Kept, linesOf, viewOf } from '../json-harness.ts';
import { corpusFiles, expectToSurvive, fixture, RUNS, read, write } from '../tokens/harness.ts';

const docs = fixture('spacy-jsonl/docs.jsonl');
const pairs = fixture('spacy-jsonl/pairs.json');

describe('reading', () => {
  const { documents, problems } = read(spacyJsonl, [docs]);

  test('tokens, sentences, entities and groups of spans, relations, categories', () => {
    expect(documents[0]).toMatchObject({
      name: 'letter',
      tokens: [
        { start: 0, end: 2 },
        { start: 3, end: 6 },
        { start: 7, end: 10 },
        { start: 11, end: 14 },
      ],
      sentences: [{ start: 0, end: 14 }],
    });
    expect(documents[0]?.sets[0]?.records).toMatchObject([
      { id: 's1', type: 'PER', ranges: [{ start: 3, end: 6 }] },
      { id: 's2', type: 'PER', ranges: [{ start: 11, end: 14 }] },
      { kind: 'relation', type: 'knows', from: 's1', to: 's2' },
      { kind: 'label', name: 'cats', value: 'A' },
    ]);
    expect(documents[2]?.sets).toEqual([]);
  });

  test('pairs of a text and its annotations', () => {
    const dataset = read(spacyJsonl, [pairs]);
    expect(dataset.documents[0]?.sets[0]?.records).toMatchObject([
      { type: 'PER', ranges: [{ start: 7, end: 10 }] },
      { kind: 'label', value: 'Q' },
    ]);
    expect(dataset.problems?.map(({ place }) => place?.path)).toEqual(['[1].heads', '[1].deps']);
    const one = { path: 'x.json', text: '["Ada", {"entities": [[0, 3, "PER"]]}]' };
    expect(read(spacyJsonl, [one]).documents[0]?.sets[0]?.records).toHaveLength(1);
    expect(spacyJsonl.recognizes(one)).toBeGreaterThan(0.5);
  });

  test('what was not read is told with line and path', () => {
    expect(problems?.map(({ place }) => `${place?.line} ${place?.path}`)).toEqual([
      '2 ents[0]',
      '2 ents[1]',
      '2 _.relations[0]',
      '2 cats',
      '2 user',
      '2 tokens[0]',
    ]);
  });

  test('an unchanged file is written as it was', () => {
    const texts = write(spacyJsonl, read(spacyJsonl, [docs])).map(({ text }) => text);
    expect(texts.join('')).toBe(docs.text);
  });
});

/** The text as spaCy puts it together: tokens, and a blank where the next one does not follow at once. */
function spacyText(text: string, tokens: readonly { start: number; end: number }[]): string {
  const points = [...text];
  return tokens
    .map(({ start, end }, i) => {
      const next = tokens[i + 1]?.start ?? points.length;
      return points.slice(start, end).join('') + (next > end ? ' ' : '');
    })
    .join('');
}

const kept: Kept = {
  span: ({ type, ranges: [first] }) => `${type} ${JSON.stringify(first)}`,
  relation: ({ type }) => type,
};

/** Leaves only the spans whose first range begins and ends with a token, and their relations. */
function whole(
  document: DatasetDocument,
  records: readonly AnnotationRecord[],
  tokens: readonly { start: number; end: number }[],
): readonly AnnotationRecord[] {
  const at = (offset: number) => [...document.text.slice(0, offset)].length;
  const spans = new Set<string>();
  for (const record of records) {
    if (record.kind !== 'span') continue;
    const [{ start, end }] = record.ranges;
    const isWhole =
      tokens.some((token) => token.start === at(start)) &&
      tokens.some((token) => token.end === at(end));
    if (isWhole) spans.add(record.id);
  }
  return records.filter((record) =>
    record.kind === 'span'
      ? spans.has(record.id)
      : record.kind === 'relation' && spans.has(record.from) && spans.has(record.to),
  );
}

test('what is written comes back, but for the losses; tokens are the whole text', () => {
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      fc.pre(dataset.documents.length > 0);
      const files = write(spacyJsonl, dataset);
      const tokens = new Map<string, readonly { start: number; end: number }[]>();
      for (const line of files.flatMap(({ text }) => text.trim().split('\n'))) {
        const doc = JSON.parse(line);
        expect(spacyText(doc.text, doc.tokens)).toBe(doc.text);
        tokens.set(doc.text, doc.tokens);
        const ents: readonly { start: number; end: number }[] = doc.ents ?? [];
        for (const [i, { start }] of ents.entries()) {
          expect(start).toBeGreaterThanOrEqual(ents[i - 1]?.end ?? 0);
        }
      }
      const back = read(spacyJsonl, files);
      expect(back.problems).toBeUndefined();
      const expected = viewOf(dataset, (records, document) =>
        linesOf(whole(document, records, tokens.get(document.text) ?? []), kept),
      );
      expect(viewOf(back, (records) => linesOf(records, kept))).toEqual(expected);
      for (const file of files) {
        expect(write(spacyJsonl, read(spacyJsonl, [file]))[0]?.text).toBe(file.text);
      }
    }),
    { numRuns: RUNS },
  );
});

describe('files of others', () => {
  const all = corpusFiles('prodigy_spacy')?.filter(({ path }) =>
    /^[a-z_]+train\.json$/u.test(path),
  );
  test.skipIf(!all)('are recognised and read; written anew they mean the same', () => {
    for (const file of all ?? []) {
      expect(spacyJsonl.recognizes(file)).toBeGreaterThan(0.8);
      const dataset = read(spacyJsonl, [file]);
      const odd = dataset.problems?.filter(({ place }) => !/heads|deps/u.test(place?.path ?? ''));
      expect([file.path, odd ?? []]).toEqual([file.path, []]);
      const view = (one: Dataset) =>
        viewOf(one, (records) => linesOf(records, kept)).map((line) =>
          line.replace(/"name":"[^"]*"/u, ''),
        );
      const back = write(spacyJsonl, dataset).flatMap((written) =>
        view(read(spacyJsonl, [written])),
      );
      expect(back.sort()).toEqual([...view(dataset)].sort());
    }
  });
});

test('damaged files give data or a place', () => {
  expectToSurvive(spacyJsonl, [docs.text, pairs.text], 'x.jsonl');
});

test('recognises its own files, and no others', () => {
  expect(spacyJsonl.recognizes(docs)).toBeGreaterThan(0.9);
  expect(spacyJsonl.recognizes(pairs)).toBeGreaterThan(0.8);
  const others: readonly SourceFile[] = [
    fixture('doccano/relations.jsonl'),
    fixture('doccano/labels.jsonl'),
    fixture('label-studio/tasks.json'),
    fixture('prodigy/examples.jsonl'),
    fixture('brat/news/doc.ann'),
    { path: 'x.jsonl', text: '{"document":{"id":"a"},"text":"a","spans":[]}' },
    { path: 'x.json', text: '' },
  ];
  for (const file of others) expect(spacyJsonl.recognizes(file)).toBe(0);
});
