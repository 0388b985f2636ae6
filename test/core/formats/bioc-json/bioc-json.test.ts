import { describe, expect, test } from 'vitest';
import { biocJson } from '#core/formats/bioc-json/format.ts';
import type { SourceFile } from '#core/formats/format.ts';
import { expectRoundTrip } from '../bioc/harness.ts';
import { corpusFiles, expectToSurvive, fixture, read, write } from '../tokens/harness.ts';

const letters = fixture('bioc-json/collection.json');

describe('reading', () => {
  test('passages and sentences are placed; annotations and relations are records', () => {
    const [document] = read(biocJson, [letters]).documents;
    expect(document).toMatchObject({
      name: 'a',
      text: 'Ada 😀 met Bob\n\nOne.  Two.',
      metadata: { lang: 'en' },
      sentences: [
        { start: 16, end: 20 },
        { start: 22, end: 26 },
      ],
    });
    const records = document?.sets[0]?.records;
    expect(records).toEqual([
      {
        kind: 'span',
        id: '1',
        type: 'Person',
        ranges: [{ start: 0, end: 3 }],
        attributes: { identifier: 'Q1' },
        note: '',
      },
      expect.objectContaining({
        id: '2',
        ranges: [{ start: 11, end: 14 }],
        attributes: { sure: true },
        note: 'who?',
      }),
      expect.objectContaining({
        id: '3',
        ranges: [
          { start: 0, end: 3 },
          { start: 7, end: 10 },
        ],
      }),
      expect.objectContaining({ id: '5', ranges: [{ start: 22, end: 25 }] }),
      expect.objectContaining({ id: 'R1', type: 'knows', from: '1', to: '2', attributes: {} }),
      expect.objectContaining({
        id: 'R3',
        from: '5',
        to: '1',
        attributes: { 'from role': 'part', 'to role': 'whole' },
      }),
      { kind: 'label', id: 'label:topic', name: 'topic', value: 'war' },
    ]);
  });

  test('what is kept only, or says other words, is told', () => {
    const { problems } = read(biocJson, [letters]);
    expect(problems?.map(({ code, place }) => [code, place?.path, place?.id])).toEqual([
      ['bad-range', 'documents[0].passages[0].annotations[3]', '4'],
      ['other-words', 'documents[0].passages[1].sentences[1].annotations[0]', '5'],
      ['no-end', 'documents[0].passages[0].relations[1]', 'R2'],
    ]);
  });

  const one = (text: string, location: object, passage = {}) => ({
    path: 'x.json',
    text: JSON.stringify({
      documents: [
        {
          id: 1,
          passages: [
            {
              offset: 10,
              text,
              annotations: [{ id: 1, text: 'abc', locations: [location], infons: {} }],
              ...passage,
            },
          ],
        },
      ],
    }),
  });

  test.each([
    ['code points', one('😀 abc', { offset: 12, length: 3 }), 3],
    ['UTF-16', one('😀 abc', { offset: 13, length: 3 }), 3],
    ['from the passage', one('xabc', { offset: 1, length: 3 }), 1],
  ])('offsets that count %s are found by the words', (name, file, start) => {
    const dataset = read(biocJson, [file]);
    const [span] = dataset.documents[0]?.sets[0]?.records ?? [];
    expect(span).toMatchObject({ ranges: [{ start, end: start + 3 }] });
    const codes = dataset.problems?.map(({ code }) => code) ?? [];
    expect(codes).toEqual(name === 'from the passage' ? ['relative-offsets'] : []);
  });

  test('passages that overlap come after each other', () => {
    const passages = [
      { offset: 0, text: 'abc' },
      {
        offset: 1,
        text: 'def',
        annotations: [{ id: 'x', text: 'e', locations: [{ offset: 2, length: 1 }] }],
      },
    ];
    const text = JSON.stringify({ documents: [{ id: 'a', passages }] });
    const dataset = read(biocJson, [{ path: 'x', text }]);
    expect(dataset.documents[0]).toMatchObject({ text: 'abc\ndef' });
    expect(dataset.documents[0]?.sets[0]?.records).toMatchObject([
      { ranges: [{ start: 5, end: 6 }] },
    ]);
    expect(dataset.problems).toMatchObject([{ code: 'bad-offset' }]);
  });

  test('relations between concepts, as in BioRED, join first mentions', () => {
    const annotation = (id: string, identifier: string, offset: number) => ({
      id,
      infons: { identifier, type: 'Gene' },
      text: 'a',
      locations: [{ offset, length: 1 }],
    });
    const passages = [
      {
        offset: 0,
        text: 'aaa',
        annotations: [annotation('0', '7', 0), annotation('1', '9', 1), annotation('2', '9', 2)],
      },
    ];
    const relations = [
      { id: 'R0', infons: { entity1: '9', entity2: '7', type: 'Bind', novel: 'Novel' }, nodes: [] },
    ];
    const text = JSON.stringify({ documents: [{ id: 'a', passages, relations }] });
    const [document] = read(biocJson, [{ path: 'x', text }]).documents;
    expect(document?.sets[0]?.records.at(-1)).toMatchObject({ type: 'Bind', from: '1', to: '0' });
  });

  test.each([
    ['{"documents":[1]}', undefined],
    ['[{"documents":[]},3]', '[1]'],
    ['{"a":1}', undefined],
    ['{', undefined],
  ])('%s is refused', (text, path) => {
    expect(biocJson.read?.([{ path: 'x.json', text }], {})).toMatchObject({
      ok: false,
      error: { code: 'invalid-file', place: { file: 'x.json', ...(path ? { path } : {}) } },
    });
  });
});

