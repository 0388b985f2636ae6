import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '#host/documents/readers/csv/parse-csv.ts';
import { csvReader } from '#host/documents/readers/csv/read-csv.ts';
import { chance, fuzz } from './fuzz.ts';
import { QUIET, readAll, refusal, source } from './kit.ts';

const REVIEWS = [
  'id,text,stars,source',
  'r1,"Good, very ""good"".\r\nReally.",5,web',
  'r2,Bad.,1,web',
  '',
  'r3,,3,mail',
  '__proto__,Fine 😀,4,mail',
].join('\n');

test('a row is a document: text, name, metadata; rows without text are told', async () => {
  const { documents, problems, schema, name } = await readAll(
    csvReader,
    source(REVIEWS, '/home/anna/reviews.csv'),
  );
  expect(name).toBe('reviews');
  expect(documents.map((document) => [document.name, document.text, document.metadata])).toEqual([
    ['r1', 'Good, very "good".\r\nReally.', { stars: '5', source: 'web' }],
    ['r2', 'Bad.', { stars: '1', source: 'web' }],
    ['__proto__', 'Fine 😀', { stars: '4', source: 'mail' }],
  ]);
  expect(problems).toEqual([
    {
      code: 'no-text',
      message: 'Row 5 has no text and is left out.',
      place: { file: '/home/anna/reviews.csv', id: 'row 5' },
    },
  ]);
  expect(schema.documentLabels).toEqual([]);
});

test('columns as chosen: labels become a set and its schema, several texts are joined', async () => {
  const options = { 'column.source': 'label', 'column.stars': 'text', 'column.id': 'left-out' };
  const { documents, schema } = await readAll(csvReader, source(REVIEWS, '/reviews.csv'), options);
  expect(documents[1]).toMatchObject({
    name: 'reviews 2',
    text: 'Bad.\n\n1',
    sets: [
      {
        annotator: { id: 'imported' },
        records: [{ kind: 'label', id: 'label:source', name: 'source', value: 'web' }],
      },
    ],
  });
  expect(documents[1]?.metadata).toBeUndefined();
  expect(schema.documentLabels).toMatchObject([
    { name: 'source', kind: 'one-of', values: ['web', 'mail'] },
  ]);
});

describe('what is found by itself', () => {
  const optionsOf = async (text: string, chosen: Readonly<Record<string, string>> = {}) => {
    const options = await csvReader.optionsFor?.(source(text), QUIET, chosen);
    if (!options?.ok) throw new Error('no options');
    return Object.fromEntries(options.value.map(({ id, default: value }) => [id, value]));
  };
  test.each([
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['bar', '|'],
  ])('%s', async (name, delimiter) => {
    const text = [
      ['id', 'text'],
      ['1', 'A, b; c'],
      ['2', 'd'],
    ]
      .map((row) =>
        row.map((cell) => (cell.includes(delimiter) ? `"${cell}"` : cell)).join(delimiter),
      )
      .join('\n');
    expect(await optionsOf(text)).toEqual({
      delimiter: name,
      header: 'yes',
      'column.id': 'name',
      'column.text': 'text',
    });
  });
  test('no header: columns have numbers', async () => {
    expect(await optionsOf('1,Some words\n2,More words\n')).toEqual({
      delimiter: 'comma',
      header: 'no',
      'column.Column 1': 'metadata',
      'column.Column 2': 'text',
    });
  });
  test('what was chosen changes the columns', async () => {
    expect(
      await optionsOf('a;b,c\n1;2,3', { delimiter: 'semicolon', header: 'no' }),
    ).toHaveProperty(['column.Column 2']);
  });
  test('encodings by their mark, or as chosen', async () => {
    const wide = Buffer.from(`\ufeffid;text\n1;naïve words\n`, 'utf16le');
    expect((await readAll(csvReader, source(wide))).documents[0]?.text).toBe('naïve words');
    const western = {
      ...source(Buffer.from('id;text\n1;naïve\n', 'latin1')),
      encoding: 'windows-1252' as const,
    };
    expect((await readAll(csvReader, western)).documents[0]?.text).toBe('naïve');
    expect(await refusal(csvReader, Buffer.from('id;text\n1;naïve\n', 'latin1'))).toMatch(
      /not valid UTF-8.*line 2/u,
    );
  });
});

test('a quotation mark that is never closed is told with its row', async () => {
  const { problems } = await readAll(csvReader, source('id,text\n1,fine\n2,"open\n3,more\n'));
  expect(problems?.[0]?.message).toMatch(/^In row 3 a quotation mark/u);
});

test('recognised by equally many cells; the name makes it surer', () => {
  const score = (text: string, path: string) => csvReader.recognizes(source(text, path));
  expect(score(REVIEWS, '/x.csv')).toBeGreaterThan(0.7);
  expect(score('a;b\nc;d\ne;f\n', '/x.txt')).toBeGreaterThan(0.3);
  expect(score('A letter, with commas.\nAnd more, lines, here.\n', '/x.txt')).toBeLessThan(0.3);
  expect(score('{"a": 1}\n{"a": 2}\n', '/x.txt')).toBe(0);
  expect(score('%PDF-1.4\0', '/x.csv')).toBe(0);
});

test('refused: no text anywhere, no column for it', async () => {
  expect(await refusal(csvReader, 'a,b\n,\n', { header: 'yes' })).toMatch(/No column is the text/u);
  const options = { 'column.a': 'metadata', 'column.b': 'metadata', header: 'yes' };
  expect(await refusal(csvReader, 'a,b\n1,2\n', options)).toMatch(/No column is the text/u);
});

test('a large table is read in pieces, exactly as at once, and stops when it shall', async () => {
  const random = chance(7);
  const cell = () => ['x', 'a,"b"', 'line\nend', 'ü😀', ''][Math.floor(random() * 5)] ?? '';
  const rows = Array.from({ length: 200_000 }, (_, i) => [
    String(i),
    cell(),
    `${cell()} some more words of text ${i}`,
    cell(),
  ]);
  const text = Papa.unparse(rows, { newline: '\n' });
  const parsed = await parseCsv(text, ',', QUIET, 1_000_000);
  expect(parsed.rows).toEqual(rows);
  const stop = new AbortController();
  const reading = { signal: stop.signal, progress: () => stop.abort() };
  await expect(parseCsv(text, ',', reading, 1_000_000)).rejects.toThrow(/abort/iu);
  expect(await refusal(csvReader, text)).toMatch(/more than 100,000 rows/u);
});

test('changed tables are read or refused', async () => {
  await fuzz(csvReader, [Buffer.from(REVIEWS), Buffer.from(REVIEWS.replaceAll(',', '\t'))]);
});
