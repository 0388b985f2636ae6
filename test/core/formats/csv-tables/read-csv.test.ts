import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvTables } from '#core/formats/csv-tables/format.ts';
import { csvLosses } from '#core/formats/csv-tables/losses.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import { FORMATS } from '#core/formats/registry.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { newAttribute } from '#core/schema-formats/new-type.ts';
import { anyDataset, inOrder } from '../datasets.ts';
import { corpus, filesUnder, fuzz, read, runs, written } from '../format-checks.ts';

/** `Type start-end text` of the spans of the first set. */
function spansOf(dataset: Dataset, document = 0): readonly string[] {
  const { text, sets } = dataset.documents[document] ?? { text: '', sets: [] };
  return (sets[0]?.records ?? []).flatMap((record) =>
    record.kind === 'span'
      ? record.ranges.map(({ start, end }) => `${record.type} ${text.slice(start, end)}`)
      : [],
  );
}
const csv = (path: string, ...lines: readonly string[]) => ({ path, text: lines.join('\n') });

const fixtures = new URL('../../../fixtures/', import.meta.url).pathname;

test('our fixtures', () => {
  const entities = read(csvTables, filesUnder(`${fixtures}csv-tables/entities`));
  expect(spansOf(entities)).toEqual(['Person Ada', 'Person Babbage', 'Place London']);
  const toxic = read(csvTables, filesUnder(`${fixtures}csv-tables/toxic-spans`));
  expect(spansOf(toxic)).toEqual(['Span bad', 'Span fool']);
  expect([entities.problems, toxic.problems]).toEqual([undefined, undefined]);
});

