import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DatasetDocument } from '#core/formats/dataset.ts';
import { uimaJson } from '#core/formats/uima-json/format.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { anyDataset } from '../datasets.ts';
import { expectToSurvive, fixture, RUNS, read, spansOf, write } from '../tokens/harness.ts';
import { casView } from '../uima-xmi/cas-view.ts';

const letter = fixture('uima-json/letter/letter.json');

test('what is written is read again', () => {
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      for (const document of dataset.documents) {
        for (const set of document.sets) {
          const files = write(uimaJson, { ...dataset, documents: [{ ...document, sets: [set] }] });
          const again = read(uimaJson, files);
          const [back] = again.documents;
          expect(again.problems).toBeUndefined();
          expect(back?.text).toBe(document.text);
          expect(back?.metadata?.['documentTitle']).toBe(document.name);
          expect(casView(back?.sets[0]?.records ?? [], true)).toEqual(casView(set.records, false));
          expect(write(uimaJson, again).map(({ text }) => text)).toEqual(
            files.map(({ text }) => text),
          );
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test('a layer for each type holds the same spans', () => {
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      for (const document of dataset.documents) {
        for (const set of document.sets) {
          const files = write(
            uimaJson,
            { ...dataset, documents: [{ ...document, sets: [set] }] },
            { layers: 'by-type' },
          );
          const [back] = read(uimaJson, files, { types: 'layers' }).documents;
          const places = (records: readonly AnnotationRecord[]) =>
            spansOf(records)
              .map(({ type, ranges: [{ start, end }] }) => `${type} ${start}-${end}`)
              .sort();
          expect(places(back?.sets[0]?.records ?? [])).toEqual(places(set.records));
        }
      }
    }),
    { numRuns: RUNS },
  );
});

test('damaged files give problems or datasets, never an exception', { timeout: 600_000 }, () => {
  expectToSurvive(uimaJson, [letter.text], 'letter.json');
});

test('many annotations are read and written in time that grows with their number', () => {
  const words = Number(process.env['GLOSSATOR_MANY'] ?? 20_000) / 2;
  const records: AnnotationRecord[] = [];
  for (let i = 0; i < words; i++) {
    const attributes = { sure: i % 2 === 0 };
    const range = { start: i * 5, end: i * 5 + 4 };
    const wide = { start: i * 5, end: Math.min(words * 5 - 1, i * 5 + 9) };
    records.push({ kind: 'span', id: `a${i}`, type: 'A', ranges: [range], attributes, note: '' });
    records.push({ kind: 'span', id: `b${i}`, type: 'B', ranges: [wide], attributes, note: '' });
  }
  const text = Array.from({ length: words }, (_, i) => (i % 20 === 19 ? 'word\n' : 'word ')).join(
    '',
  );
  const document: DatasetDocument = {
    id: 'd',
    name: 'd',
    text: text.trimEnd(),
    sets: [{ annotator: { id: 'a', name: 'a' }, records }],
  };
  const schema = { entityTypes: [], relationTypes: [], documentLabels: [] };
  const start = performance.now();
  const files = write(uimaJson, { name: 'p', schema, documents: [document] });
  const middle = performance.now();
  const again = read(uimaJson, files);
  const end = performance.now();
  expect(spansOf(again.documents[0]?.sets[0]?.records ?? [])).toHaveLength(2 * words);
  const rate = (from: number, to: number) => Math.round((2 * words) / ((to - from) / 1000));
  console.info(`write ${rate(start, middle)}/s, read ${rate(middle, end)}/s`);
  expect(end - start).toBeLessThan(20_000);
});
