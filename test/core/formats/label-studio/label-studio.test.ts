import { dirname } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '#core/formats/dataset.ts';
import type { SourceFile } from '#core/formats/format.ts';
import { labelStudio } from '#core/formats/label-studio/format.ts';
import type { AttributeValue } from '#core/model/attribute.ts';
import { labelStudioSchema } from '#core/schema-formats/label-studio/format.ts';
import { anyDataset } from '../datasets.ts';
import { linesOf, viewOf } from '../json-harness.ts';
import { corpusFiles, expectToSurvive, fixture, RUNS, read, write } from '../tokens/harness.ts';

const tasks = fixture('label-studio/tasks.json');
const config = fixture('label-studio/config.xml');

describe('reading', () => {
  const dataset = read(labelStudio, [tasks, config]);
  const [first, nobody] = dataset.documents;

  test('regions, what is said of them, relations and choices for the document', () => {
    expect(first).toMatchObject({
      text: '😀 Ada met Bob.\nIn Rome.',
      metadata: { title: 'First', year: '1843' },
    });
    expect(first?.sets[0]?.annotator).toEqual({ id: 'ls-3', name: 'Ben B.' });
    expect(first?.sets[0]?.records).toEqual([
      {
        kind: 'span',
        id: 'a',
        type: 'PER',
        ranges: [{ start: 3, end: 6 }],
        attributes: { sure: 'very' },
        note: 'a note',
      },
      expect.objectContaining({ id: 'b', type: 'PER', attributes: { weight: 2.5 } }),
      expect.objectContaining({ id: 'b.2', type: 'LOC', attributes: { weight: 2.5 } }),
      expect.objectContaining({ kind: 'relation', type: 'knows', from: 'b', to: 'a' }),
      expect.objectContaining({ kind: 'relation', type: 'relation', from: 'a', to: 'b' }),
      { kind: 'label', id: 'label:tone', name: 'tone', value: ['kind'] },
    ]);
    expect(first?.sets[1]).toEqual({
      annotator: { id: 'ls-5', name: 'Annotator 5' },
      records: [],
    });
    expect(nobody?.sets).toEqual([]);
  });

  test('the configuration gives the schema', () => {
    expect(dataset.schema).toMatchObject({
      entityTypes: [
        {
          name: 'PER',
          color: '#ff0000',
          key: 'p',
          attributes: [{ name: 'sure' }, { name: 'weight' }],
        },
        { name: 'LOC' },
      ],
      relationTypes: [{ name: 'knows' }, { name: 'relation' }],
      documentLabels: [{ name: 'tone', kind: 'many-of', values: ['kind', 'short'] }],
    });
  });

  test('what was not read is told with its path', () => {
    expect(dataset.problems?.map(({ code, place }) => `${code} ${place?.path}`)).toEqual([
      'bad-region [0].annotations[0].result[7]',
      'bad-region [0].annotations[0].result[8]',
      'unknown-result [0].annotations[0].result[10]',
      'no-end [0].annotations[0].result[9]',
      'cancelled [0].annotations[2]',
      'no-text [1]',
      'predictions [2].predictions',
    ]);
  });

  test('without the configuration it is not clear which text is meant', () => {
    expect(labelStudio.read?.([tasks], {})).toMatchObject({
      ok: true,
      value: { documents: [{ text: 'Nobody' }] },
    });
    const pictures = [
      { path: 'x.json', text: '[{"id":1,"data":{"image":"a.png"},"annotations":[]}]' },
    ];
    expect(labelStudio.read?.(pictures, {})).toMatchObject({
      ok: false,
      error: { code: 'invalid-file', place: { file: 'x.json', path: '[0]' } },
    });
  });

  test('tasks are written as they were', () => {
    const { documents } = dataset;
    const [json, xml] = write(labelStudio, { ...dataset, documents });
    const all = JSON.parse(tasks.text);
    expect(JSON.parse(json?.text ?? '')).toEqual([all[0], all[2]]);
    expect(xml?.text).toContain('<Labels name="ner" toName="body">');
    expect(xml?.text).toContain('value="$letter"');
  });
});

const plain = (value: AttributeValue): AttributeValue => {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 1 ? (value[0] ?? '') : value;
  return value;
};
const values = (given: Readonly<Record<string, AttributeValue>>) =>
  JSON.stringify(
    Object.entries(given)
      .map(([name, value]) => [name, plain(value)])
      .sort(),
  );