describe('tables that others made', () => {
  const text = { path: 'texts/letter.txt', text: '😀 Ada met Babbage in London.' };

  test('usual names of columns, offsets in code points, a text beside it', () => {
    const table = csv(
      'entities.csv',
      'doc_id,start,end,label,text,confidence',
      'letter,2,5,Person,Ada,0.9',
      'letter,10,17,Person,Babbage,1',
      'letter.txt,21,27,Place,London,0.5',
    );
    const dataset = read(csvTables, [table, text]);
    expect(spansOf(dataset)).toEqual(['Person Ada', 'Person Babbage', 'Place London']);
    expect(dataset.problems).toBeUndefined();
    expect(dataset.documents[0]?.sets[0]?.records[0]).toMatchObject({
      attributes: { confidence: 0.9 },
    });
  });

  test('a column says what the offsets count; another reading can be chosen', () => {
    const rows = ['letter,3,6,Person,Ada,utf-16', 'letter,2,5,Person,Ada,code points'];
    const table = csv('t.csv', 'doc_id,start,end,label,text,unit', ...rows);
    expect(spansOf(read(csvTables, [table, text]))).toEqual(['Person Ada', 'Person Ada']);
    const r = csv('r.tsv', 'file\tbegin\tend\ttag', 'letter\t3\t5\tPerson');
    const options = { first: '1', end: 'last' };
    expect(spansOf(read(csvTables, [r, text], options))).toEqual(['Person Ada']);
  });

  test('columns that only the person knows', () => {
    const table = csv('t.csv', 'A;B;C;D', 'Person;letter;2;5');
    const options = {
      'column-type': '1',
      'column-document': '2',
      'column-start': '3',
      'column-end': '4',
    };
    expect(spansOf(read(csvTables, [table, text], options))).toEqual(['Person Ada']);
    const refused = csvTables.read?.([table, text], {});
    expect(refused).toMatchObject({ ok: false, error: { place: { file: 't.csv', line: 1 } } });
  });

  test('the text is in the table; each text is a document', () => {
    const table = csv(
      't.csv',
      'sentence,start,end,label',
      '"Ada met ""him"".",0,3,Person',
      '"Ada met ""him"".",8,13,Pronoun',
      'Nobody.,,,',
    );
    const dataset = read(csvTables, [table]);
    expect(dataset.documents.map(({ text }) => text)).toEqual(['Ada met "him".', 'Nobody.']);
    expect(spansOf(dataset)).toEqual(['Person Ada', 'Pronoun "him"']);
    expect(dataset.documents[1]?.sets).toHaveLength(1);
  });

  test('relations join spans by their ids', () => {
    const spans = csv('e.csv', 'id,doc,start,end,type', 'T1,letter,2,5,P', 'T2,letter,10,17,P');
    const relations = csv(
      'r.csv',
      'doc,relation,arg1,arg2',
      'letter,meets,T1,T2',
      'letter,meets,T1,T9',
    );
    const dataset = read(csvTables, [relations, spans, text]);
    expect(dataset.documents[0]?.sets[0]?.records).toContainEqual(
      expect.objectContaining({ kind: 'relation', type: 'meets', from: 'T1', to: 'T2' }),
    );
    expect(dataset.problems).toEqual([
      expect.objectContaining({ code: 'no-end', place: { file: 'r.csv', line: 3 } }),
    ]);
  });

  test('a text that no table names is a document that nobody annotated', () => {
    const table = csv('t.csv', 'doc,start,end,label', 'letter,2,5,Person');
    const { documents } = read(csvTables, [table, text, { path: 'b.txt', text: 'Bob.' }]);
    expect(documents.map(({ name, sets }) => [name, sets.length])).toEqual([
      ['letter', 1],
      ['b', 0],
    ]);
  });

  test('lists of positions: those in a row are one span', () => {
    const table = csv('t.csv', 'spans,text', '"[0, 1, 2, 8, 9]",You bad fool', '[],fine');
    const dataset = read(csvTables, [table]);
    expect(spansOf(dataset)).toEqual(['Span You', 'Span fo']);
    expect(dataset.documents.map(({ sets }) => sets[0]?.records.length)).toEqual([2, 0]);
  });

  test('lists of triples and of objects', () => {
    const table = csv(
      't.csv',
      'spans,text',
      `"[(0, 3, 'P')]",Ada met`,
      `"[{""start"":4,""end"":7,""labels"":[""V""]}]",Ada met him`,
    );
    const dataset = read(csvTables, [table]);
    expect([...spansOf(dataset, 0), ...spansOf(dataset, 1)]).toEqual(['P Ada', 'V met']);
  });

  test('what does not fit is told with file, line and reason', () => {
    const table = csv(
      't.csv',
      'id,doc,start,end,label,quote',
      'a,letter,2,5,Person,Ada',
      'b,letter,2,99,Person,',
      'c,letter,5,2,Person,',
      'd,letter,x,5,Person,',
      'e,letter,10,17,Person,Charles',
      'f,letter,2,5,,',
      'a,letter,2,5,Person,Ada',
      'g,lost,0,1,Person,',
    );
    const { problems = [] } = read(csvTables, [table, text]);
    expect(problems.map(({ code, place }) => [code, place?.line])).toEqual([
      ['bad-range', 3],
      ['bad-range', 4],
      ['bad-range', 5],
      ['other-words', 6],
      ['no-name', 7],
      ['same-id', 8],
      ['no-text', 9],
    ]);
  });

  test.each([
    ['no texts', [csv('t.csv', 'doc,start,end,label', 'x,0,1,P')], /texts that the offsets/u],
    [
      'nothing fits',
      [csv('t.csv', 'doc,start,end,label', 'letter,90,99,P', 'letter,91,93,P'), text],
      /No span/u,
    ],
    [
      'a quote that is open',
      [csv('t.csv', 'doc,start,end,label', 'letter,"0,1,P'), text],
      /quote mark/u,
    ],
    ['no table', [text], /no table/u],
    ['bytes', [{ path: 't.csv', bytes: new Uint8Array([0]) }], /not text/u],
  ])('refused: %s', (_, files, message) => {
    const found = csvTables.read?.(files, {});
    expect(found?.ok === false ? found.error.message : '').toMatch(message);
  });
});

/** A schema that says of what kind the values of the random datasets are, so far as one can. */
const SCHEMA = {
  ...DEFAULT_SCHEMA,
  documentLabels: [newAttribute('topic', { kind: 'text' }), newAttribute('n', { kind: 'number' })],
};

