import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { printable } from '#core/figure/printable.ts';
import { letters, writeReport } from '#core/figure/report.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { anyInput, relation, span } from './examples.ts';

const OPTIONS = {
  family: 'serif',
  labelFamily: 'sans-serif',
  fontFaces: () => '',
  size: 14,
  chips: true,
  figure: null,
  policy: true,
};

/** Reads the body as XML: every element must be closed, in order. */
function parse(html: string) {
  const parser = new SaxesParser();
  const path: { name: string; type: string }[] = [];
  const words: string[] = [];
  const quotes = new Map<string, string>();
  parser.on('opentag', ({ name, attributes }) =>
    path.push({ name, type: String(attributes['data-type'] ?? '') }),
  );
  parser.on('closetag', () => path.pop());
  parser.on('text', (text) => {
    if (!path.some(({ name }) => name === 'main')) return;
    if (path.some(({ name }) => name === 'sup') || !path.some(({ name }) => name === 'p')) return;
    words.push(text);
    for (const type of new Set(path.map((each) => each.type)))
      if (type !== '') quotes.set(type, (quotes.get(type) ?? '') + text);
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(html.slice(html.indexOf('<body>'), html.indexOf('</html>'))).close();
  return { text: words.join(''), quotes };
}

test('all words are there, and inside the marks of a type exactly those that its spans cover', () => {
  fc.assert(
    fc.property(anyInput, ({ text, range, spans, relations }) => {
      const html = writeReport(
        { title: 'T', about: [], text, range, spans, relations, schema: DEFAULT_SCHEMA },
        OPTIONS,
      );
      const read = parse(html);
      const noEnds = (words: string) => words.replace(/[\r\n]/gu, '');
      expect(read.text).toBe(flatKeep(noEnds(text.slice(range.start, range.end))));
      for (const type of new Set(spans.map((s) => s.type))) {
        let quote = '';
        for (let at = range.start; at < range.end; at++) {
          const isIn = spans.some(
            (s) => s.type === type && s.ranges.some((r) => r.start <= at && at < r.end),
          );
          if (isIn) quote += text.charAt(at);
        }
        expect(read.quotes.get(type) ?? '').toBe(flatKeep(noEnds(quote)));
      }
    }),
    { numRuns: 200 },
  );
});

const flatKeep = (words: string) => printable(words).replaceAll('\u2003', '\t');

test('relations and notes are numbered in the text and listed behind it', () => {
  const text = 'Ada met Charles in London.';
  const ada = {
    ...span('a', 'Person', { start: 0, end: 3 }),
    note: 'Countess <of> Lovelace',
    attributes: { nobility: true, roles: ['writer', 'mathematician'] },
  };
  const charles = span('c', 'Person', { start: 8, end: 15 });
  const html = writeReport(
    {
      title: 'Letter',
      about: ['Anna', 'a <note>'],
      text,
      range: { start: 0, end: text.length },
      spans: [ada, charles],
      relations: [relation('r', 'meets', 'a', 'c')],
      schema: DEFAULT_SCHEMA,
    },
    OPTIONS,
  );
  expect(html).toContain('<sup><a href="#r1">1</a></sup><sup><a href="#n1">a</a></sup>');
  expect(html).toContain('<li id="r1"><bdi>Ada</bdi> <b>meets</b> → <bdi>Charles</bdi></li>');
  expect(html).toContain(
    'Ada</bdi>: nobility, roles: writer, mathematician. Countess &#60;of&#62; Lovelace</li>',
  );
  expect(html).toContain('<p dir="auto">a &#60;note&#62;</p>');
});

test('a font name cannot bring rules of its own', () => {
  const html = writeReport(
    {
      title: 'T',
      about: [],
      text: 'a',
      range: { start: 0, end: 1 },
      spans: [],
      relations: [],
      schema: DEFAULT_SCHEMA,
    },
    { ...OPTIONS, family: "x;}</style><script>alert('1')</script>" },
  );
  expect(html).not.toContain('<script');
  expect(html.split('</style>').length).toBe(2);
});

test('the fonts of a page are chosen by all that it writes, and the page says it loads only such', () => {
  let seen = '';
  const html = writeReport(
    {
      title: 'Ωδή',
      about: [],
      text: 'Ada',
      range: { start: 0, end: 3 },
      spans: [{ ...span('a', 'Person', { start: 0, end: 3 }), note: 'Жанна' }],
      relations: [],
      schema: DEFAULT_SCHEMA,
    },
    {
      ...OPTIONS,
      fontFaces: (page) => {
        seen = page;
        return '@font-face{font-family:Own}';
      },
    },
  );
  for (const words of ['Ωδή', 'Ada', 'Жанна']) expect(seen).toContain(words);
  expect(html).toContain('<style>@font-face{font-family:Own}');
  expect(html).toContain("default-src 'none'; font-src data:; style-src");
});

test('letters count as lists do', () => {
  expect([1, 26, 27, 52, 53, 702, 703].map(letters)).toEqual([
    'a',
    'z',
    'aa',
    'az',
    'ba',
    'zz',
    'aaa',
  ]);
});
