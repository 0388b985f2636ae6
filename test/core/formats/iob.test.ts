import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conll2002 } from '#core/formats/conll-2002/format.ts';
import { conll2003 } from '#core/formats/conll-2003/format.ts';
import type { Format } from '#core/formats/format.ts';
import { iob } from '#core/formats/iob/format.ts';
import { filesByAnnotator } from '#core/formats/tokens/files-by-annotator.ts';
import type { Tokenizer } from '#core/formats/tokens/tokenize.ts';
import { anyDataset } from './datasets.ts';
import {
  corpusFiles,
  expectToSurvive,
  fixture,
  namesOf,
  RUNS,
  read,
  tokenView,
  write,
} from './tokens/harness.ts';

const FORMATS = [conll2003, conll2002, iob];

function likeliest(file: { path: string; text: string }): Format | undefined {
  const scores = FORMATS.map((format) => ({ format, score: format.recognizes(file) }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.format : undefined;
}

const CASES = [
  'conll-2003/two-documents/input.conll',
  'conll-2003/lenient/input.conll',
  'conll-2002/plain/input.conll',
  'iob/nested/input.tsv',
  'iob/numbered/input.tsv',
  'iob/tweets/input.conll',
  'iob/bilou/input.bio',
];

describe('fixtures', () => {
  test.each(CASES)('%s is recognised, and written as it was', (path) => {
    const file = fixture(path);
    const format = path.includes('lenient') ? conll2003 : likeliest(file);
    const expected = path.startsWith('iob/bilou') ? 'conll-2002' : path.split('/')[0];
    expect(format?.id).toBe(expected);
    if (!format) return;
    expect(write(format, read(format, [file])).map(({ text }) => text)).toEqual([file.text]);
  });

  test('CoNLL-2003: documents, sentences, IOB1', () => {
    const dataset = read(conll2003, [fixture(CASES[0] ?? '')]);
    const [first, second] = dataset.documents;
    expect(first?.text).toBe('Ada Lovelace met Babbage in London Paris .\nIt rained');
    expect(namesOf(first)).toEqual([
      'PER: Ada Lovelace',
      'PER: Babbage',
      'LOC: London',
      'LOC: Paris',
    ]);
    expect(first?.sentences).toHaveLength(2);
    expect([first?.id, first?.name]).toEqual(['input-1', 'input 1']);
    expect(second?.text).toBe('中文 😀');
    expect(namesOf(second)).toEqual(['MISC: 中文']);
    expect(dataset.problems).toBeUndefined();
  });

  test('what conlleval forgives is read, and reported with its line', () => {
    const { documents, problems } = read(conll2003, [fixture(CASES[1] ?? '')]);
    expect(namesOf(documents[0])).toEqual(['PER: Ada', 'LOC: Lovelace']);
    expect(documents[0]?.text).toBe('Ada Lovelace met Bob');
    expect(problems?.map(({ code, place }) => [code, place?.line])).toEqual([
      ['lenient-tag', 4],
      ['unknown-tag', 5],
      ['no-tag', 6],
    ]);
  });

  test('CoNLL-2002', () => {
    const { documents } = read(conll2002, [fixture(CASES[2] ?? '')]);
    expect(documents[0]?.text).toBe('Wolff , in Buenos Aires\n%');
    expect(namesOf(documents[0])).toEqual(['PER: Wolff', 'LOC: Buenos Aires']);
  });

  test('columns of tags give spans inside spans', () => {
    const { documents } = read(iob, [fixture(CASES[3] ?? '')]);
    expect(namesOf(documents[0])).toEqual(['ORG: University of York', 'GPE: York', 'GPE: York']);
    expect(documents[0]?.text).toBe('The University of York\n# York');
  });

  test('numbered rows with comments', () => {
    const { documents } = read(iob, [fixture(CASES[4] ?? '')]);
    expect(documents[0]?.text).toBe('In Nordrhein-Westfalen\n# 1 FC Köln');
    expect(namesOf(documents[0])).toEqual([
      'LOC: Nordrhein-Westfalen',
      'ORG: FC Köln',
      'LOC: Köln',
    ]);
  });

  test('tokens with blanks, and none at all', () => {
    const { documents, problems } = read(iob, [fixture(CASES[5] ?? '')]);
    expect(documents[0]?.text).toBe('@ada loves \u00a0 New York #');
    expect(namesOf(documents[0])).toEqual(['person: @ada', 'geo loc: New York']);
    expect(problems).toMatchObject([{ code: 'empty-token', place: { line: 3 } }]);
  });

  test('BILOU', () => {
    const { documents } = read(conll2002, [fixture(CASES[6] ?? '')]);
    expect(namesOf(documents[0])).toEqual(['PER: Ada', 'LOC: New York City']);
  });

  test('the column of tokens and that of tags can be chosen', () => {
    const text = 'x\tAda\tB-PER\tO\nx\tmet\tO\tB-V\n';
    const dataset = read(iob, [{ path: 'a.tsv', text }], {
      'token-column': '2',
      'tag-column': '3',
    });
    expect(dataset.documents[0]?.text).toBe('Ada met');
    expect(namesOf(dataset.documents[0])).toEqual(['PER: Ada']);
  });
});

describe.each(FORMATS.map((format) => [format.id, format] as const))('%s', (_id, format) => {
  test('gives back words and spans of any dataset, but for what it loses', () => {
    const option = fc.record({
      scheme: fc.constantFrom('iob1', 'iob2', 'bioes', 'bilou', 'own'),
      tokens: fc.constantFrom<Tokenizer>('own', 'words', 'blanks'),
      sentences: fc.constantFrom('own', 'lines', 'sentences'),
      files: fc.constantFrom('one' as const, 'per-document' as const),
      overlaps: format === iob ? fc.constantFrom('longest', 'columns') : fc.constant('longest'),
    });
    fc.assert(
      fc.property(anyDataset, option, (dataset, options) => {
        const files = write(format, dataset, options);
        const groups = filesByAnnotator(dataset, options.files);
        expect(files).toHaveLength(groups.length);
        for (const [i, { documents }] of groups.entries()) {
          const file = files[i];
          if (!file) continue;
          const views = documents.map(({ document, records }) =>
            tokenView(document, records, {
              tokenizer: options.tokens,
              flat: options.overlaps !== 'columns',
            }),
          );
          const back = read(format, [file]);
          expect(back.problems).toBeUndefined();
          const found = back.documents.map((one) =>
            tokenView(one, one.sets[0]?.records ?? [], { flat: false }),
          );
          expect(found).toEqual(views);
        }
      }),
      { numRuns: RUNS },
    );
  });

  test('survives damaged files', () => {
    expectToSurvive(
      format,
      CASES.map((path) => fixture(path).text),
      'x.conll',
    );
  });

  test('refuses what has no tags, with the line', () => {
    const result = format.read?.([{ path: 'x.conll', text: '\nAda met\nBob there\n' }], {});
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'invalid-file', place: { file: 'x.conll', line: 2 } },
    });
    expect(format.read?.([{ path: 'x', bytes: new Uint8Array() }], {})?.ok).toBe(false);
  });

  test.each([
    ['prose', 'Plan B\nWe are all in group B\n\nEnd O\n'],
    ['CSV', 'text,label\n"Ada",O\n'],
    ['TSV', 'text\tlabel\nAda\tPER\n'],
    ['JSON', '{"a":\n"B-PER"}\n'],
    ['WebAnno TSV', '#FORMAT=WebAnno TSV 3.3\n\n#Text=Ada\n1-1\t0-3\tAda\tB-PER\n'],
    ['CoNLL-U', '# text = Ada\n1\tAda\tAda\tPROPN\t_\t_\t0\troot\t_\t_\n\n'],
    [
      'CoNLL-2012',
      '#begin document (a); part 000\na 0 0 Ada NNP * - - - - (PERSON) (0)\n\n#end document\n',
    ],
    ['brat', 'T1\tPerson 0 3\tAda\n'],
    ['nothing', ''],
  ])('does not take %s for its own', (_name, text) => {
    expect(format.recognizes({ path: 'x.conll', text })).toBe(0);
  });
});

