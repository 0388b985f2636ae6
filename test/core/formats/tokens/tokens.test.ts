import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignerOf } from '#core/formats/tokens/align.ts';
import { decodeName, encodeName } from '#core/formats/tokens/names.ts';
import { Occupied } from '#core/formats/tokens/occupied.ts';
import { levelsOf, placeSpans } from '#core/formats/tokens/place-spans.ts';
import { groupTokens, joinAcross, sentencesOf } from '#core/formats/tokens/sentences.ts';
import { type Tokenizer, tokensOf } from '#core/formats/tokens/tokenize.ts';
import type { Range } from '#core/model/range.ts';
import type { Span } from '#core/model/span.ts';

const slices = (text: string, ranges: readonly Range[]) =>
  ranges.map(({ start, end }) => text.slice(start, end));

const span = (id: string, ...ranges: readonly [number, number][]): Span => {
  const [first, ...rest] = ranges.map(([start, end]) => ({ start, end }));
  if (!first) throw new Error('no range');
  return { kind: 'span', id, type: 'T', ranges: [first, ...rest], attributes: {}, note: '' };
};

describe('tokens', () => {
  test.each<[Tokenizer, string, string[]]>([
    ['words', 'Ada’s U.S. friend, 3.5%!', ['Ada’s', 'U.S', '.', 'friend', ',', '3.5', '%', '!']],
    ['blanks', ' Ada’s\u00a0U.S.\r\n\u2028friend ', ['Ada’s', 'U.S.', 'friend']],
    ['words', '👩‍👩‍👧 😀', ['👩‍👩‍👧', '😀']],
    ['words', 'שלום עולם', ['שלום', 'עולם']],
    ['words', '', []],
    ['blanks', ' \t\n', []],
  ])('%s of %j', (tokenizer, text, expected) => {
    expect(slices(text, tokensOf({ text }, tokenizer))).toEqual(expected);
  });

  test('own tokens are those that came with the document, cut at white space', () => {
    const text = 'New York City';
    const tokens = [
      { start: 0, end: 8 },
      { start: 9, end: 13 },
    ];
    expect(slices(text, tokensOf({ text, tokens }, 'own'))).toEqual(['New', 'York', 'City']);
  });

  test('are those of the segmenter, however long the text', () => {
    const piece = fc.constantFrom(
      '中文分词',
      'don’t',
      '3.5%',
      '😀👍🏽',
      ' ',
      'ก็',
      'e\u0301',
      '1,000',
      '。',
      '\u200d',
      'U.S.A.',
    );
    const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 200, maxLength: 800 }), (pieces) => {
        const text = pieces.join('');
        const found = slices(text, tokensOf({ text }, 'words'));
        // What holds on to a blank before it is a token of its own.
        const expected = [...segmenter.segment(text)]
          .flatMap(({ segment }) => segment.split(' '))
          .filter(Boolean);
        expect(found).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  test('of any text are in order, hold no white space, and leave out nothing else', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 60 }),
        fc.constantFrom<Tokenizer>('words', 'blanks'),
        (text, tokenizer) => {
          const tokens = tokensOf({ text }, tokenizer);
          // biome-ignore lint/suspicious/noControlCharactersInRegex: what Python splits at.
          const blank = /[\s\u001c-\u001f\u0085]/gu;
          expect(slices(text, tokens).join('')).toBe(text.replace(blank, ''));
          for (const part of slices(text, tokens)) expect(part).not.toMatch(blank);
          tokens.reduce((end, token) => {
            expect(token.start).toBeGreaterThanOrEqual(end);
            expect(token.end).toBeGreaterThan(token.start);
            return token.end;
          }, 0);
        },
      ),
    );
  });
});

describe('alignment', () => {
  const tokens = [
    { start: 1, end: 4 },
    { start: 4, end: 5 },
    { start: 7, end: 9 },
  ];
  const align = alignerOf(tokens);
  test.each([
    [1, 4, { from: 0, to: 1 }],
    [0, 5, { from: 0, to: 2 }],
    [4, 9, { from: 1, to: 3 }],
    [5, 10, { from: 2, to: 3 }],
    [5, 7, 'has no token'],
    [9, 12, 'has no token'],
    [2, 5, 'cuts a token'],
    [1, 3, 'cuts a token'],
    [2, 3, 'cuts a token'],
    [4, 8, 'cuts a token'],
  ])('%i–%i', (start, end, expected) => {
    expect(align({ start, end })).toEqual(expected);
  });
});

