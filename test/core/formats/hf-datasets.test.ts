import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '#core/formats/dataset.ts';
import { hfDatasets } from '#core/formats/hf-datasets/format.ts';
import { filesByAnnotator } from '#core/formats/tokens/files-by-annotator.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { anyDataset } from './datasets.ts';
import {
  expectToSurvive,
  fixture,
  namesOf,
  RUNS,
  read,
  spansOf,
  tokenView,
  write,
} from './tokens/harness.ts';

const NAMES = fixture('hf-datasets/names/input.jsonl');
const NUMBERS = fixture('hf-datasets/numbers/train.jsonl');
const FEATURES = fixture('hf-datasets/numbers/dataset_info.json');
const TEXT = fixture('hf-datasets/text/input.jsonl');

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
  test('tags that are names; rows of one document are its sentences', () => {
    const dataset = read(hfDatasets, [NAMES]);
    expect(hfDatasets.recognizes(NAMES)).toBeGreaterThan(0.9);
    expect(dataset.documents.map(({ id, name, text }) => [id, name, text])).toEqual([
      ['a-b', 'a/b', 'Ada Lovelace in New York\n😀'],
      ['c', 'c', 'It'],
    ]);
    expect(dataset.documents.map(namesOf)).toEqual([
      ['PER: Ada Lovelace', 'LOC: New York'],
      ['PER: It'],
    ]);
    expect(dataset.problems).toMatchObject([{ code: 'empty-token', place: { line: 2 } }]);
    expect(write(hfDatasets, dataset)[0]?.text).toBe(NAMES.text);
  });

  test('tags that are numbers, with the file that names them', () => {
    const dataset = read(hfDatasets, [FEATURES, NUMBERS]);
    expect(hfDatasets.recognizes(NUMBERS)).toBeGreaterThan(0.9);
    expect(hfDatasets.recognizes(FEATURES)).toBeGreaterThan(0.5);
    expect(dataset.documents.map(({ text }) => text)).toEqual(['EU rejects German call\nBonn']);
    expect(namesOf(dataset.documents[0])).toEqual(['ORG: EU', 'MISC: German call']);
    const [rows, features] = write(hfDatasets, dataset, { tags: 'numbers' });
    expect(rows?.text).toBe(NUMBERS.text);
    expect(JSON.parse(features?.text ?? '')).toMatchObject({
      features: { ner_tags: { feature: { names: ['O', 'B-ORG', 'I-ORG', 'B-MISC', 'I-MISC'] } } },
    });
    const [named] = write(hfDatasets, dataset, { tags: 'names' });
    expect(named?.text).toContain('"ner_tags":["B-ORG","O","B-MISC","I-MISC"]');
  });

  test('a row can be a document', () => {
    const { documents } = read(hfDatasets, [FEATURES, NUMBERS], { lines: 'documents' });
    expect(documents.map(({ name }) => name)).toEqual(['train 1', 'train 2']);
  });

  test('texts with spans', () => {
    const dataset = read(hfDatasets, [TEXT]);
    expect(hfDatasets.recognizes(TEXT)).toBeGreaterThan(0.5);
    expect(namesOf(dataset.documents[0])).toEqual(['EVENT: Ada met Bob', 'PER: Ada']);
    expect(dataset.documents.map(({ name }) => name)).toEqual(['x1', 'x2']);
    expect(write(hfDatasets, dataset, { form: 'text' }).map(({ text }) => text)).toEqual([
      TEXT.text,
    ]);
    const retyped = withRecords(dataset, (records) =>
      records.map((one) =>
        one.kind === 'span' && one.type === 'EVENT' ? { ...one, type: 'X' } : one,
      ),
    );
    expect(write(hfDatasets, retyped, { form: 'text' })[0]?.text.split('\n')[0]).toBe(
      '{"id":"x1","text":"😀 Ada met Bob","entities":[{"start":2,"end":13,"label":"X"},{"start":2,"end":5,"label":"PER","score":0.5}]}',
    );
    const utf16 = read(hfDatasets, [TEXT], { offsets: 'utf-16' });
    expect(namesOf(utf16.documents[0])).toContain('PER:  Ad');
  });

  test('only changed rows are written anew', () => {
    const dataset = withRecords(read(hfDatasets, [NAMES]), (records) =>
      records.filter((one) => one.kind !== 'span' || one.type !== 'LOC'),
    );
    const [file] = write(hfDatasets, dataset);
    const lines = file?.text.split('\n');
    expect(lines?.[0]).toContain('"ner_tags":["B-PER","I-PER","O","O"],"pos":[1,2]}');
    expect(lines?.slice(1)).toEqual(NAMES.text.split('\n').slice(1));
  });

  test('spans that lie nowhere are told, and the others read', () => {
    const spans =
      '{"start":0,"end":9,"label":"X"},{"start":0,"end":1},{"start":1.5,"end":2,"label":"Y"},{"start":0,"end":1,"label":"Z"}';
    const dataset = read(hfDatasets, [
      { path: 'x', text: `{"text":"ab","entities":[${spans}]}\n` },
    ]);
    expect(namesOf(dataset.documents[0])).toEqual(['Z: a']);
    expect(dataset.problems?.map(({ code, place }) => [code, place?.line, place?.path])).toEqual([
      ['bad-span', 1, 'entities[0]'],
      ['bad-span', 1, 'entities[1]'],
      ['bad-span', 1, 'entities[2]'],
    ]);
  });

  test.each([
    ['{"tokens":["a"],"ner_tags":[1]}', 'features file'],
    ['{"tokens":["a","b"],"ner_tags":["O"]}', '2 tokens, but 1 tag in'],
    ['{"tokens":["a"]}', 'no tags'],
    ['{"a":', 'not valid JSON'],
    ['[1]', ''],
    [`{"tokens":${'['.repeat(300)}${']'.repeat(300)}}`, ''],
  ])('%.40s is refused with its line', (line, words) => {
    const good = '{"tokens":["a"],"ner_tags":["O"]}\n';
    const result = hfDatasets.read?.([{ path: 'x.jsonl', text: good + line }], {});
    expect(result).toMatchObject({ ok: false, error: { place: { file: 'x.jsonl', line: 2 } } });
    expect(result?.ok ? '' : result?.error.message).toContain(words);
  });
});

