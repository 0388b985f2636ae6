import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brat } from '#core/formats/brat/format.ts';
import type { Dataset, DatasetDocument } from '#core/formats/dataset.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Attributes, AttributeValue } from '#core/model/attribute.ts';
import type { Ranges } from '#core/model/range.ts';
import { anyDataset } from '../datasets.ts';
import { RUNS, read, write } from '../tokens/harness.ts';

const BREAKS = '\\n\\r\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029';
const BREAK = new RegExp(`^[${BREAKS}]$`, 'u');

/** Ranges as brat has them, found character by character: line breaks neither begin nor part a span. */
function expectedRanges(text: string, ranges: Ranges): string {
  const covered: number[] = [];
  for (const { start, end } of ranges) {
    for (let at = start; at < end; at++) if (!BREAK.test(text[at] ?? '')) covered.push(at);
  }
  const found: [number, number][] = [];
  for (const at of covered) {
    const last = found.at(-1);
    const gap = [...text.slice(last?.[1] ?? 0, at)];
    if (last && gap.every((character) => BREAK.test(character))) last[1] = at + 1;
    else found.push([at, at + 1]);
  }
  return JSON.stringify(found);
}

const flat = (text: string) =>
  text.replace(/\r\n/gu, ' ').replace(new RegExp(`[\\t${BREAKS}]`, 'gu'), ' ');

function expectedAttributes(attributes: Attributes): string {
  const kept = Object.entries(attributes).flatMap(([name, value]) => {
    const list: readonly AttributeValue[] = Array.isArray(value)
      ? value
      : [value as AttributeValue];
    const values = list
      .filter((one) => one !== false && one !== '')
      .map((one) => (one === true ? true : flat(String(one))));
    if (values.length === 0) return [];
    return [[name, values.length === 1 ? values[0] : values] as const];
  });
  return JSON.stringify(kept.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function view(text: string, records: readonly AnnotationRecord[], isBack: boolean) {
  const attributes = (given: Attributes) =>
    isBack
      ? JSON.stringify(Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1)))
      : expectedAttributes(given);
  const spans = new Map<string, string>();
  for (const record of records) {
    if (record.kind !== 'span') continue;
    const ranges = isBack
      ? JSON.stringify(record.ranges.map(({ start, end }) => [start, end]))
      : expectedRanges(text, record.ranges);
    if (ranges === '[]') continue;
    spans.set(
      record.id,
      `${record.type} ${ranges} ${attributes(record.attributes)} ${record.note}`,
    );
  }
  const relations = records.flatMap((record) => {
    if (record.kind !== 'relation') return [];
    const [from, to] = [spans.get(record.from), spans.get(record.to)];
    if (from === undefined || to === undefined) return [];
    return [`${record.type} (${from}) (${to}) ${attributes(record.attributes)} ${record.note}`];
  });
  return [...spans.values(), ...relations].sort();
}

function expected(dataset: Dataset) {
  const views = dataset.documents.flatMap((document: DatasetDocument) => {
    const sets = document.sets.length === 0 ? [undefined] : document.sets;
    return sets.map((set) => ({
      text: document.text,
      records: set ? view(document.text, set.records, false) : null,
    }));
  });
  return views.map((one) => JSON.stringify(one)).sort();
}

test('what is written comes back, but for the losses', () => {
  fc.assert(
    fc.property(anyDataset, (dataset) => {
      fc.pre(dataset.documents.length > 0);
      const files = write(brat, dataset);
      const back = read(brat, files);
      const codes = back.problems?.map(({ code }) => code) ?? [];
      expect(codes).toEqual([]);
      const views = back.documents.map(({ text, sets: [set] }) => ({
        text,
        records: set ? view(text, set.records, true) : null,
      }));
      expect(views.map((one) => JSON.stringify(one)).sort()).toEqual(expected(dataset));
      // Written again, nothing changes; also where all is written anew.
      const again = write(brat, back).filter(({ path }) => !path.endsWith('.conf'));
      const before = files.filter(({ path }) => !path.endsWith('.conf'));
      expect(again.map(({ text }) => text).sort()).toEqual(before.map(({ text }) => text).sort());
    }),
    { numRuns: RUNS },
  );
});