test('a changed document keeps its passages, and what was not read', () => {
  const dataset = read(biocJson, [letters]);
  const [document] = dataset.documents;
  if (!document) throw new Error('not read');
  const sets = document.sets.map((set) => ({
    ...set,
    records: [
      ...set.records.filter(({ id }) => id !== '2' && id !== 'R1'),
      {
        kind: 'span' as const,
        id: 'new',
        type: 'X',
        ranges: [{ start: 22, end: 26 }] as const,
        attributes: {},
        note: '',
      },
      {
        kind: 'span' as const,
        id: 'across',
        type: 'X',
        ranges: [{ start: 11, end: 20 }] as const,
        attributes: {},
        note: '',
      },
    ],
  }));
  const [file] = write(biocJson, { ...dataset, documents: [{ ...document, sets }] });
  const before = JSON.parse(letters.text);
  const [was] = before.documents;
  was.passages[0].annotations.splice(1, 1);
  was.passages[0].relations.splice(0, 1);
  const infons = { type: 'X' };
  was.passages[1].sentences[1].annotations.push({
    id: 'new',
    infons,
    text: 'Two.',
    locations: [{ offset: 21, length: 4 }],
  });
  was.annotations.push({
    id: 'across',
    infons,
    text: 'Bob\n\nOne.',
    locations: [{ offset: 10, length: 9 }],
  });
  expect(JSON.parse(file?.text ?? '')).toEqual(before);
});

test('all but the losses comes back', () => {
  expectRoundTrip(biocJson);
});

describe('files of others', () => {
  const all = corpusFiles('bioc_pubtator')?.filter(({ path }) => /^bioc.*\.json$/u.test(path));
  test.skipIf(!all)('are recognised, read, and written as they were', () => {
    expect(all?.length).toBeGreaterThan(0);
    for (const file of all ?? []) {
      expect([file.path, biocJson.recognizes(file)]).toEqual([file.path, 0.97]);
      const dataset = read(biocJson, [file]);
      // A relation with one node.
      expect(dataset.problems?.map(({ code }) => code)).toEqual(['no-end']);
      const [written] = write(biocJson, dataset);
      const source = JSON.parse('text' in file ? file.text : '');
      // An empty text beside sentences is no text.
      expect(JSON.parse(written?.text ?? '')).toEqual(source);
    }
  });
});

test('damaged files give data or a place', () => {
  expectToSurvive(biocJson, [letters.text], 'x.json');
});

test('recognises its own files, and no others', () => {
  expect(biocJson.recognizes(letters)).toBeGreaterThan(0.9);
  const others: readonly SourceFile[] = [
    fixture('brat/news/doc.ann'),
    fixture('bdoc/document.bdocjs'),
    fixture('doccano/relations.jsonl'),
    fixture('label-studio/tasks.json'),
    fixture('prodigy/examples.jsonl'),
    { path: 'x.json', text: '{"documents":[{"text":"a"}]}' },
    { path: 'x.json', text: '' },
  ];
  for (const file of others) expect([file.path, biocJson.recognizes(file)]).toEqual([file.path, 0]);
});
