import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conll2012 } from '#core/formats/conll-2012/format.ts';
import type { Dataset, DatasetDocument } from '#core/formats/dataset.ts';
import { chainsOf } from '#core/formats/tokens/chains.ts';
import { filesByAnnotator } from '#core/formats/tokens/files-by-annotator.ts';
import { tokensOf } from '#core/formats/tokens/tokenize.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { anyDataset } from './datasets.ts';
import {
  corpusFiles,
  expectToSurvive,
  fixture,
  namesOf,
  RUNS,
  read,
  spansOf,
  tokenView,
  write,
} from './tokens/harness.ts';

const CASES = ['conll-2012/ontonotes/input.conll', 'conll-2012/short/input.conll'];
const [FULL = '', SHORT = ''] = CASES;

const links = (document: DatasetDocument | undefined) =>
  (document?.sets[0]?.records ?? []).flatMap((one) =>
    one.kind === 'relation' ? [`${one.from} ${one.type} ${one.to}`] : [],
  );

function withRecords(
  dataset: Dataset,
  change: (records: readonly AnnotationRecord[]) => readonly AnnotationRecord[],
): Dataset {
  const documents = dataset.documents.map((document) => ({
    ...document,
    sets: document.sets.map((set) => ({ ...set, records: change(set.records) })),
  }));
  return { ...dataset, documents };
}

describe('fixtures', () => {
  test.each(CASES)('%s is recognised, and written as it was', (path) => {
    const file = fixture(path);
    expect(conll2012.recognizes(file)).toBeGreaterThan(0.9);
    expect(write(conll2012, read(conll2012, [file]))[0]?.text).toBe(file.text);
  });

  test('names, chains and parts', () => {
    const { documents, problems } = read(conll2012, [fixture(FULL)]);
    const [first, second] = documents;
    expect(first?.text).toBe('Ada Lovelace met her mother .\nShe left London');
    expect(first?.name).toBe('nw/x/00/x_0001 part 000');
    expect(first?.metadata).toEqual({ document: 'nw/x/00/x_0001', part: '000' });
    expect(namesOf(first)).toEqual([
      'PERSON: Ada Lovelace',
      'Mention: her mother',
      'Mention: her',
      'Mention: She',
      'GPE: London',
    ]);
    expect(links(first)).toEqual(['s3 coreference s1', 's4 coreference s2']);
    expect(namesOf(second)).toEqual(['Mention: A b', 'Mention: A b']);
    expect(problems?.map(({ code, place }) => [code, place?.line])).toEqual([
      ['bad-name', 17],
      ['stray-mention', 16],
      ['open-mention', 17],
    ]);
  });

  test('chains to the first mention, or as an attribute', () => {
    const first = read(conll2012, [fixture(FULL)], { chains: 'first' }).documents[0];
    expect(links(first)).toEqual(['s3 coreference s1', 's4 coreference s2']);
    const file = fixture(FULL);
    const dataset = read(conll2012, [file], { chains: 'attribute' });
    expect(dataset.documents[0]?.sets[0]?.records[0]).toMatchObject({
      attributes: { chain: '12' },
    });
    expect(links(dataset.documents[0])).toEqual([]);
    expect(write(conll2012, dataset)[0]?.text).toBe(file.text);
  });

  test('the short form of GUM has types', () => {
    const [document] = read(conll2012, [fixture(SHORT)]).documents;
    expect(namesOf(document)).toEqual(['person: Ada', 'place: York City', 'person: she']);
    expect(links(document)).toEqual(['s3 coreference s1']);
  });

  test.each([
    ['a 0 0 b\n', 'before ‘#begin document’', 1],
    ['\n', 'no line ‘#begin document’', 1],
    ['#begin document (a); part 000\nx\n', 'two or three columns', 2],
  ])('%j is refused with its line', (text, words, line) => {
    const result = conll2012.read?.([{ path: 'x.conll', text }], {});
    expect(result).toMatchObject({ ok: false, error: { place: { file: 'x.conll', line } } });
    expect(result?.ok ? '' : result?.error.message).toContain(words);
  });
});

describe('writing', () => {
  test('only what changed is written anew', () => {
    const dataset = withRecords(read(conll2012, [fixture(FULL)]), (records) =>
      records
        .filter((one) => one.id !== 'r2')
        .map((one) => (one.kind === 'span' && one.id === 's5' ? { ...one, type: 'a b' } : one)),
    );
    const before = fixture(FULL).text.split('\n');
    const after = write(conll2012, dataset)[0]?.text.split('\n') ?? [];
    const changed = after.flatMap((line, i) => (line === before[i] ? [] : [line.split(/ +/u)]));
    // She is no longer the mother, whose chain keeps its number.
    expect(changed.map((cells) => [cells[3], cells[10], cells[12]])).toEqual([
      ['She', '*', '(13)'],
      ['London', '(a%20b)', '-'],
    ]);
  });

  test('a new file', () => {
    const dataset = read(conll2012, [fixture(FULL)]);
    const [first] = dataset.documents;
    if (!first) throw new Error('not read');
    const { carried: _, ...bare } = first;
    const [file] = write(conll2012, { ...dataset, documents: [bare] });
    const cells = file?.text.split('\n').map((line) => line.split('\t'));
    expect(cells?.[0]).toEqual(['#begin document (nw/x/00/x_0001); part 000']);
    expect(cells?.slice(1, 6).map((row) => [row[3], row[10], row[11]])).toEqual([
      ['Ada', '(PERSON*', '(0'],
      ['Lovelace', '*)', '0)'],
      ['met', '*', '-'],
      ['her', '*', '(1|(0)'],
      ['mother', '*', '1)'],
    ]);
    expect(cells?.slice(-3)).toEqual([[''], ['#end document'], ['']]);
  });
});

