import { describe, expect, it, test } from 'vitest';
import { IMPORTED } from '#core/formats/dataset.ts';
import { recognize } from '#core/formats/registry.ts';
import { webannoTsv } from '#core/formats/webanno-tsv/format.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { fixture, namesOf, read, spansOf, write } from '../tokens/harness.ts';

const letter = fixture('webanno-tsv/letter/letter.tsv');
const older = fixture('webanno-tsv/older/older.tsv');

function relationsOf(records: readonly AnnotationRecord[] = []) {
  const spans = new Map(spansOf(records).map((span) => [span.id, span]));
  return records
    .filter((record) => record.kind === 'relation')
    .map(({ type, from, to }) => {
      const [a, b] = [from, to].map((id) => {
        const span = spans.get(id);
        return `${span?.type} ${span?.ranges[0].start}-${span?.ranges[0].end}`;
      });
      return `${type}: ${a} → ${b}`;
    });
}

describe('reading', () => {
  const dataset = read(webannoTsv, [letter]);
  const [document] = dataset.documents;
  const records = document?.sets[0]?.records ?? [];

  it('puts the text together as INCEpTION does', () => {
    expect(document?.text).toBe('😀 Ada met Lord\t Byron\\Gordon .\n  She\nwept');
    expect(document?.tokens).toHaveLength(8);
    expect(document?.sentences).toEqual([
      { start: 0, end: 31 },
      { start: 34, end: 42 },
    ]);
    expect(dataset.problems).toBeUndefined();
  });

  it('takes the tag of a layer for the type, and its other features for attributes', () => {
    expect(namesOf(document)).toEqual([
      'PER: Ada',
      'name: Ada',
      'Event: met',
      'PER: Lord\t Byron\\Gordon',
      'TITLE: Lord',
      'GIVEN: Byron',
      'name: She',
      'CoreferenceLink: She',
    ]);
    const attributes = spansOf(records).map(({ attributes }) => attributes);
    expect(attributes).toContainEqual({ identifier: 'http://ids/7' });
    expect(attributes).toContainEqual({ sure: 'true' });
  });

  it('reads relations from source to target, slots, and chains', () => {
    expect(relationsOf(records)).toEqual([
      'coreference: name 34-37 → name 3-6',
      'who: Event 7-10 → PER 3-6',
      'roles: Event 7-10 → PER 11-29',
      'child_of: PER 11-29 → PER 3-6',
    ]);
  });

  it('can take the layer for the type, and leave chains as attributes', () => {
    const plain = read(webannoTsv, [letter], { types: 'layers', chains: 'attribute' });
    const [ada] = spansOf(plain.documents[0]?.sets[0]?.records ?? []);
    expect(ada).toMatchObject({ type: 'NamedEntity', attributes: { value: 'PER' } });
    expect(relationsOf(plain.documents[0]?.sets[0]?.records)).toHaveLength(3);
  });

  it('pairs stacked values by their numbers, and sees offsets that count code points', () => {
    const { documents, problems } = read(webannoTsv, [older]);
    expect(documents[0]?.text).toBe('🌊 The sea 🌊 rose');
    expect(namesOf(documents[0])).toEqual(['place: The sea', 'thing: sea', 'event: rose']);
    expect(
      spansOf(documents[0]?.sets[0]?.records ?? []).map(({ attributes }) => attributes),
    ).toEqual([{ infstat: 'new' }, { infstat: 'giv', identity: 'Sea_%28Baltic%29' }, {}]);
    expect(relationsOf(documents[0]?.sets[0]?.records)).toEqual(['coref: place 3-10 → thing 7-10']);
    expect(problems).toMatchObject([{ code: 'unknown-line', place: { line: 4 } }]);
  });

  it('reads escapes of text as 3.1 and as 3.2 have them', () => {
    const textOf = (version: string, text: string, row: string) =>
      read(webannoTsv, [
        { path: 'a.tsv', text: `#FORMAT=WebAnno TSV ${version}\n\n\n#Text=${text}\n${row}\t\n` },
      ]).documents[0]?.text;
    expect(textOf('3.1', 'a\\tb\\u00e9\\\\', '1-1\t0-1\ta')).toBe('a\tbé\\');
    expect(textOf('3.2', 'a\\tb\\\\u00e9\\\u0001', '1-1\t0-1\ta')).toBe('a\tb\\u00e9\u0001');
  });
});

