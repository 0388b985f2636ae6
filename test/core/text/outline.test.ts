import { expect, test } from 'vitest';
import { outlineOf } from '#core/text/outline.ts';

const titles = (text: string) => outlineOf(text).map(({ level, title }) => [level, title]);

test('Markdown headings, with their level and place', () => {
  const text = '# One\ntext\n\n## Two ##\n#no heading\n\nThree\n=====\n####### seven';
  expect(titles(text)).toEqual([
    [1, 'One'],
    [2, 'Two'],
    [1, 'Three'],
  ]);
  for (const { offset, title } of outlineOf(text))
    expect(text.slice(offset).replace(/^#+ /u, '')).toMatch(new RegExp(`^${title}`, 'u'));
});

test('parts and chapters of books that stand alone', () => {
  const text =
    'BOOK ONE: 1805\r\n\r\n    CHAPTER I\r\n\r\nPart of the way he ran.\r\n\r\nChapter 2. The Whale\r\nChapter 3 in a sentence\r\n\r\n第三章 风\r\n\r\nГлава IV';
  expect(titles(text)).toEqual([
    [1, 'BOOK ONE: 1805'],
    [2, 'CHAPTER I'],
    [2, 'Chapter 2. The Whale'],
    [2, '第三章 风'],
    [2, 'Глава IV'],
  ]);
  expect(text.slice(outlineOf(text)[1]?.offset)).toMatch(/^CHAPTER I/u);
});

test('form feeds begin pages, also inside very long lines', () => {
  const long = 'word '.repeat(1000);
  const text = `one\ftwo\n\f\n${long}\f${long}`;
  const entries = outlineOf(text);
  expect(entries.map(({ title }) => title)).toEqual(['Page 2', 'Page 3', 'Page 4']);
  for (const { offset } of entries) expect(text.charAt(offset)).toBe('\f');
});

test('a text without any has none', () => {
  expect(outlineOf('')).toEqual([]);
  expect(outlineOf('Just a line.\nAnd another.')).toEqual([]);
});