const keys = (document: DatasetDocument, records: readonly AnnotationRecord[]) => {
  const ids = spansOf(records).map((one) => {
    const alone = tokenView(document, [one]).spans[0];
    return { id: one.id, at: alone?.slice(one.type.length + 1) };
  });
  const clusters = new Map<string, string[]>();
  for (const [id, chain] of chainsOf(records)) {
    const at = ids.find((one) => one.id === id)?.at;
    if (at !== undefined) clusters.set(chain, [...(clusters.get(chain) ?? []), at]);
  }
  return [...clusters.values()]
    .map((chain) => chain.sort().join(' | '))
    .filter((one) => one.includes('|'))
    .sort();
};

test('gives back words, names and chains of any dataset, but for what it loses', () => {
  const turned = anyDataset.map((dataset) =>
    withRecords(dataset, (records) =>
      records.map((one) =>
        one.kind === 'relation' && one.type === 'r' ? { ...one, type: 'coreference' } : one,
      ),
    ),
  );
  const option = fc.record({
    sentences: fc.constantFrom('own', 'lines', 'sentences'),
    files: fc.constantFrom('one' as const, 'per-document' as const),
  });
  fc.assert(
    fc.property(turned, option, (dataset, options) => {
      const files = write(conll2012, dataset, options);
      for (const [i, { documents }] of filesByAnnotator(dataset, options.files).entries()) {
        const file = files[i];
        if (!file) continue;
        const back = read(conll2012, [file]);
        expect(back.problems).toBeUndefined();
        expect(back.documents).toHaveLength(documents.length);
        for (const [j, { document, records }] of documents.entries()) {
          const found = back.documents[j];
          if (!found) continue;
          const again = found.sets[0]?.records ?? [];
          const names = again.filter((one) => one.kind === 'span' && one.type !== 'Mention');
          const wanted = tokenView(document, records);
          expect(tokenView(found, names)).toEqual(wanted);
          const one = {
            ...dataset,
            documents: [{ ...document, sets: [{ annotator: { id: 'x', name: 'x' }, records }] }],
          };
          const losses = conll2012.losses?.(one, options)?.map(({ what }) => what) ?? [];
          // Mentions of one chain that cross cannot be written; they count as overlaps.
          if (losses.includes('overlapping spans')) continue;
          expect(keys(found, again)).toEqual(keys(document, records));
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test('survives damaged files', () => {
  expectToSurvive(
    conll2012,
    CASES.map((path) => fixture(path).text),
    'x.conll',
  );
});

test.each([
  ['CoNLL-2003', '-DOCSTART- -X- O O\n\nAda NNP I-NP I-PER\n'],
  ['CoNLL-U', '# text = Ada\n1\tAda\tAda\tPROPN\t_\t_\t0\troot\t_\t_\n\n'],
  ['prose', 'We begin document one.\n'],
  ['nothing', ''],
])('does not take %s for its own', (_name, text) => {
  expect(conll2012.recognizes({ path: 'x.conll', text })).toBe(0);
});

test('words of a document are those of its tokens', () => {
  const [document] = read(conll2012, [fixture(SHORT)]).documents;
  expect(document && tokensOf(document, 'own')).toHaveLength(5);
});

describe('corpora', () => {
  const files = corpusFiles('conll2012') ?? [];
  test.each(files.map((file) => [file.path, file] as const))(
    '%s',
    (_path, file) => {
      if (!('text' in file)) return;
      expect(conll2012.recognizes(file)).toBeGreaterThan(0.9);
      const dataset = read(conll2012, [file]);
      const codes = new Set(dataset.problems?.map(({ code }) => code) ?? []);
      // Two of the scorer's files have no words.
      codes.delete('no-words');
      expect([...codes]).toEqual([]);
      expect(write(conll2012, dataset)[0]?.text === file.text).toBe(true);
      const bare = dataset.documents.map(({ carried: _, ...document }) => document);
      const [anew] = write(conll2012, { ...dataset, documents: bare });
      const again = read(conll2012, [{ path: 'x', text: anew?.text ?? '' }]);
      expect(again.problems).toBeUndefined();
      expect(again.documents.map((one) => keys(one, one.sets[0]?.records ?? []))).toEqual(
        bare.map((one) => keys(one, one.sets[0]?.records ?? [])),
      );
    },
    60_000,
  );
});
