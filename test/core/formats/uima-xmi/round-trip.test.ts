import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DatasetDocument } from '#core/formats/dataset.ts';
import { uimaXmi } from '#core/formats/uima-xmi/format.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { anyDataset } from '../datasets.ts';
import { fixture, mutants, RUNS, read, spansOf, write } from '../tokens/harness.ts';
import { casView } from './cas-view.ts';

const letter = fixture('uima-xmi/letter/letter.xmi');
const types = fixture('uima-xmi/letter/TypeSystem.xml');

/** XML has no control characters but TAB, LF and CR. */
const clean = (text: string) =>
  text.replace(/[\p{Cc}\ufffe\uffff]/gu, (character) =>
    /^[\t\n\r\u007f-\u009f]$/u.test(character) ? character : '\ufffd',
  );

test('what is written is read again', () => {
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      for (const document of dataset.documents) {
        for (const set of document.sets) {
          const files = write(uimaXmi, { ...dataset, documents: [{ ...document, sets: [set] }] });
          const again = read(uimaXmi, files);
          const [back] = again.documents;
          expect(again.problems).toBeUndefined();
          expect(back?.text).toBe(clean(document.text));
          expect(back?.metadata?.['documentTitle']).toBe(clean(document.name));
          expect(casView(back?.sets[0]?.records ?? [], true)).toEqual(
            casView(set.records, false, clean),
          );
          expect(write(uimaXmi, again).map(({ text }) => text)).toEqual(
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
            uimaXmi,
            { ...dataset, documents: [{ ...document, sets: [set] }] },
            { layers: 'by-type' },
          );
          const [back] = read(uimaXmi, files, { types: 'layers' }).documents;
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
  for (const text of mutants(
    [letter.text, types.text],
    Number(process.env['GLOSSATOR_FUZZ'] ?? 1000),
  )) {
    const isTypes = text.includes('typeSystemDescription>');
    const damaged = { path: isTypes ? 'TypeSystem.xml' : 'letter.xmi', text };
    const start = performance.now();
    uimaXmi.recognizes(damaged);
    const result = uimaXmi.read?.([damaged, isTypes ? letter : types], {});
    if (result?.ok) write(uimaXmi, result.value);
    else expect(result?.error.place?.file).toBeTruthy();
    expect(performance.now() - start).toBeLessThan(1000);
  }
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
  const files = write(uimaXmi, { name: 'p', schema, documents: [document] });
  const middle = performance.now();
  const again = read(uimaXmi, files);
  const end = performance.now();
  expect(spansOf(again.documents[0]?.sets[0]?.records ?? [])).toHaveLength(2 * words);
  const rate = (from: number, to: number) => Math.round((2 * words) / ((to - from) / 1000));
  console.info(`write ${rate(start, middle)}/s, read ${rate(middle, end)}/s`);
  expect(end - start).toBeLessThan(20_000);
});
