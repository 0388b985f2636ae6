import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bdoc } from '#core/formats/bdoc/format.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { SourceFile } from '#core/formats/format.ts';
import { gateXml } from '#core/formats/gate-xml/format.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { anyDataset } from '../datasets.ts';
import { linesOf, viewOf } from '../json-harness.ts';
import { corpusFiles, expectToSurvive, fixture, RUNS, read, write } from '../tokens/harness.ts';

const letter = fixture('gate-xml/document.xml');
const isGate = ({ path }: SourceFile) => path.endsWith('.xml');

describe('reading', () => {
  test('nodes, features with classes, relation sets', () => {
    const { documents } = read(gateXml, [letter]);
    expect(documents[0]).toMatchObject({
      name: 'document',
      text: 'Ada 😀 &\nb',
      tokens: [{ start: 0, end: 3 }],
      metadata: { lang: 'en' },
    });
    expect(documents[0]?.sets).toEqual([
      {
        annotator: { id: 'Key', name: 'Key' },
        records: [
          {
            kind: 'span',
            id: 'a2',
            type: 'Person',
            ranges: [{ start: 0, end: 3 }],
            attributes: { sure: true, length: 3, names: ['Ada', 'A.'], old: ['a', 'b'] },
            note: '',
          },
          expect.objectContaining({ id: 'a3', type: 'Face', ranges: [{ start: 4, end: 6 }] }),
          expect.objectContaining({ id: 'r6', from: 'a2', to: 'a3', note: 'why' }),
        ],
      },
    ]);
  });

  test('what is no span or was left out is told', () => {
    const { problems } = read(gateXml, [letter]);
    expect(problems?.map(({ code, place }) => [code, place?.line, place?.id])).toEqual([
      ['bad-annotation', 45, '4'],
      ['no-span', undefined, '5'],
      ['no-end', undefined, '7'],
    ]);
  });

  test.each([
    ['<GateDocument></GateDocument>', 1],
    ['<a>\n</a>', 1],
    ['<GateDocument>\n<TextWithNodes>', 2],
    ['<!DOCTYPE a [<!ENTITY b "c">]>\n<GateDocument/>', 1],
    [`${'<a>'.repeat(300)}`, 1],
    ['', 1],
  ])('%.40j is refused', (text, line) => {
    const result = gateXml.read?.([{ path: 'x.xml', text }], {});
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-file' } });
    expect(result?.ok === false && (result.error.place?.line ?? 1)).toBe(line);
  });
});

test('a changed set keeps what is no record, and values of features as they were', () => {
  const dataset = read(gateXml, [letter]);
  const [document] = dataset.documents;
  if (!document) throw new Error('not read');
  const sets = document.sets.map((set) => ({
    ...set,
    records: set.records.filter(({ id }) => id !== 'a3' && id !== 'r6'),
  }));
  const [file] = write(gateXml, { ...dataset, documents: [{ ...document, sets }] });
  const gone = [
    /<Annotation Id="[34]"[\s\S]*?<\/Annotation>\n/gu,
    /<Relation Id="6"[\s\S]*?<\/Relation>\n/gu,
    /(?<=&amp;)<Node id="8"\/>\n/gu,
  ];
  const sorted = (text: string) =>
    (
      gone
        .reduce((rest, part) => rest.replace(part, ''), text)
        .match(/<Annotation [\s\S]*?<\/Annotation>|<Relation [\s\S]*?<\/Relation>/gu) ?? []
    )
      .map((one) => one.replace('<UserData/>', '<UserData></UserData>'))
      .sort();
  expect(sorted(file?.text ?? '')).toEqual(sorted(letter.text));
  expect(sorted(letter.text)).toHaveLength(4);
});

