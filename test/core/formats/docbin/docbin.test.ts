import { unzlibSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Dataset } from '#core/formats/dataset.ts';
import { docbin } from '#core/formats/docbin/format.ts';
import { StringStore } from '#core/formats/docbin/hash.ts';
import { type Packable, packMessage } from '#core/formats/docbin/msgpack.ts';
import { SYMBOLS } from '#core/formats/docbin/symbols.ts';
import { bytesOf } from '#core/formats/zip/write-zip.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';

const hex = (value: Packable) => Buffer.from(packMessage(value)).toString('hex');

describe('MessagePack, as its specification has it', () => {
  test.each<[Packable, string]>([
    [0, '00'],
    [127, '7f'],
    [128, 'ce00000080'],
    [1.5, 'cb3ff8000000000000'],
    [Float64Array.of(1), 'cb3ff0000000000000'],
    [true, 'c3'],
    ['é', 'a2c3a9'],
    ['a'.repeat(32), `d920${'61'.repeat(32)}`],
    [new Uint8Array([1, 2]), 'c4020102'],
    [[1, 'a'], '9201a161'],
    [new Map([['a', [] as Packable[]]]), '81a16190'],
  ])('%j', (value, bytes) => expect(hex(value)).toBe(bytes));

  test('long ones', () => {
    expect(hex('a'.repeat(300)).slice(0, 8)).toBe('da012c61');
    expect(hex(new Uint8Array(70_000)).slice(0, 10)).toBe('c600011170');
    expect(hex(Array.from({ length: 20 }, () => 1)).slice(0, 6)).toBe('dc0014');
  });
});

describe('numbers of strings, as spaCy 3.8.16 gives them', () => {
  const store = new StringStore();
  test.each([
    ['', 0n],
    ['PERSON', 380n],
    ['X', 101n],
    ['_', 456n],
    ['Ada', 13014124235272500476n],
    ['Foo', 4105379213639821491n],
    ['met', 14332210279624491740n],
    ['Babbage', 10358921669480653994n],
    ['London', 5392354317538386956n],
    ['.', 12646065887601541794n],
    ['abc', 13021918864714763345n],
  ])('%j', (text, number) => expect(store.numberOf(text)).toBe(number));

  test('symbols are as many as spaCy has', () => expect(SYMBOLS.size).toBe(456));
});

const dataset: Dataset = {
  name: 'p',
  schema: DEFAULT_SCHEMA,
  documents: [
    {
      id: 'd',
      name: 'd',
      text: 'Ada met  Babbage.',
      sets: [
        {
          annotator: { id: 'a', name: 'A' },
          records: [
            {
              kind: 'span',
              id: 's1',
              type: 'PERSON',
              ranges: [{ start: 0, end: 3 }],
              attributes: {},
              note: '',
            },
            {
              kind: 'span',
              id: 's2',
              type: 'Cut',
              ranges: [{ start: 1, end: 3 }],
              attributes: {},
              note: '',
            },
            { kind: 'label', id: 'label:cats', name: 'cats', value: ['x'] },
            { kind: 'label', id: 'label:n', name: 'n', value: 3 },
          ],
        },
      ],
    },
  ],
};

test('one file of zlib for each annotator; what it cannot hold is counted', () => {
  const written = docbin.write?.(dataset, {});
  const [file] = written?.ok ? written.value : [];
  expect(file?.path).toBe('p.spacy');
  const message = file && Buffer.from(unzlibSync(bytesOf(file))).toString('latin1');
  expect(message).toContain('PERSON');
  expect(message).not.toContain('Cut');
  expect(docbin.losses?.(dataset, {}).map(({ what, count }) => [what, count])).toEqual([
    ['spans that cut a token', 1],
    ['document labels', 1],
  ]);
});
