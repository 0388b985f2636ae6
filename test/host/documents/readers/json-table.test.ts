import { describe, expect, test } from 'vitest';
import { jsonTableReader } from '#host/documents/readers/json-table/read-json-table.ts';
import { fuzz } from './fuzz.ts';
import { QUIET, readAll, refusal, source } from './kit.ts';

const TWEETS = [
  '{"id": 7, "text": "First \\u00fc\\r\\nline", "lang": "en", "tags": ["a", "b"], "meta": {"n": [1]}}',
  '',
  '{"id": 8, "lang": "de", "text": "Second one"}',
  '{"__proto__": {"x": 1}, "text": "Third", "spam": true, "score": 0.5}',
  '{"text": ""}',
].join('\n');

test('an object a line: a document each, other keys as metadata, nested ones as JSON', async () => {
  const { documents, problems } = await readAll(
    jsonTableReader,
    source(TWEETS, '/home/anna/tweets.jsonl'),
  );
  expect(
    documents.map(({ name, text, metadata }) => [name, text, Object.entries(metadata ?? {})]),
  ).toEqual([
    [
      '7',
      'First ü\r\nline',
      [
        ['lang', 'en'],
        ['tags', 'a; b'],
        ['meta', '{"n":[1]}'],
      ],
    ],
    ['8', 'Second one', [['lang', 'de']]],
    [
      'tweets 3',
      'Third',
      [
        ['__proto__', '{"x":1}'],
        ['spam', 'true'],
        ['score', '0.5'],
      ],
    ],
  ]);
  expect(problems).toMatchObject([
    { message: 'Line 5 has no text and is left out.', place: { line: 5 } },
  ]);
  expect(Object.keys({})).toEqual([]);
});

test('labels keep their kind', async () => {
  const options = {
    'column.tags': 'label',
    'column.spam': 'label',
    'column.score': 'label',
    'column.lang': 'label',
  };
  const { documents, schema } = await readAll(jsonTableReader, source(TWEETS), options);
  const labels = documents.map(({ sets }) =>
    Object.fromEntries(
      sets
        .flatMap((set) => set.records)
        .map((record) => (record.kind === 'label' ? [record.name, record.value] : [])),
    ),
  );
  expect(labels).toEqual([
    { lang: 'en', tags: ['a', 'b'] },
    { lang: 'de' },
    { spam: true, score: 0.5 },
  ]);
  expect(schema.documentLabels.map(({ name, kind }) => [name, kind])).toEqual([
    ['lang', 'one-of'],
    ['tags', 'many-of'],
    ['spam', 'yes-no'],
    ['score', 'number'],
  ]);
});

test('a list of objects reads the same', async () => {
  const list = `[${TWEETS.split('\n').filter(Boolean).join(',\n')}]`;
  const a = await readAll(jsonTableReader, source(list));
  const b = await readAll(jsonTableReader, source(TWEETS));
  expect(a.documents.map(({ text, metadata }) => [text, metadata])).toEqual(
    b.documents.map(({ text, metadata }) => [text, metadata]),
  );
});

describe('refused with the place', () => {
  const place = async (text: string) => {
    const read = await jsonTableReader.read(source(text), {}, QUIET);
    return read.ok ? read : read.error;
  };
  test.each([
    [
      'a line that is no JSON',
      '{"text": "a"}\n{"text": }',
      { message: 'This line is not valid JSON.', place: { line: 2 } },
    ],
    ['a line that is no object', '{"text": "a"}\n\n[1]', { place: { line: 3 } }],
    ['a list that is no JSON', '[{"text": "a"},\n {"text" 1}]', { place: { line: 2, column: 10 } }],
    ['a member that is no object', '[{"text": "a"}, 3]', { place: { path: '[1]' } }],
    [
      'deep nesting',
      `{"text": "a", "b": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      { message: expect.stringMatching(/200 deep/u), place: { line: 1 } },
    ],
    ['an empty list', '[]', { message: expect.stringMatching(/No column is the text/u) }],
  ])('%s', async (_name, text, expected) => {
    expect(await place(text)).toMatchObject(expected);
  });
  test('more keys than a table has', async () => {
    const record = JSON.stringify(
      Object.fromEntries(Array.from({ length: 1_001 }, (_, i) => [`k${i}`, 'x'])),
    );
    expect(await refusal(jsonTableReader, record)).toMatch(/different keys/u);
  });
});

test('half characters are told, and stand as U+FFFD', async () => {
  const { documents, problems } = await readAll(
    jsonTableReader,
    source('{"text": "a\\ud800b\\u0000"}'),
  );
  expect(documents[0]?.text).toBe('a\ufffdb\ufffd');
  expect(problems?.[0]?.message).toMatch(/^In line 1: 2 characters/u);
});

test('recognised by contents, below the formats with annotations', () => {
  const score = (text: string) => jsonTableReader.recognizes(source(text));
  expect(score(TWEETS)).toBe(0.4);
  expect(score('[{"a": 1}]')).toBe(0.4);
  expect(score('{\n "a": 1\n}')).toBe(0);
  expect(score('plain')).toBe(0);
});

test('changed files are read or refused', async () => {
  await fuzz(jsonTableReader, [
    Buffer.from(TWEETS),
    Buffer.from('[{"text": "a", "b": [1]}, {"text": "c"}]'),
  ]);
});