/** All that GATE XML holds; characters that XML has no place for are others. */
const everything = (records: readonly AnnotationRecord[]) =>
  [
    ...linesOf(records, {
      span: ({ type, ranges, attributes, note }) => line([type, ranges, attributes, note]),
      relation: ({ type, attributes, note }) => line([type, attributes, note]),
      label: ({ name, value }) => line([name, value]),
      note: true,
    }),
    ...records.filter(({ kind }) => kind === 'status').map((one) => JSON.stringify(one)),
  ].sort();
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold these.
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
const line = (parts: readonly unknown[]) =>
  JSON.stringify(parts, (_key, value) =>
    typeof value === 'string'
      ? value.replace(illegal, '\ufffd')
      : value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
  );

test('all that is written comes back', () => {
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      fc.pre(dataset.documents.length > 0);
      const files = write(gateXml, dataset);
      const back = read(gateXml, files);
      expect(back.problems ?? []).toEqual([]);
      const view = (one: Dataset) =>
        viewOf(
          {
            ...one,
            documents: one.documents.map((document) => ({
              ...document,
              text: document.text.replace(illegal, ' '),
            })),
          },
          everything,
        );
      expect(view(back)).toEqual(view(dataset));
      expect(write(gateXml, back).map(({ text }) => text)).toEqual(files.map(({ text }) => text));
      for (const { text } of files) {
        const nodes = new Set([...text.matchAll(/<Node id="(\d+)"\/>/gu)].map(([, id]) => id));
        for (const [, start, end] of text.matchAll(/StartNode="(\d+)" EndNode="(\d+)"/gu)) {
          expect(nodes.has(start) && nodes.has(end)).toBe(true);
        }
        const ids = [...text.matchAll(/ Id="(\d+)"/gu)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }),
    { numRuns: RUNS },
  );
});

describe('files of others', () => {
  const all = corpusFiles('gate')?.filter(isGate);
  test.skipIf(!all)('are recognised, read, and written as they were', () => {
    expect(all?.length).toBeGreaterThan(0);
    for (const file of all ?? []) {
      expect([file.path, gateXml.recognizes(file)]).toEqual([file.path, 0.98]);
      const dataset = read(gateXml, [file]);
      const explained = new Set(['no-span', 'complex-feature', 'linguistic']);
      expect(dataset.problems?.filter(({ code }) => !explained.has(code)) ?? []).toEqual([]);
      expect(write(gateXml, dataset)[0]?.text).toBe('text' in file ? file.text : '');
    }
  });

  test.skipIf(!all)('mean the same where they are written anew', () => {
    for (const file of all ?? []) {
      const dataset = read(gateXml, [file], { linguistic: 'spans' });
      const documents = dataset.documents.map(({ carried: _, ...one }) => one);
      const back = read(gateXml, write(gateXml, { ...dataset, documents }), {
        linguistic: 'spans',
      });
      const view = (one: Dataset) => viewOf(one, everything);
      expect(view(back)).toEqual(view(dataset));
    }
  });

  const xml = all?.find(({ path }) => path.endsWith('testdoc1.xml'));
  const json = corpusFiles('gate')?.find(({ path }) => path.endsWith('testdoc1.bdocjs'));
  test.skipIf(!xml || !json)('say the same as BDOC where they are the same document', () => {
    if (!xml || !json) return;
    const [a, b] = [read(gateXml, [xml]).documents[0], read(bdoc, [json]).documents[0]];
    expect(a?.text).toBe(b?.text);
    expect(a?.sets).toEqual(b?.sets);
    expect(a?.metadata).toEqual(b?.metadata);
  });
});

test('damaged files give data or a place', () => {
  expectToSurvive(gateXml, [letter.text], 'x.xml');
});

test('recognises its own files, and no others', () => {
  expect(gateXml.recognizes(letter)).toBeGreaterThan(0.9);
  const others: readonly SourceFile[] = [
    fixture('brat/news/doc.ann'),
    fixture('label-studio/config.xml'),
    fixture('texts/notes.md'),
    { path: 'x.xml', text: '<?xml version="1.0"?><collection/>' },
    { path: 'x.xml', text: '<TEI>GateDocument</TEI>' },
    { path: 'x.xml', text: '' },
  ];
  for (const file of others) expect([file.path, gateXml.recognizes(file)]).toEqual([file.path, 0]);
});