const lines = {
  span: ({
    type,
    ranges: [first],
    attributes,
    note,
  }: {
    type: string;
    ranges: readonly object[];
    attributes: Readonly<Record<string, AttributeValue>>;
    note: string;
  }) => `${type} ${JSON.stringify(first)} ${values(attributes)} ${note}`,
  relation: ({ type }: { type: string }) => type,
  label: ({ name, value }: { name: string; value: AttributeValue }) =>
    `${name} ${JSON.stringify(plain(value))}`,
};

function view(dataset: Dataset) {
  return viewOf(dataset, (records, document) => [
    ...linesOf(records, lines),
    ...document.sets.map(({ annotator }) => JSON.stringify(annotator)).sort(),
  ]);
}

test('what is written comes back, but for the losses', () => {
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      const files = write(labelStudio, dataset);
      const back = read(labelStudio, files);
      const problems = back.problems?.filter(({ place }) => place?.file?.endsWith('.json')) ?? [];
      expect(problems).toEqual([]);
      expect(view(back)).toEqual(view(dataset));
      expect(write(labelStudio, back)[0]?.text).toBe(files[0]?.text);
    }),
    { numRuns: RUNS },
  );
});

test('the configuration gives back types, colours, keys and attributes', () => {
  const dataset = read(labelStudio, [tasks, config]);
  const [, xml] = write(labelStudio, dataset);
  expect(labelStudioSchema.read({ path: 'x.xml', text: xml?.text ?? '' })).toMatchObject({
    ok: true,
    value: { schema: dataset.schema },
  });
});

describe('files of others', () => {
  const all = corpusFiles('label_studio')?.filter(({ path }) => /\.(?:json|xml)$/u.test(path));
  const folders = new Map<string, SourceFile[]>();
  for (const file of all ?? []) {
    const folder = dirname(file.path).replace(/\/annotations$/u, '');
    if (/repeater/u.test(file.path)) continue;
    folders.set(folder, [...(folders.get(folder) ?? []), file]);
  }

  test.skipIf(!all)('are read, and written as they were', () => {
    for (const [folder, files] of folders) {
      const result = labelStudio.read?.(files, {});
      // Pictures only.
      if (/test_export_json_min|test_export_csv/u.test(folder)) {
        expect(result).toBeDefined();
        continue;
      }
      if (!result?.ok) throw new Error(`${folder}: ${JSON.stringify(result?.error)}`);
      const dataset = result.value;
      const odd = dataset.problems?.filter(
        ({ code, message }) =>
          code !== 'predictions' && !/February 22|several labels/u.test(message),
      );
      expect([folder, odd ?? []]).toEqual([folder, []]);
      const [json] = write(labelStudio, dataset);
      const originals = files
        .filter(({ path }) => path.endsWith('.json'))
        .flatMap((file) => JSON.parse('text' in file ? file.text : '[]'));
      expect(JSON.parse(json?.text ?? '')).toEqual(originals);
      const documents = dataset.documents.map(({ carried: _, ...one }) => one);
      const back = read(labelStudio, write(labelStudio, { ...dataset, documents }));
      expect(view(back)).toEqual(view(dataset));
    }
  });
});

test('damaged files give data or a place', () => {
  expectToSurvive(labelStudio, [tasks.text], 'x.json');
});

test('recognises its own files, and no others', () => {
  expect(labelStudio.recognizes(tasks)).toBeGreaterThan(0.9);
  expect(labelStudio.recognizes(config)).toBeGreaterThan(0.5);
  const others: readonly SourceFile[] = [
    fixture('doccano/relations.jsonl'),
    fixture('brat/news/doc.ann'),
    fixture('prodigy/examples.jsonl'),
    fixture('spacy-jsonl/docs.jsonl'),
    fixture('spacy-jsonl/pairs.json'),
    fixture('conll-2003/two-documents/input.conll'),
    { path: 'x.jsonl', text: '{"text":"a","tokens":[],"spans":[]}' },
    { path: 'x.json', text: '[["a",{"entities":[]}]]' },
    { path: 'x.xml', text: '<collection><document/></collection>' },
    { path: 'x.json', text: '' },
  ];
  for (const file of others) expect(labelStudio.recognizes(file)).toBe(0);
});