describe('sentences', () => {
  test('are lines, or what Unicode says, or those of the document', () => {
    const text = 'One. Two!\r\nThree';
    expect(slices(text, sentencesOf({ text }, 'lines'))).toEqual(['One. Two!', 'Three']);
    expect(slices(text, sentencesOf({ text }, 'sentences'))).toEqual([
      'One. ',
      'Two!\r\n',
      'Three',
    ]);
    const sentences = [{ start: 0, end: 3 }];
    expect(sentencesOf({ text, sentences }, 'own')).toBe(sentences);
    expect(sentencesOf({ text, sentences }, 'lines')).toHaveLength(2);
  });

  const at = (...starts: number[]) => starts.map((start) => ({ start, end: start + 1 }));
  test('group the tokens that begin in them; those between are a group of their own', () => {
    const sentences = [
      { start: 2, end: 6 },
      { start: 6, end: 8 },
      { start: 10, end: 12 },
    ];
    expect(groupTokens(at(0, 2, 5, 6, 8, 9, 11, 14), sentences)).toEqual([
      { from: 0, to: 1 },
      { from: 1, to: 3 },
      { from: 3, to: 4 },
      { from: 4, to: 6 },
      { from: 6, to: 7 },
      { from: 7, to: 8 },
    ]);
  });

  test('are joined where a span runs across', () => {
    const groups = [
      { from: 0, to: 2 },
      { from: 2, to: 3 },
      { from: 3, to: 5 },
      { from: 5, to: 6 },
    ];
    expect(joinAcross(groups, [{ from: 1, to: 4 }])).toEqual([
      { from: 0, to: 5 },
      { from: 5, to: 6 },
    ]);
    expect(joinAcross(groups, [{ from: 0, to: 2 }])).toEqual(groups);
  });
});

describe('flattening', () => {
  const tokens = [0, 1, 2, 3, 4, 5].map((start) => ({ start, end: start + 1 }));
  const outer = span('a', [0, 4]);
  const inner = span('b', [1, 2]);
  const crossing = span('c', [3, 5]);
  const ids = (spans: readonly { span: Span }[]) => spans.map((one) => one.span.id).join('');
  test.each([
    ['longest', 'a', 'cb'],
    ['shortest', 'bc', 'a'],
    ['first', 'a', 'bc'],
    ['all', 'abc', ''],
  ] as const)('%s', (overlaps, kept, left) => {
    const choice = { discontinuous: 'first', overlaps } as const;
    const { spans, unplaced } = placeSpans([crossing, inner, outer], tokens, choice);
    expect([ids(spans), ids(unplaced)]).toEqual([kept, left]);
  });

  test.each([
    ['first', [[0, 1]]],
    ['longest', [[2, 4]]],
    ['hull', [[0, 6]]],
    [
      'each',
      [
        [0, 1],
        [2, 4],
        [5, 6],
      ],
    ],
    ['drop', []],
  ] as const)('of several ranges: %s', (discontinuous, expected) => {
    const several = span('d', [0, 1], [2, 4], [5, 6]);
    const { spans, unplaced } = placeSpans([several], tokens, { discontinuous, overlaps: 'all' });
    expect(spans.map(({ from, to }) => [from, to])).toEqual(expected);
    expect(unplaced.map(({ why }) => why)).toEqual(['has several ranges']);
  });

  test('never keeps two that overlap, and leaves none out that would fit', () => {
    const range = fc
      .tuple(fc.nat(5), fc.nat(5))
      .map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1]);
    fc.assert(
      fc.property(
        fc.array(range, { maxLength: 8 }),
        fc.constantFrom('longest', 'shortest', 'first'),
        (ranges, overlaps) => {
          const spans = ranges.map(([a = 0, b = 1], i) => span(`s${i}`, [a, b]));
          const choice = { discontinuous: 'first', overlaps } as const;
          const placed = placeSpans(spans, tokens, choice);
          const taken = placed.spans.flatMap(({ from, to }) => [0, 1, 2, 3, 4, 5].slice(from, to));
          expect(new Set(taken).size).toBe(taken.length);
          for (const { span } of placed.unplaced) {
            const [{ start, end }] = span.ranges;
            expect(taken.some((token) => token >= start && token < end)).toBe(true);
          }
          expect(placed.spans.length + placed.unplaced.length).toBe(spans.length);
        },
      ),
    );
  });

  test('levels put what encloses before what is inside', () => {
    const choice = { discontinuous: 'first', overlaps: 'all' } as const;
    const levels = levelsOf(placeSpans([inner, crossing, outer], tokens, choice).spans);
    expect(levels.map(ids)).toEqual(['a', 'bc']);
  });

  test('taken tokens are remembered', () => {
    const occupied = new Occupied(5);
    occupied.take({ from: 2, to: 4 });
    occupied.take({ from: 3, to: 4 });
    const free = [0, 1, 2, 3, 4].map((from) => occupied.isFree({ from, to: from + 1 }));
    expect(free).toEqual([true, true, false, false, true]);
    expect(occupied.isFree({ from: 0, to: 2 })).toBe(true);
    expect(occupied.isFree({ from: 1, to: 5 })).toBe(false);
  });
});

test('names are written without white space and what else is not allowed, and come back', () => {
  expect(encodeName('New Type')).toBe('New%20Type');
  expect(encodeName('50% off%20', '')).toBe('50%%20off%2520');
  expect(encodeName('a(b)*|é', '()*|')).toBe('a%28b%29%2A%7Cé');
  expect(decodeName('100%')).toBe('100%');
  expect(decodeName('%FF')).toBe('%FF');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const written = encodeName(`${name}% `, '()|');
      expect(decodeName(written)).toBe(`${name}% `);
      expect(written).not.toMatch(/[\s()|]/u);
    }),
  );
});