/** Values that a table cannot hold as they are, made as it gives them back. */
function asRead(dataset: Dataset, options: Record<string, string>): Dataset {
  const lost = csvLosses(dataset, options)[0]?.count ?? 0;
  if (lost === 0) return dataset;
  const { documents } = dataset;
  const strip = (record: AnnotationRecord): AnnotationRecord[] => {
    if (record.kind === 'label') return one(record) ? [] : [record];
    if (!('attributes' in record)) return [record];
    const kept = Object.entries(record.attributes).filter(
      ([name, value]) => !one({ ...record, attributes: { [name]: value } }),
    );
    return [{ ...record, attributes: Object.fromEntries(kept) }];
  };
  const one = (record: AnnotationRecord) =>
    csvLosses(
      {
        ...dataset,
        documents: documents
          .slice(0, 1)
          .map((d) => ({ ...d, sets: [{ annotator: { id: 'a', name: 'a' }, records: [record] }] })),
      },
      options,
    ).length > 0;
  return {
    ...dataset,
    documents: documents.map((d) => ({
      ...d,
      sets: d.sets.map((set) => ({ ...set, records: set.records.flatMap(strip) })),
    })),
  };
}

test.each([
  {},
  { separator: 'semicolon', bom: 'yes' },
  { separator: 'tab' },
  { formulas: 'as-is' },
])('our own tables come back as they were: %o', (options: Record<string, string>) => {
  fc.assert(
    fc.property(anyDataset, (any) => {
      const dataset = asRead({ ...any, schema: SCHEMA }, options);
      const files = written(csvTables, dataset, options);
      if (dataset.documents.length === 0) return;
      const reading = 'formulas' in options ? { formulas: 'as-is' } : {};
      const back = read(csvTables, files, reading);
      expect(back.problems).toBeUndefined();
      expect(inOrder(back).documents).toEqual(inOrder(dataset).documents);
    }),
    { numRuns: runs(200) / 2 },
  );
});

test('damaged tables give a dataset or a reason', () => {
  const dataset = fc.sample(anyDataset, { numRuns: 1, seed: 5 })[0] as Dataset;
  const toxic = csv('t.csv', 'spans,text', '"[0, 1, 2, 8, 9]",You bad fool', '[],fine');
  const generic = csv('t.csv', 'doc,start,end,label,text', 'x,0,3,P,Ada', 'x,4,7,V,met');
  fuzz(csvTables, [
    written(csvTables, dataset),
    [toxic],
    [generic, { path: 'x.txt', text: 'Ada met' }],
  ]);
});

describe('recognised by its columns', () => {
  test.each([
    ['ours', 'document,document_name,annotator,id,type,start,end\r\n', 0.97],
    ['usual', 'doc_id,start,end,label\n', 0.85],
    ['lists', 'spans,text\n"[1]",x', 0.85],
    ['prose', 'Start, end, and type.\nThere was a time', 0],
    ['other table', 'name,age\nAda,36\n', 0],
    ['JSON', '{"start":1,"end":2}', 0],
    ['XML', '<a start="1" end="2"/>', 0],
  ])('%s', (_, text, likely) => {
    expect(csvTables.recognizes({ path: 'x.txt', text })).toBe(likely);
  });

  test('files of no other format', () => {
    const foreign = filesUnder(fixtures).filter(({ path }) => !path.startsWith('csv-tables'));
    expect(foreign.length).toBeGreaterThan(20);
    const claimed = foreign.filter((file) => csvTables.recognizes(file) > 0.3);
    expect(claimed.map(({ path }) => path)).toEqual([]);
    const [table] = written(
      csvTables,
      fc.sample(anyDataset, { numRuns: 1, seed: 3 })[0] as Dataset,
    );
    const others = FORMATS.filter(({ id }) => id !== 'csv-tables');
    const claims = others.filter((other) => table && other.recognizes(table) >= 0.5);
    expect(claims.map(({ id }) => id)).toEqual([]);
  });
});

const folder = corpus('csv_spans');
describe.skipIf(!folder)('real tables (skipped without the corpora)', () => {
  test.each(['toxic_spans/spans.csv', 'tsd_trial.csv'])('%s', (path) => {
    const files = filesUnder(`${folder}/${path}`);
    if (path.startsWith('tsd')) {
      const dataset = read(csvTables, files);
      expect(dataset.problems).toBeUndefined();
      expect(dataset.documents).toHaveLength(690);
    } else {
      const found = csvTables.read?.(files, {});
      expect(found).toMatchObject({
        ok: false,
        error: { message: expect.stringMatching(/texts/u) },
      });
    }
  });
});
