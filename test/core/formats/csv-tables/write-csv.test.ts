import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { guardFormula } from '#core/formats/csv-tables/guard.ts';
import { writeCsv } from '#core/formats/csv-tables/write-csv.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { anyDataset, textOf } from '../datasets.ts';

function tables(dataset: Dataset, options: Record<string, string> = {}) {
  return Object.fromEntries(writeCsv(dataset, options).map((file) => [file.path, textOf(file)]));
}

const rowsOf = (csv: string | undefined, delimiter = ',') =>
  Papa.parse<Record<string, string>>(csv ?? '', { header: true, delimiter, skipEmptyLines: true })
    .data;

const DATASET: Dataset = {
  name: 'p',
  schema: DEFAULT_SCHEMA,
  documents: [
    {
      id: 'd1',
      name: '=HYPERLINK("x")',
      text: '😀 Ada, "Countess"\r\nmet -Babbage.',
      sets: [
        {
          annotator: { id: 'anna', name: 'Anna' },
          records: [
            {
              kind: 'span',
              id: 's1',
              type: 'Person',
              ranges: [
                { start: 3, end: 6 },
                { start: 8, end: 25 },
              ],
              attributes: { tags: ['a|b', 'c\\'], sure: false, n: -3 },
              note: '@note',
            },
            {
              kind: 'span',
              id: 's2',
              type: 'Person',
              ranges: [{ start: 24, end: 32 }],
              attributes: {},
              note: '',
            },
            {
              kind: 'relation',
              id: 'r1',
              type: 'meets',
              from: 's1',
              to: 's2',
              attributes: {},
              note: '',
            },
            { kind: 'label', id: 'label:topic', name: 'topic', value: '+x' },
          ],
        },
      ],
    },
    { id: 'd2', name: 'empty', text: '', sets: [] },
  ],
};

describe('tables', () => {
  const files = tables(DATASET);

  test('a span is a row, with offsets in code points', () => {
    expect(rowsOf(files['spans.csv'])[0]).toEqual({
      document: 'd1',
      document_name: '\'=HYPERLINK("x")',
      annotator: 'anna',
      id: 's1',
      type: 'Person',
      start: '2',
      end: '24',
      ranges: '2-5 7-24',
      quote: 'Ada … "Countess"\r\nmet -',
      note: "'@note",
      'attribute.tags': 'a\\|b|c\\\\',
      'attribute.sure': 'false',
      'attribute.n': '-3',
    });
    expect(rowsOf(files['spans.csv'])[1]?.['quote']).toBe("'-Babbage");
  });

  test('relations name both ends, labels and documents have their tables', () => {
    expect(rowsOf(files['relations.csv'])).toMatchObject([
      { id: 'r1', type: 'meets', from: 's1', from_type: 'Person', to: 's2', to_quote: "'-Babbage" },
    ]);
    expect(rowsOf(files['labels.csv'])).toMatchObject([{ label: 'topic', value: "'+x" }]);
    expect(rowsOf(files['documents.csv'])).toMatchObject([
      { document: 'd1', characters: '32', annotator_name: 'Anna', status: 'new' },
      { document: 'd2', characters: '0', annotator: '' },
    ]);
  });

  test('lines end with CR LF, also the last one', () => {
    expect(files['spans.csv']).toMatch(/^document,[^\n]*\r\n/u);
    expect(files['spans.csv']).toMatch(/\r\n$/u);
  });

  test('the texts are there as they are, or left out', () => {
    expect(files['texts/d1.txt']).toBe(DATASET.documents[0]?.text);
    expect(Object.keys(tables(DATASET, { texts: 'left-out' }))).toHaveLength(5);
  });

  test('separator, byte order mark and formulas follow the options', () => {
    const excel = tables(DATASET, { separator: 'semicolon', bom: 'yes', formulas: 'as-is' });
    expect(excel['spans.csv']?.startsWith('\ufeffdocument;')).toBe(true);
    expect(rowsOf(excel['spans.csv'], ';')[0]?.['note']).toBe('@note');
    expect(Object.keys(tables(DATASET, { separator: 'tab' }))).toContain('spans.tsv');
  });
});

test('no guarded cell starts like a formula, and the guard can be taken off', () => {
  const cell = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a') });
  fc.assert(
    fc.property(cell, (text) => {
      const guarded = guardFormula(text);
      expect(guarded).not.toMatch(/^[=+\-@\t\r]/u);
      expect(/^'+[=+\-@\t\r]/u.test(guarded) ? guarded.slice(1) : guarded).toBe(text);
    }),
  );
});

test('every span and relation of any dataset is one row', () => {
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      const records = dataset.documents.flatMap((d) => d.sets.flatMap((set) => set.records));
      const files = tables(dataset);
      const count = (kind: string) => records.filter((record) => record.kind === kind).length;
      expect(rowsOf(files['spans.csv'])).toHaveLength(count('span'));
      expect(rowsOf(files['relations.csv'])).toHaveLength(count('relation'));
      expect(rowsOf(files['labels.csv'])).toHaveLength(count('label'));
    }),
  );
});
