import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PreviewText } from '#api/calls/imports.ts';
import type { Span } from '#core/model/span.ts';
import { piecesOf } from '../../../../src/renderer/documents/import/panels/text-pieces.ts';

const span = (type: string, ...ranges: [number, number][]): Span => ({
  kind: 'span',
  id: `${type}${ranges.join()}`,
  type,
  ranges: ranges.map(([start, end]) => ({ start, end })) as unknown as Span['ranges'],
  attributes: {},
  note: '',
});
const read = (patch: Partial<PreviewText>): PreviewText => ({
  text: '',
  isCut: false,
  spans: [],
  headings: [],
  metadata: {},
  ...patch,
});

test('a text is cut at the edges of its spans; the inner one is named last', () => {
  const pieces = piecesOf(
    read({ text: 'the Royal Society met', spans: [span('Org', [4, 17]), span('Rank', [4, 9])] }),
  );
  expect(pieces.map(({ text, types }) => [text, types])).toEqual([
    ['the ', []],
    ['Royal', ['Org', 'Rank']],
    [' Society', ['Org']],
    [' met', []],
  ]);
  expect(pieces.map(({ ends }) => ends)).toEqual([[], ['Rank'], ['Org'], []]);
});

test('a span of several ranges is named at the last one', () => {
  const pieces = piecesOf(read({ text: 'a b c', spans: [span('X', [0, 1], [4, 5])] }));
  expect(pieces.map(({ types, ends }) => [types, ends])).toEqual([
    [['X'], []],
    [[], []],
    [['X'], ['X']],
  ]);
});

test('headings are marked, and a text without anything is one piece', () => {
  const pieces = piecesOf(
    read({ text: 'Title\nbody', headings: [{ start: 0, end: 5, level: 1 }] }),
  );
  expect(pieces.map(({ text, heading }) => [text, heading])).toEqual([
    ['Title', true],
    ['\nbody', false],
  ]);
  expect(piecesOf(read({ text: 'plain' })).map(({ text }) => text)).toEqual(['plain']);
  expect(piecesOf(read({}))).toEqual([]);
});

test('whatever the spans are, the pieces are the text, each under exactly the spans that cover it', () => {
  const ranges = fc
    .tuple(fc.nat(30), fc.nat(12))
    .map(([start, length]): [number, number] => [start, start + length]);
  fc.assert(
    fc.property(fc.string({ maxLength: 25 }), fc.array(ranges, { maxLength: 8 }), (text, all) => {
      const spans = all.map((range, i) => span(`T${i}`, range));
      const pieces = piecesOf(read({ text, spans }));
      expect(pieces.map((piece) => piece.text).join('')).toBe(text);
      for (const piece of pieces) {
        const covering = all.flatMap(([start, end], i) =>
          start <= piece.start && end >= piece.start + piece.text.length && start < end
            ? [`T${i}`]
            : [],
        );
        expect([...piece.types].sort()).toEqual(covering.sort());
      }
    }),
  );
});
