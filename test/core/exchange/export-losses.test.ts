import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { leftOutOf } from '#core/exchange/export-left-out.ts';
import {
  type ChosenFormat,
  isAboutRecords,
  LossSum,
  lossesOf,
  lossKey,
} from '#core/exchange/export-losses.ts';
import { lostRecords } from '#core/exchange/export-lost-records.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { Format } from '#core/formats/format.ts';
import { readJsonl } from '#core/formats/glossator-jsonl/read-jsonl.ts';
import { writeJsonl } from '#core/formats/glossator-jsonl/write-jsonl.ts';
import type { Loss } from '#core/formats/losses.ts';
import { FORMATS, formatById } from '#core/formats/registry.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { anyDataset, textOf } from '../formats/datasets.ts';

function chosen(format: Format): ChosenFormat {
  const { write } = format;
  if (!write) throw new Error('cannot write');
  const options = Object.fromEntries(format.options.map((one) => [one.id, one.default]));
  return { format: { ...format, write }, options };
}

const WRITABLE = FORMATS.filter((format) => format.write).map(
  (format) => [format.id, chosen(format)] as const,
);
const counts = (losses: readonly Loss[]) =>
  new Map(losses.map((loss) => [lossKey(loss), loss.count]));

const span = (id: string, start: number, end: number, more = {}): AnnotationRecord => ({
  ...{ kind: 'span', id, type: 'Person', ranges: [{ start, end }], attributes: {}, note: '' },
  ...more,
});
const TEXT = 'Ada Lovelace met Charles Babbage';
const dataset = (records: readonly AnnotationRecord[]): Dataset => ({
  name: 'p',
  schema: DEFAULT_SCHEMA,
  documents: [
    { id: 'd', name: 'd', text: TEXT, sets: [{ annotator: { id: 'a', name: 'A' }, records }] },
  ],
});
const idsLost = (id: string, data: Dataset) => {
  const target = chosen(formatById(id) as Format);
  const lost = data.documents.flatMap((document) => lostRecords(target, data, document));
  return Object.fromEntries(
    lost.map(({ loss, records }) => [loss.what, [...records].map((record) => record.id)]),
  );
};

describe('counting slice by slice', () => {
  test.each(WRITABLE)('%s loses the same as in one go', (_id, target) => {
    const unnamed = (losses: readonly Loss[]) =>
      counts(losses.filter(({ what }) => !/\b(?:names?|types?|labels?)\b/u.test(what)));
    fc.assert(
      fc.property(anyDataset, (data) => {
        const sum = new LossSum(target, data);
        for (const document of data.documents) sum.add([document]);
        expect(unnamed(sum.losses())).toEqual(unnamed(lossesOf(target, data)));
      }),
      { numRuns: 60 },
    );
  });

  test('an annotator of many documents is one name that is lost', () => {
    const target = chosen(formatById('conll-2003') as Format);
    const { documents } = dataset([span('s1', 0, 3)]);
    const [one] = documents;
    if (!one) throw new Error('no document');
    const data = { ...dataset([]), documents: [one, { ...one, id: 'e' }] };
    const sum = new LossSum(target, data);
    for (const document of data.documents) sum.add([document]);
    const names = sum.losses().find(({ what }) => what === 'names of annotators');
    expect(names?.count).toBe(1);
  });
});

describe('the records that are lost', () => {
  test('by the rules of kinds', () => {
    const records: AnnotationRecord[] = [
      span('s1', 0, 12),
      span('s2', 4, 12, { note: 'why' }),
      span('s3', 17, 24, { attributes: { certainty: 'high' } }),
      { kind: 'relation', id: 'r1', type: 'x', from: 's1', to: 's3', attributes: {}, note: '' },
    ];
    expect(idsLost('conll-2003', dataset(records))).toMatchObject({
      'overlapping spans': ['s2'],
      notes: ['s2'],
      'attribute values': ['s3'],
      relations: ['r1'],
    });
  });

  test('where the format only counts: found by asking about parts of the set', () => {
    const label: AnnotationRecord = { kind: 'label', id: 'label:x', name: 'x', value: true };
    const records = [
      span('s1', 0, 3),
      span('s2', 4, 12, { note: 'why' }),
      span('s3', 17, 24),
      label,
    ];
    expect(idsLost('doccano', dataset(records))).toMatchObject({
      'notes on spans and relations': ['s2'],
      'document labels': ['label:x'],
    });
    // Cuts a token; the relation to it goes with it.
    const cut = [
      span('s1', 0, 3),
      span('s2', 6, 9),
      {
        ...{ kind: 'relation', id: 'r1', type: 'x', from: 's1', to: 's2' },
        ...{ attributes: {}, note: '' },
      } as AnnotationRecord,
    ];
    expect(idsLost('spacy-jsonl', dataset(cut))).toMatchObject({
      'spans that cut a token': ['s2'],
      'relations of such spans': ['r1'],
    });
  });

  test.each(WRITABLE)('without them, %s loses nothing more of any record', (_id, target) => {
    fc.assert(
      fc.property(anyDataset, (data) => {
        for (const document of data.documents) {
          const lost = new Set<AnnotationRecord>();
          for (const { records } of lostRecords(target, data, document)) {
            for (const record of records) lost.add(record);
          }
          const ids = new Set([...lost].map(({ id }) => id));
          const sets = document.sets.map((set) => ({
            ...set,
            records: set.records.filter(
              (record) =>
                !lost.has(record) &&
                !(record.kind === 'relation' && (ids.has(record.from) || ids.has(record.to))),
            ),
          }));
          const base = counts(
            lossesOf(target, { ...data, documents: [{ ...document, sets: [] }] }),
          );
          const rest = lossesOf(target, { ...data, documents: [{ ...document, sets }] }).filter(
            (loss) => isAboutRecords(loss) && !base.has(lossKey(loss)),
          );
          expect(rest).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('what is left out', () => {
  test('is a dataset of whole records, with the ends of relations, that JSON Lines hold', () => {
    fc.assert(
      fc.property(anyDataset, (data) => {
        const target = chosen(formatById('conll-2003') as Format);
        const documents = data.documents.flatMap(
          (document) => leftOutOf(target, data, document) ?? [],
        );
        const [file] = writeJsonl({ ...data, documents });
        const read = readJsonl([{ path: 'x.left-out.jsonl', text: textOf(file) }]);
        expect(read.ok).toBe(true);
        if (!read.ok) return;
        for (const document of read.value.documents) {
          const whole = data.documents.find(({ id }) => id === document.id);
          expect(document.text).toBe(whole?.text);
          for (const set of document.sets) {
            const before = whole?.sets.find(({ annotator }) => annotator.id === set.annotator.id);
            for (const record of set.records) {
              expect(before?.records.find(({ id }) => id === record.id)).toEqual(record);
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('is nothing where the format holds all', () => {
    const target = chosen(formatById('glossator-json') as Format);
    const data = dataset([span('s1', 0, 3)]);
    for (const document of data.documents) expect(leftOutOf(target, data, document)).toBeNull();
  });
});