it('leaves out files of a folder that are not of the format, and says so', () => {
  const readme = { path: 'README.md', text: '# About' };
  const { documents, problems } = read(webannoTsv, [letter, readme]);
  expect(documents).toHaveLength(1);
  expect(problems).toContainEqual(
    expect.objectContaining({ code: 'other-file', place: { file: 'README.md' } }),
  );
  expect(webannoTsv.read?.([readme], {})).toMatchObject({ ok: false });
});

describe('writing', () => {
  it('gives back the file where nothing changed, and says the same where its rows are made anew', () => {
    for (const file of [letter, older]) {
      const dataset = read(webannoTsv, [file]);
      expect(write(webannoTsv, dataset)[0]?.text).toBe(file.text);
      // Another format's document knows the layers, but not the file.
      const documents = dataset.documents.map((one) => ({
        ...one,
        carried: { format: 'other', data: one.carried?.data },
      }));
      const again = read(webannoTsv, write(webannoTsv, { ...dataset, documents }));
      expect(again.documents[0]?.text).toBe(dataset.documents[0]?.text);
      expect(namesOf(again.documents[0])).toEqual(namesOf(dataset.documents[0]));
      expect(relationsOf(again.documents[0]?.sets[0]?.records).sort()).toEqual(
        relationsOf(dataset.documents[0]?.sets[0]?.records).sort(),
      );
      expect(again.schema.entityTypes.map(({ name }) => name)).toEqual(
        dataset.schema.entityTypes.map(({ name }) => name),
      );
    }
  });

  it('writes every annotation in every column of its layer, with rows for parts of tokens', () => {
    const span = (id: string, type: string, start: number, end: number, attributes = {}) => ({
      kind: 'span' as const,
      id,
      type,
      ranges: [{ start, end }] as const,
      attributes,
      note: '',
    });
    const records: AnnotationRecord[] = [
      span('a', 'A_1', 0, 7),
      span('b', 'B|*', 4, 7, { 'x y': 'a;b->c\n' }),
      span('c', 'C', 5, 12),
      { kind: 'relation', id: 'r', type: 'r]', from: 'b', to: 'c', attributes: {}, note: '' },
    ];
    const document = {
      id: 'd',
      name: 'd.txt',
      text: 'one two\r\nthree\\',
      sets: [{ annotator: IMPORTED, records }],
    };
    const [file] = write(webannoTsv, { name: 'p', schema: DEFAULT_SCHEMA, documents: [document] });
    expect(file?.path).toBe('d.tsv');
    expect(file?.text).toBe(
      [
        '#FORMAT=WebAnno TSV 3.3',
        '#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value|x_u20_y',
        '#T_RL=webanno.custom.Relation|label|BT_de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity',
        '',
        '',
        '#Text=one two\\r',
        '1-1\t0-3\tone\tA\\_1[1]\t*[1]\t_\t_\t',
        '1-2\t4-7\ttwo\tA\\_1[1]|B\\|\\*[2]\t*[1]|a\\;b\\->c\\n[2]\t_\t_\t',
        '1-2.1\t5-7\two\tC[3]\t*[3]\tr\\]\t1-2[2_3]\t',
        '',
        '#Text=three\\\\',
        '2-1\t9-14\tthree\t_\t_\t_\t_\t',
        '2-1.1\t9-12\tthr\tC[3]\t*[3]\t_\t_\t',
        '2-2\t14-15\t\\\t_\t_\t_\t_\t',
        '',
      ].join('\n'),
    );
  });

  it('says what it cannot hold', () => {
    const records: AnnotationRecord[] = [
      {
        kind: 'span',
        id: 'a',
        type: 'A',
        ranges: [{ start: 0, end: 1 }],
        attributes: {},
        note: '',
      },
      {
        kind: 'span',
        id: 'b',
        type: 'A',
        ranges: [{ start: 0, end: 3 }],
        attributes: { n: 1 },
        note: '',
      },
      { kind: 'note', id: 'note', text: 'x' },
      { kind: 'relation', id: 'r', type: 'r', from: 'a', to: 'zz', attributes: {}, note: '' },
    ];
    const document = { id: 'd', name: 'd', text: '\tab', sets: [{ annotator: IMPORTED, records }] };
    const losses = webannoTsv.losses?.(
      { name: 'p', schema: DEFAULT_SCHEMA, documents: [document] },
      {},
    );
    expect(losses?.map(({ what, count }) => `${count} ${what}`)).toEqual([
      '1 relations without both ends',
      '1 notes on documents',
      '1 spans without a token',
      '1 spans with white space at their edges',
      '1 attribute values that are not text',
      '1 texts that begin with white space',
    ]);
  });
});

