import { expect, test } from 'vitest';
import { outlineOfDetails } from '#core/text/outline-of-details.ts';

const text = 'Title\none\n\ntwo\nSub\ntitle\nthree\n';

test('titles and pages in order; a page that begins with a title is that title', () => {
  const headings = [
    { start: 0, end: 5, level: 1 },
    { start: 15, end: 24, level: 2 },
  ];
  expect(outlineOfDetails(text, { headings, pages: [11, 15, 25] })).toEqual([
    { offset: 0, level: 1, title: 'Title' },
    { offset: 11, level: 1, title: 'Page 2' },
    { offset: 15, level: 2, title: 'Sub title' },
    { offset: 25, level: 1, title: 'Page 4' },
  ]);
});

test('pages without text are not gone to, but counted', () => {
  const entries = outlineOfDetails(text, { pages: [11, 11, 15, text.length] });
  expect(entries.map(({ title }) => title)).toEqual(['Page 3', 'Page 4']);
});

test('nothing is nothing', () => {
  expect(outlineOfDetails(text, {})).toEqual([]);
});
