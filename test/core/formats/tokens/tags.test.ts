import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectScheme } from '#core/formats/tokens/detect-scheme.ts';
import { readTags, type TagScheme, type TokenSpan, writeTags } from '#core/formats/tokens/tags.ts';

const SPANS: readonly TokenSpan[] = [
  { from: 0, to: 1, type: 'PER' },
  { from: 1, to: 3, type: 'PER' },
  { from: 3, to: 4, type: 'LOC' },
  { from: 5, to: 8, type: 'LOC' },
];

const WRITTEN: Readonly<Record<TagScheme, string>> = {
  iob1: 'I-PER B-PER I-PER I-LOC O I-LOC I-LOC I-LOC',
  iob2: 'B-PER B-PER I-PER B-LOC O B-LOC I-LOC I-LOC',
  bioes: 'S-PER B-PER E-PER S-LOC O B-LOC I-LOC E-LOC',
  bilou: 'U-PER B-PER L-PER U-LOC O B-LOC I-LOC L-LOC',
};

describe.each(Object.entries(WRITTEN) as [TagScheme, string][])('%s', (scheme, tags) => {
  test('writes', () => {
    expect(writeTags(SPANS, { from: 0, to: 8 }, scheme).join(' ')).toBe(tags);
  });
  test('reads', () => {
    expect(readTags(tags.split(' ')).spans).toEqual(SPANS);
  });
  test('is recognised', () => {
    expect(detectScheme([['O'], tags.split(' ')])).toBe(scheme);
  });
});

describe('what conlleval allows', () => {
  test.each([
    ['I- after O begins a span', 'O I-PER I-PER', [[1, 3, 'PER']]],
    [
      'another type begins a span',
      'B-PER I-LOC',
      [
        [0, 1, 'PER'],
        [1, 2, 'LOC'],
      ],
    ],
    [
      'E- ends a span, also with one of its type after it',
      'B-X E-X I-X',
      [
        [0, 2, 'X'],
        [2, 3, 'X'],
      ],
    ],
    [
      'E- after O is a span',
      'O E-X E-X',
      [
        [1, 2, 'X'],
        [2, 3, 'X'],
      ],
    ],
    [
      'a span that nothing ends ends at O and with the sentence',
      'B-X I-X O B-X',
      [
        [0, 2, 'X'],
        [3, 4, 'X'],
      ],
    ],
    [
      'B- without type',
      'B I O B',
      [
        [0, 2, ''],
        [3, 4, ''],
      ],
    ],
    ['types with dashes', 'B-a-b I-a-b', [[0, 2, 'a-b']]],
  ])('%s', (_name, tags, expected) => {
    const { spans } = readTags(tags.split(' '));
    expect(spans.map(({ from, to, type }) => [from, to, type])).toEqual(expected);
  });

  test('is reported', () => {
    expect(readTags(['O', 'I-A', 'I-B', 'B-A', 'I-A'], 10)).toMatchObject({
      startedInside: [11, 12],
      unknown: [],
    });
    expect(readTags(['PER', 'B-A', 'o'])).toMatchObject({ startedInside: [], unknown: [0, 2] });
  });
});

test('schemes that do not tell', () => {
  expect(detectScheme([['O', 'O']])).toBeUndefined();
  expect(detectScheme([['I-A', 'B-A'], ['B-A']])).toBe('iob2');
  expect(
    detectScheme([
      ['I-A', 'O'],
      ['I-A', 'B-A'],
    ]),
  ).toBe('iob1');
});

test('any spans come back from any scheme', () => {
  const lengths = fc.array(
    fc.record({
      gap: fc.nat(2),
      length: fc.integer({ min: 1, max: 3 }),
      type: fc.constantFrom('A', 'B', '-'),
    }),
  );
  fc.assert(
    fc.property(
      lengths,
      fc.constantFrom<TagScheme>('iob1', 'iob2', 'bioes', 'bilou'),
      (pieces, scheme) => {
        let at = 7;
        const spans = pieces.map(({ gap, length, type }) => {
          const from = at + gap;
          at = from + length;
          return { from, to: at, type };
        });
        const tags = writeTags(spans, { from: 7, to: at + 1 }, scheme);
        expect(readTags(tags, 7).spans).toEqual(spans);
      },
    ),
  );
});