describe('recognising', () => {
  it('knows its files by their first line', () => {
    expect(recognize(letter)[0]).toMatchObject({ format: { id: 'webanno-tsv' }, confidence: 1 });
    expect(webannoTsv.recognizes({ path: 'a.tsv', text: `\ufeff${older.text}` })).toBe(1);
  });

  test.each([
    ['a table', 'id\tstart\tend\n1\t0\t3\n'],
    ['CoNLL-U', '# text = a\n1\ta\ta\tX\t_\t_\t0\troot\t_\t_\n\n'],
    ['WebAnno TSV 2', '#id=1\n#text=a .\n1\ta\t_\tX\tB-PER\tO\t3\tSUBJ\t_\t_\n'],
    ['plain text', 'About #FORMAT=WebAnno TSV 3.3'],
  ])('leaves %s to others', (_, text) => {
    expect(webannoTsv.recognizes({ path: 'a.tsv', text })).toBe(0);
  });
});

describe('refusing', () => {
  const head = '#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.A|value\n\n\n#Text=one two\n';

  test.each([
    ['an empty file', '', 1],
    ['another format', 'x\n', 1],
    ['a layer without name', '#FORMAT=WebAnno TSV 3.3\n#T_SP=\n', 2],
    ['a row without offsets', `${head}1-1\tone\t_\t\n`, 6],
    ['a row with too few columns', `${head}1-1\t0-3\tone\n`, 6],
    ['words that stand elsewhere', `${head}1-1\t0-3\tabc\t_\t\n1-2\t4-7\txyz\t_\t\n`, 6],
    ['sentences that overlap', `${head}1-1\t0-3\tone\t_\t\n\n#Text=x\n2-1\t1-2\tx\t_\t\n`, 8],
    [
      'a gap without end',
      `${head}1-1\t0-3\tone\t_\t\n\n#Text=x\n2-1\t99999999-99999999\tx\t_\t\n`,
      8,
    ],
  ])('%s, with the line', (_, text, line) => {
    const result = webannoTsv.read?.([{ path: 'a.tsv', text }], {});
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'invalid-file', place: { file: 'a.tsv', line } },
    });
  });

  it('lists what it leaves out, with line and unit', () => {
    const text = `${head}1-1\t0-3\tone\tA[1]\t\n1-1.1\t1-1\t\tB\t\n1-2\t4-99\ttwo\t_\t\n`;
    const { problems } = read(webannoTsv, [{ path: 'a.tsv', text }]);
    expect(problems?.map(({ code, place }) => [code, place?.line])).toEqual([
      ['bad-offsets', 8],
      ['no-words', 7],
    ]);
  });
});
