import { expect, test } from 'vitest';
import { findTitle } from '#core/documents/pdf/find-title.ts';
import { type PdfPiece, pageText } from '#core/documents/pdf/page-text.ts';
import { PagedText } from '#core/documents/pdf/paged-text.ts';
import { titleRanges } from '#core/documents/pdf/title-ranges.ts';

const piece = (str: string, y: number, hasEOL = true, size = 10): PdfPiece => ({
  str,
  transform: [size, 0, 0, size, 50, y],
  hasEOL,
});
const textOf = (...pieces: readonly PdfPiece[]) => pageText(pieces).text;

test('pieces of a line stand together, without blanks at its ends', () => {
  const pieces = [
    piece('', 100, false),
    piece(' Some ', 100, false),
    piece('words ', 100),
    piece('more', 88, false),
  ];
  expect(textOf(...pieces)).toBe('Some words\nmore');
});

test.each([
  ['lines of a paragraph', [100, 88, 76], 'a\nb\nc'],
  ['a wider gap', [100, 88, 68, 56], 'a\nb\n\nc\nd'],
  ['wide lines all over', [100, 80, 60, 40], 'a\nb\nc\nd'],
  ['a second column', [100, 88, 100, 88], 'a\nb\nc\nd'],
])('%s', (_name, ys, expected) => {
  expect(textOf(...ys.map((y, i) => piece('abcd'[i] ?? '', y)))).toBe(expected);
});

test('larger letters are a title, raised ones are not', () => {
  expect(textOf(piece('Title', 100, true, 20), piece('a', 78), piece('b', 66))).toBe(
    'Title\n\na\nb',
  );
  expect(
    textOf(piece('x', 100, false), piece('2', 104, false, 7), piece(' = y', 100), piece('b', 88)),
  ).toBe('x2 = y\nb');
});

test('letters without meaning are counted, not shown', () => {
  expect(pageText([piece('a\u0003b\u0000', 100)])).toEqual({ text: 'ab', unknown: 2 });
  expect(pageText([piece('\u0003', 100)])).toEqual({ text: '', unknown: 1 });
});

test('pages without text begin where the next one with text does', () => {
  const paged = new PagedText();
  for (const text of ['', 'one', '', 'two', '']) paged.add(text);
  expect(paged.finish()).toEqual({ text: 'one\ntwo', pages: [0, 4, 4, 7] });
});

test.each([
  ['1.2 Metric spaces\ntext', 'Metric spaces', '1.2 Metric spaces'],
  ['x\nA Appendix\ny', 'Appendix', 'A Appendix'],
  ['A title over\ntwo lines\nx', 'A title over two lines', 'A title over\ntwo lines'],
  ['It mentions Metric spaces here', 'Metric spaces', undefined],
  ['a+b (c)\n', 'a+b (c)', 'a+b (c)'],
  ['x', '', undefined],
])('the title in %j', (text, title, expected) => {
  const found = findTitle(text, { start: 0, end: text.length }, title);
  expect(found && text.slice(found.start, found.end)).toBe(expected);
});

test('titles are looked for on their page only, none overlap', () => {
  const text = 'Intro\nIntro\nEnd';
  const bookmarks = [
    { title: 'Intro', level: 2, page: 1 },
    { title: 'End', level: 1, page: 0 },
    { title: 'Intro', level: 1, page: 1 },
  ];
  expect(titleRanges(text, [6], bookmarks)).toEqual([{ level: 1, start: 6, end: 11 }]);
});

test('a title made to take long is found or not, at once', () => {
  const text = `${'1.'.repeat(5_000)} x`;
  const began = performance.now();
  findTitle(text, { start: 0, end: text.length }, 'x y');
  expect(performance.now() - began).toBeLessThan(200);
});