test('rows of tokens give back words and spans of any dataset, but for what they lose', () => {
  const option = fc.record({
    tags: fc.constantFrom('names', 'numbers'),
    scheme: fc.constantFrom('own', 'iob1', 'iob2', 'bioes', 'bilou'),
    files: fc.constantFrom('one' as const, 'per-document' as const),
  });
  fc.assert(
    fc.property(anyDataset, option, (dataset, options) => {
      const files = write(hfDatasets, dataset, options);
      const features = files.at(-1);
      for (const [i, { documents }] of filesByAnnotator(dataset, options.files).entries()) {
        const file = files[i];
        if (!file || !features) continue;
        const back = read(hfDatasets, [file, features]);
        const views = documents.map(({ document, records }) => tokenView(document, records));
        expect(back.problems).toBeUndefined();
        expect(back.documents.map((one) => tokenView(one, one.sets[0]?.records ?? []))).toEqual(
          views,
        );
      }
    }),
    { numRuns: RUNS },
  );
});

test('rows of texts give back all spans of any dataset, but for what they lose', () => {
  const key = ({ type, ranges }: ReturnType<typeof spansOf>[number]) =>
    `${type} ${ranges[0].start} ${ranges[0].end}`;
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      const files = write(hfDatasets, dataset, { form: 'text' });
      for (const [i, { documents }] of filesByAnnotator(dataset, 'one').entries()) {
        const file = files[i];
        if (!file) continue;
        const back = read(hfDatasets, [file]);
        expect(back.problems).toBeUndefined();
        expect(back.documents.map(({ text }) => text)).toEqual(
          documents.map(({ document }) => document.text),
        );
        expect(
          back.documents.map((one) =>
            spansOf(one.sets[0]?.records ?? [])
              .map(key)
              .sort(),
          ),
        ).toEqual(documents.map(({ records }) => spansOf(records).map(key).sort()));
      }
    }),
    { numRuns: RUNS },
  );
});

test('survives damaged files', () => {
  expectToSurvive(hfDatasets, [NAMES.text, NUMBERS.text, FEATURES.text, TEXT.text], 'x.jsonl');
});

test.each([
  ['doccano', '{"id":1,"text":"Ada","label":[[0,3,"PER"]]}\n'],
  [
    'doccano with relations',
    '{"id":1,"text":"Ada","entities":[{"id":1,"label":"PER","start_offset":0,"end_offset":3}],"relations":[]}\n',
  ],
  [
    'Prodigy',
    '{"text":"Ada","_input_hash":1,"spans":[{"start":0,"end":3,"label":"PER"}],"answer":"accept"}\n',
  ],
  ['SciERC', '{"doc_key":"a","sentences":[["Ada"]],"ner":[[[0,0,"PER"]]],"relations":[[]]}\n'],
  ['Glossator', '{"document":{"id":"d","name":"d"},"annotator":null,"text":"Ada","spans":[]}\n'],
  ['Label Studio', '[{"data":{"text":"Ada"},"annotations":[]}]\n'],
  ['CoNLL', 'Ada B-PER\n'],
  ['nothing', ''],
])('does not take %s for its own', (_name, text) => {
  expect(hfDatasets.recognizes({ path: 'x.jsonl', text })).toBeLessThan(0.5);
});