describe('corpora', () => {
  const files = corpusFiles('conll_iob') ?? [];
  test.each(files.map((file) => [file.path, file] as const))(
    '%s',
    (path, file) => {
      if (!('text' in file)) return;
      const format = likeliest(file);
      if (!format) throw new Error('not recognised');
      const dataset = read(format, [file]);
      const unexplained = dataset.problems?.filter(({ code }) => code !== 'empty-token') ?? [];
      // `h.conll` has three rows without a token.
      expect([unexplained, dataset.problems?.length ?? 0]).toEqual([
        [],
        path === 'h.conll' ? 3 : 0,
      ]);
      expect(format.losses?.(dataset, { overlaps: 'columns' })).toEqual([]);
      const [written] = write(format, dataset, { overlaps: 'columns' });
      expect(written?.text === file.text).toBe(true);
      // Without the rows that came with it, all that counts is the same still.
      const bare = dataset.documents.map(({ carried: _, ...document }) => document);
      const [anew] = write(format, { ...dataset, documents: bare }, { overlaps: 'columns' });
      const again = read(format, [{ path, text: anew?.text ?? '' }]);
      // A byte order mark inside a word (in `emerging.dev.conll`) counts as white space.
      const names = dataset.documents.map((one) => namesOf(one).map((name) => name.trim()));
      expect(again.documents.map(namesOf)).toEqual(names);
    },
    60_000,
  );
});
