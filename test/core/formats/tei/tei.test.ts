import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '#core/formats/dataset.ts';
import type { SourceFile } from '#core/formats/format.ts';
import { tei } from '#core/formats/tei/format.ts';
import { parseXml } from '#core/formats/xml/parse-xml.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { anyDataset } from '../datasets.ts';
import { linesOf, viewOf } from '../json-harness.ts';
import {
  corpusFiles,
  expectToSurvive,
  fixture,
  namesOf,
  RUNS,
  read,
  write,
} from '../tokens/harness.ts';

const letter = fixture('tei/letter.xml');

describe('reading', () => {
  test('the white-space rule: blanks collapse, blocks and lb begin lines, preserve keeps', () => {
    const [document] = read(tei, [letter]).documents;
    expect(document?.text).toBe(
      'To my Ada 😀\nDear friend,\ngreet Bob . olde days\nOne. Two!\n a\n  b',
    );
    expect(document).toMatchObject({ name: 'letter', metadata: { title: 'A letter' } });
  });

  test('names around their words, pointers, string ranges and tokens', () => {
    const [document] = read(tei, [letter]).documents;
    expect(namesOf(document)).toEqual([
      'person: my Ada 😀',
      'persName: Ada 😀',
      'Greeting: Dear',
      'Odd: Dear … nd',
      'dog: Bob',
      'Count: Two!',
      'date: b',
    ]);
    const words = (list = document?.tokens) =>
      list?.map(({ start, end }) => document?.text.slice(start, end));
    expect(words()).toEqual(['One', '.', 'Two', '!']);
    expect(words(document?.sentences)).toEqual(['One. Two!']);
  });

  test('attributes, features, notes and relations', () => {
    const records = read(tei, [letter]).documents[0]?.sets[0]?.records ?? [];
    expect(records.find(({ id }) => id === 'ada')).toMatchObject({
      type: 'persName',
      attributes: { ref: '#a' },
    });
    expect(records.find(({ id }) => id === 'bob')).toMatchObject({
      type: 'dog',
      attributes: { age: 4 },
      note: 'who?',
    });
    expect(records.filter(({ kind }) => kind === 'relation')).toMatchObject([
      { type: 'knows', from: 'ada', to: 'bob' },
    ]);
  });

  test('what was read in part or not at all is told', () => {
    const { problems } = read(tei, [letter]);
    expect(problems?.map(({ code, place }) => [code, place?.line])).toEqual([
      ['bad-pointer', 16],
      ['no-end', 20],
      ['text-only', 24],
      ['left-out', 24],
      ['stand-off', 12],
    ]);
    expect(problems?.[2]?.message).toContain('hi (1)');
  });

  test('each text of a corpus is a document', () => {
    const one = (title: string, words: string) =>
      `<TEI><teiHeader><title>${title}</title></teiHeader><text><body><p>${words}</p></body></text></TEI>`;
    const text = `<teiCorpus><teiHeader/>${one('A', 'x')}<teiCorpus>${one('B', 'y')}</teiCorpus></teiCorpus>`;
    const { documents } = read(tei, [{ path: 'c.xml', text }]);
    expect(documents.map(({ name, text: words }) => [name, words])).toEqual([
      ['A', 'x'],
      ['B', 'y'],
    ]);
  });

  test.each([
    ['<html/>', 1],
    ['<TEI>\n<text>', 2],
    ['<!DOCTYPE TEI [<!ENTITY a "b">]><TEI/>', 1],
    ['<TEI/>', 1],
  ])('%j is refused', (text, line) => {
    const result = tei.read?.([{ path: 'x.xml', text }], {});
    expect(result).toMatchObject({ ok: false, error: { code: 'invalid-file' } });
    expect(result?.ok === false && (result.error.place?.line ?? 1)).toBe(line);
  });
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML cannot hold these.
const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;

const everything = (records: readonly AnnotationRecord[]) => [
  ...linesOf(records, {
    span: ({ type, ranges, attributes, note }) => line([type, ranges, attributes, note]),
    relation: ({ type, attributes, note }) => line([type, attributes, note]),
    label: ({ name, value }) => line([name, value]),
    note: true,
  }),
  ...records.filter(({ kind }) => kind === 'status').map((one) => JSON.stringify(one)),
];
const line = (parts: readonly unknown[]) =>
  JSON.stringify(parts, (_key, value) =>
    typeof value === 'string'
      ? value.replace(ILLEGAL, '\ufffd')
      : value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
  );

const view = (one: Dataset) =>
  viewOf(
    {
      ...one,
      documents: one.documents.map((document) => ({
        ...document,
        text: document.text.replace(ILLEGAL, ' '),
        sets:
          document.sets.length > 0
            ? document.sets
            : [{ annotator: { id: 'x', name: 'X' }, records: [] }],
      })),
    },
    everything,
  );

test.each(['inline', 'apart'])('all that is written (%s) comes back', (form) => {
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      fc.pre(dataset.documents.length > 0);
      const files = write(tei, dataset, { form });
      const back = read(tei, files);
      expect(back.problems ?? []).toEqual([]);
      expect(view(back)).toEqual(view(dataset));
      const texts = (one: readonly { readonly text: string }[]) =>
        one.map(({ text }) => text).sort();
      expect(texts(write(tei, back))).toEqual(texts(files));
      const anew = back.documents.map(({ carried: _, ...one }) => one);
      const twice = write(tei, { ...back, documents: anew }, { form });
      expect(view(read(tei, twice))).toEqual(view(dataset));
      for (const { text } of files) {
        expect(parseXml(text, '').ok).toBe(true);
        const ids = [...text.matchAll(/ xml:id="([^"]*)"/gu)].map(([, id]) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const [, target] of text.matchAll(/ (?:active|passive|corresp)="#([^"]*)"/gu)) {
          expect(ids).toContain(target);
        }
      }
    }),
    { numRuns: RUNS },
  );
});

