import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dataset, DatasetDocument } from '#core/formats/dataset.ts';
import { webannoTsv } from '#core/formats/webanno-tsv/format.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Attributes, AttributeValue } from '#core/model/attribute.ts';
import { anyDataset } from '../datasets.ts';
import { expectToSurvive, fixture, RUNS, read, spansOf, write } from '../tokens/harness.ts';

const BLANK = /^[\s\u0085]$/u;

/** The range without blanks at its edges, found character by character. */
function bare(text: string, { start, end }: { start: number; end: number }) {
  while (start < end && BLANK.test(text[start] ?? '')) start++;
  while (end > start && BLANK.test(text[end - 1] ?? '')) end--;
  return start < end ? `${start}-${end}` : null;
}

function written(value: AttributeValue): string {
  return (typeof value === 'object' ? value.join(', ') : String(value)).replace(/\r\n?/gu, '\n');
}

function attributesAre(given: Attributes, note: string): string {
  const kept = Object.entries(given)
    .map(([name, value]) => [name, written(value)])
    .filter(([, value]) => value !== '');
  return JSON.stringify([kept.sort(), written(note)]);
}

/** What a file can hold of a set, in no particular order. */
function view(text: string, records: readonly AnnotationRecord[]) {
  const spans = new Map<string, string>();
  for (const { id, type, ranges, attributes, note } of spansOf(records)) {
    const range = bare(text, ranges[0]);
    if (range !== null) spans.set(id, `${type} ${range} ${attributesAre(attributes, note)}`);
  }
  const relations = records
    .filter((record) => record.kind === 'relation')
    .filter(({ from, to }) => spans.has(from) && spans.has(to))
    .map(
      ({ type, from, to, attributes, note }) =>
        `${type} ${attributesAre(attributes, note)}: ${spans.get(from)} → ${spans.get(to)}`,
    );
  return { spans: [...spans.values()].sort(), relations: relations.sort() };
}

function textAsHeld(text: string): string {
  const first = [...text.matchAll(/[^\s\u0085]/gu)][0]?.index;
  return first === undefined ? '' : ' '.repeat(first) + text.slice(first);
}

function each(dataset: Dataset, check: (document: DatasetDocument) => void): void {
  for (const document of dataset.documents) {
    for (const set of document.sets) check({ ...document, sets: [set] });
  }
}

test.each([
  ['3.3', 'own'],
  ['3.2', 'blanks'],
])('what is written in %s with %s tokens is read again', (version, tokens) => {
  fc.assert(
    fc.property(anyDataset, (dataset) =>
      each(dataset, (document) => {
        const files = write(webannoTsv, { ...dataset, documents: [document] }, { version, tokens });
        const again = read(webannoTsv, files);
        const [back] = again.documents;
        expect(back?.text).toBe(textAsHeld(document.text));
        expect(view(back?.text ?? '', back?.sets[0]?.records ?? [])).toEqual(
          view(document.text, document.sets[0]?.records ?? []),
        );
        expect(again.problems?.filter(({ code }) => code !== 'unknown-line')).toBeUndefined();
        expect(write(webannoTsv, again).map(({ text }) => text)).toEqual(
          files.map(({ text }) => text),
        );
      }),
    ),
    { numRuns: RUNS },
  );
});

test('damaged files give problems or datasets, never an exception', { timeout: 600_000 }, () => {
  const texts = ['letter/letter', 'older/older'].map(
    (name) => fixture(`webanno-tsv/${name}.tsv`).text,
  );
  expectToSurvive(webannoTsv, texts, 'damaged.tsv');
});

test('many annotations are read and written in time that grows with their number', () => {
  const words = Number(process.env['GLOSSATOR_MANY'] ?? 20_000) / 2;
  const records: AnnotationRecord[] = [];
  for (let i = 0; i < words; i++) {
    const attributes = { sure: 'yes' };
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
  const start = performance.now();
  const files = write(webannoTsv, {
    name: 'p',
    schema: { entityTypes: [], relationTypes: [], documentLabels: [] },
    documents: [document],
  });
  const middle = performance.now();
  const again = read(webannoTsv, files);
  const end = performance.now();
  expect(spansOf(again.documents[0]?.sets[0]?.records ?? [])).toHaveLength(2 * words);
  const rate = (from: number, to: number) => Math.round((2 * words) / ((to - from) / 1000));
  console.info(`write ${rate(start, middle)}/s, read ${rate(middle, end)}/s`);
  expect(end - start).toBeLessThan(20_000);
});
