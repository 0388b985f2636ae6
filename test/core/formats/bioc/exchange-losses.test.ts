import { expect, test } from 'vitest';
import { bdoc } from '#core/formats/bdoc/format.ts';
import { biocJson } from '#core/formats/bioc-json/format.ts';
import { biocXml } from '#core/formats/bioc-xml/format.ts';
import type { Dataset } from '#core/formats/dataset.ts';
import type { Format, FormatOptions } from '#core/formats/format.ts';
import { gateXml } from '#core/formats/gate-xml/format.ts';
import { lossWords } from '#core/formats/losses.ts';
import { mae } from '#core/formats/mae/format.ts';
import { pubtator } from '#core/formats/pubtator/format.ts';
import { tei } from '#core/formats/tei/format.ts';

const dataset: Dataset = {
  name: 'd',
  schema: { entityTypes: [], relationTypes: [], documentLabels: [] },
  documents: [
    {
      id: 'a',
      name: 'a',
      text: 'A\u0001b cd\ne',
      sets: [
        {
          annotator: { id: 'x', name: 'X' },
          records: [
            {
              kind: 'span',
              id: 's1',
              type: 'Person',
              ranges: [{ start: 0, end: 1 }],
              attributes: { n: 2, yes: true, word: 'x', identifier: 'D1' },
              note: 'why',
            },
            {
              kind: 'span',
              id: 's2',
              type: 'Person',
              ranges: [
                { start: 0, end: 1 },
                { start: 4, end: 5 },
              ],
              attributes: {},
              note: '',
            },
            {
              kind: 'relation',
              id: 'r1',
              type: 'knows',
              from: 's1',
              to: 's2',
              attributes: { novelty: 'New', sure: 'a' },
              note: '',
            },
            { kind: 'label', id: 'label:ok', name: 'ok', value: false },
            { kind: 'label', id: 'label:n', name: 'n', value: 3 },
          ],
        },
      ],
    },
  ],
};

const apart = ['1 discontinuous span', '1 relation without both ends'];
const illegal = '1 character that XML cannot hold';

test.each<[Format, FormatOptions, readonly string[]]>([
  [pubtator, {}, ['4 attribute values', '1 discontinuous span']],
  [pubtator, { discontinuous: 'drop' }, ['4 attribute values', ...apart]],
  [biocJson, {}, ['4 values that are numbers or yes and no']],
  [biocXml, {}, ['4 values that are numbers or yes and no', illegal]],
  [bdoc, {}, []],
  [bdoc, { discontinuous: 'drop' }, apart],
  [gateXml, {}, [illegal]],
  [gateXml, { discontinuous: 'drop' }, [...apart, illegal]],
  [mae, {}, ['2 numbers', '1 label given as no or empty', illegal]],
  [tei, {}, [illegal]],
])('$id %j: what is lost is counted', (format, options, expected) => {
  expect(format.losses?.(dataset, options).map(lossWords)).toEqual(expected);
});