describe('files of others', () => {
  const all = corpusFiles('tei');
  test.skipIf(!all)('are recognised, read, and written as they were', () => {
    expect(all?.length).toBeGreaterThan(5);
    for (const file of all ?? []) {
      expect([file.path, tei.recognizes(file) > 0.9]).toEqual([file.path, true]);
      const dataset = read(tei, [file]);
      const codes = new Set(dataset.problems?.map(({ code }) => code));
      for (const explained of ['text-only', 'left-out', 'stand-off']) codes.delete(explained);
      // A relation of a play to its entry in Wikidata.
      if (file.path.includes('gryphius')) codes.delete('no-end');
      expect([file.path, ...codes]).toEqual([file.path]);
      const documents = dataset.documents.map(({ text }) => text.length);
      expect(Math.min(...documents)).toBeGreaterThan(0);
      if (documents.length > 1) continue;
      expect(write(tei, dataset)[0]?.text === ('text' in file ? file.text : '')).toBe(true);
    }
  });

  test.skipIf(!all)('mean the same where they are written anew', () => {
    for (const file of all ?? []) {
      const dataset = read(tei, [file]);
      const documents = dataset.documents.map(({ carried: _, ...one }) => one);
      const back = read(tei, write(tei, { ...dataset, documents }));
      expect(view(back)).toEqual(view(dataset));
    }
  });

  test.skipIf(!all)('have the names that their markup has', () => {
    for (const file of all ?? []) {
      const source = 'text' in file ? file.text : '';
      const body = source.slice(source.search(/<text[\s>]/u));
      const count = (element: string) =>
        body.match(new RegExp(`<${element}[\\s>]`, 'gu'))?.length ?? 0;
      const { documents } = read(tei, [file]);
      const records = documents.flatMap(({ sets }) => sets.flatMap((set) => set.records));
      if (documents.length > 1) continue;
      const spans = records.filter(({ kind }) => kind === 'span').length;
      const names = ['rs', 'name', 'persName', 'placeName', 'span', 'date', 'term'];
      const expected = names.reduce((sum, name) => sum + count(name), 0);
      expect([file.path, spans]).toEqual([file.path, expected]);
      expect(documents[0]?.tokens?.length ?? 0).toBe(count('w') + count('pc') + count('c'));
    }
  });
});

test('damaged files give data or a place', () => {
  expectToSurvive(tei, [letter.text], 'x.xml');
});

test('recognises its own files, and no others', () => {
  expect(tei.recognizes(letter)).toBeGreaterThan(0.9);
  const others: readonly SourceFile[] = [
    fixture('gate-xml/document.xml'),
    fixture('bioc-xml/collection.xml'),
    fixture('mae/doc.txt.xml'),
    fixture('mae/NEWS.dtd'),
    fixture('label-studio/config.xml'),
    fixture('brat/news/doc.ann'),
    { path: 'x.xml', text: '<TEITOK/>' },
    { path: 'x.xml', text: '' },
  ];
  for (const file of others) expect([file.path, tei.recognizes(file)]).toEqual([file.path, 0]);
});
