import { describe, expect, test } from 'vitest';
import { biocJson } from '#core/formats/bioc-json/format.ts';
import { biocXml } from '#core/formats/bioc-xml/format.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { SourceFile } from '#core/formats/format.ts';
import { parseXml } from '#core/formats/xml/parse-xml.ts';
import type { XmlElement } from '#core/formats/xml/xml-element.ts';
import { expectRoundTrip } from '../bioc/harness.ts';
import { corpusFiles, expectToSurvive, fixture, namesOf, read, write } from '../tokens/harness.ts';

const letters = fixture('bioc-xml/collection.xml');

/** The tree without places and without white space between elements. */
function tree(text: string): unknown {
  const parsed = parseXml(text, 'x', { doctype: 'reference' });
  if (!parsed.ok) throw new Error(parsed.error.message);
  const plain = ({ name, attributes, children }: XmlElement): unknown => {
    const hasElements = children.some((child) => typeof child !== 'string');
    const inside = children.filter((child) => typeof child !== 'string' || !hasElements);
    const sorted = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
    return [
      name,
      sorted,
      inside.map((child) => (typeof child === 'string' ? child : plain(child))),
    ];
  };
  return plain(parsed.value);
}

test('passages, annotations and relations are read', () => {
  const { documents, problems } = read(biocXml, [letters]);
  expect(documents[0]).toMatchObject({
    name: 'a',
    text: 'Ada 😀 met <Bob>\nOne.',
    metadata: { lang: 'en' },
    sentences: [{ start: 17, end: 21 }],
  });
  expect(namesOf(documents[0])).toEqual(['Person: Ada', 'Meeting: Ada … met', 'Number: One']);
  expect(documents[0]?.sets[0]?.records.slice(-3)).toEqual([
    expect.objectContaining({ id: '5', note: 'why' }),
    expect.objectContaining({
      id: 'R1',
      from: '5',
      to: '1',
      attributes: { 'from role': 'part', 'to role': 'whole' },
    }),
    { kind: 'label', id: 'label:topic', name: 'topic', value: 'war' },
  ]);
  expect(problems).toMatchObject([{ code: 'bad-range', place: { line: 28, id: '4' } }]);
});

test('what was read is written as it was, also as JSON and back', () => {
  const dataset = read(biocXml, [letters]);
  const { text } = letters;
  expect(write(biocXml, dataset)[0]?.text).toBe(text);
  const viaJson = read(biocJson, write(biocJson, dataset));
  expect(write(biocXml, viaJson)[0]?.text).toBe(text);
});

test('ids and offsets as attributes, as in version 2', () => {
  const text =
    '<collection><source/><date/><key/><version>2</version><document id="b"><passage offset="0"><text>abc</text><annotation id="x"><location offset="1" length="2"/><text>bc</text></annotation></passage></document></collection>';
  const [document] = read(biocXml, [{ path: 'x.xml', text }]).documents;
  expect(document).toMatchObject({ name: 'b', text: 'abc' });
  expect(document?.sets[0]?.records).toMatchObject([
    { type: 'Annotation', ranges: [{ start: 1, end: 3 }] },
  ]);
});

test.each([
  ['<a/>', 1],
  ['<collection>\n<document>', 2],
  ['<!DOCTYPE collection [<!ENTITY a "b">]><collection/>', 1],
  ['', 1],
])('%j is refused', (text, line) => {
  const result = biocXml.read?.([{ path: 'x.xml', text }], {});
  expect(result).toMatchObject({ ok: false, error: { code: 'invalid-file' } });
  expect(result?.ok === false && (result.error.place?.line ?? 1)).toBe(line);
});

test('all but the losses comes back', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold these.
  const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
  expectRoundTrip(biocXml, (words) => words.replace(illegal, ' '));
});

describe('files of others', () => {
  const all = corpusFiles('bioc_pubtator')?.filter(
    ({ path }) => /bioc\/.*\.xml$|bioc-suite/u.test(path) && !/schema/u.test(path),
  );
  test.skipIf(!all)('are recognised and read', () => {
    expect(all?.length).toBeGreaterThan(5);
    for (const file of all ?? []) {
      expect([file.path, biocXml.recognizes(file)]).toEqual([file.path, expect.any(Number)]);
      expect(biocXml.recognizes(file)).toBeGreaterThanOrEqual(0.7);
      const { problems = [] } = read(biocXml, [file]);
      const codes = new Set(problems.map(({ code }) => code));
      // A relation with one node; annotations with another text than their place; places that
      // count from their sentence; sentences whose text is in their tokens only.
      for (const explained of ['no-end', 'other-words', 'relative-offsets', 'no-text']) {
        codes.delete(explained);
      }
      expect([file.path, ...codes]).toEqual([file.path]);
    }
  });

  test.skipIf(!all)('are the same trees when written', () => {
    for (const file of all ?? []) {
      const source = 'text' in file ? file.text : '';
      // This one has neither source nor date, which the DTD asks for.
      if (file.path.includes('incomplete')) continue;
      const [written] = write(biocXml, read(biocXml, [file]));
      expect(tree(written?.text ?? '')).toEqual(tree(source));
    }
  });

  test.skipIf(!all)('say the same as JSON where both are there', () => {
    const xml = all?.find(({ path }) => path.endsWith('everything.xml'));
    const json = corpusFiles('bioc_pubtator')?.find(({ path }) => path.endsWith('everything.json'));
    if (!xml || !json) return;
    const plain = ({ documents }: Dataset) =>
      documents.map(({ carried: _, files: __, ...document }) => document);
    expect(plain(read(biocXml, [xml]))).toEqual(plain(read(biocJson, [json])));
  });
});

test('damaged files give data or a place', () => {
  expectToSurvive(biocXml, [letters.text], 'x.xml');
});

test('recognises its own files, and no others', () => {
  expect(biocXml.recognizes(letters)).toBeGreaterThan(0.9);
  const others: readonly SourceFile[] = [
    fixture('gate-xml/document.xml'),
    fixture('label-studio/config.xml'),
    fixture('bioc-json/collection.json'),
    fixture('brat/news/doc.ann'),
    { path: 'x.xml', text: '<?xml version="1.0"?><collection><a/></collection>' },
    { path: 'x.xml', text: '<TEI><collection/></TEI>' },
    { path: 'x.xml', text: '' },
  ];
  for (const file of others) expect([file.path, biocXml.recognizes(file)]).toEqual([file.path, 0]);
});
