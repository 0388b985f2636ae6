import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shorten } from '#core/text/graphemes.ts';
import {
  isGraphemeBoundary,
  moveEdge,
  nextGrapheme,
  previousGrapheme,
  snapToGraphemes,
  snapToWords,
  wordAt,
} from '#core/text/segment.ts';

const NEWS =
  'Defence Minister Rajnath Singh’s visit to the U.S. (SCO) and the Shanghai Cooperation ' +
  'Organisation (SCO), the defence-minister paid €5 million, 5% of “all”.\r\n' +
  '中国国防部长董军 met ประเทศไทย 👩‍👩‍👧 l’Assemblée. **Bold** R&D @anna O’Brien';

/** Selects `words`, less `cut` characters at both edges, and gives what is selected after snapping. */
function snapped(words: string, [left, right]: readonly [number, number] = [0, 0]) {
  const at = NEWS.indexOf(words);
  expect(at).toBeGreaterThanOrEqual(0);
  const range = snapToWords(NEWS, { start: at + left, end: at + words.length - right });
  return range && NEWS.slice(range.start, range.end);
}

describe('snapToWords', () => {
  test.each([
    ['Rajnath Singh', [3, 2], 'Rajnath Singh'],
    ['Singh', [1, 1], 'Singh'],
    ['Singh', [0, 0], 'Singh'],
    ['Singh’', [0, 0], 'Singh'],
    ['Singh’s', [0, 0], 'Singh’s'],
    [' Rajnath ', [0, 0], 'Rajnath'],
    ['U.S.', [0, 0], 'U.S.'],
    ['U.S.', [0, 3], 'U.S.'],
    ['(SCO)', [0, 0], 'SCO'],
    ['SCO', [1, 0], 'SCO'],
    ['Cooperation Organisation (SCO),', [2, 0], 'Cooperation Organisation (SCO)'],
    ['Organisation (SCO', [0, 0], 'Organisation (SCO'],
    ['defence-minister', [3, 3], 'defence-minister'],
    ['€5 million,', [0, 0], '€5 million'],
    ['5% of', [0, 3], '5%'],
    ['“all”.', [0, 0], 'all'],
    ['of “all”.', [0, 0], 'of “all”'],
    ['ประเทศไทย', [2, 2], 'ประเทศไทย'],
    ['👩‍👩‍👧', [0, 3], '👩‍👩‍👧'],
    ['Assemblée', [0, 0], 'Assemblée'],
    ['l’Assemblée', [0, 4], 'l’Assemblée'],
    ['**Bold**', [0, 0], 'Bold'],
    ['R&D', [0, 0], 'R&D'],
    ['@anna', [0, 2], '@anna'],
    ['O’Brien', [0, 3], 'O’Brien'],
  ] as const)('%s less %j gives %s', (words, cut, result) => {
    expect(snapped(words, cut)).toBe(result);
  });

  test('Chinese is cut by the dictionary', () => {
    expect(snapped('国防部')).toMatch(/国防部/u);
    expect(snapped('国防部')?.length).toBeLessThan(6);
  });

  test('only punctuation stays, only blanks are nothing', () => {
    expect(snapped(' (')).toBe('(');
    expect(snapped('”.\r\n')).toBe('”.');
    expect(snapped(' ')).toBeUndefined();
    expect(snapped('\r\n')).toBeUndefined();
  });

  test('an empty selection means the word there', () => {
    expect(wordAt('one two', 1)).toEqual({ start: 0, end: 3 });
    expect(wordAt('one two', 3)).toEqual({ start: 0, end: 3 });
    expect(wordAt('one two', 4)).toEqual({ start: 4, end: 7 });
    expect(snapToWords('one  two', { start: 4, end: 4 })).toBeUndefined();
    expect(snapToWords('', { start: 0, end: 0 })).toBeUndefined();
  });

  test('takes no longer in a long text, or in one long line', () => {
    const lines = 'word '.repeat(200_000);
    const oneLine = '漢字'.repeat(500_000);
    for (const text of [lines, oneLine]) {
      const start = performance.now();
      for (let i = 0; i < 100; i++) snapToWords(text, { start: 2501, end: text.length - 2500 });
      expect((performance.now() - start) / 100).toBeLessThan(20);
    }
  });
});

/** Boundaries of the whole text, found in one go. */
function boundariesOf(text: string): number[] {
  const segments = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text);
  return [...[...segments].map(({ index }) => index), text.length];
}

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '👩‍👩‍👧',
          '🇮🇳',
          '🇨🇳',
          'e\u0301',
          'क्षि',
          '각',
          '\r\n',
          '\r',
          ' ',
          'ا',
          '\u0600',
          'กำ',
          'a',
          '.',
        ],
        ...[
          '’',
          "'",
          's',
          '(',
          ')',
          '#️⃣',
          '\u200d',
          '中',
          '-',
          '“',
          '”',
          '9',
          '%',
          '\u0d4e',
          '\ud83d',
        ],
      ),
      { minLength: 1, maxLength: 60 },
    )
    .map((parts) => parts.join('')),
);

const textWithRange = anyText.chain((text) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ text, range: { start: Math.min(a, b), end: Math.max(a, b) } })),
);

test('boundaries between characters are those of the whole text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const boundaries = boundariesOf(text);
      for (let at = 0; at <= text.length; at++) {
        expect(isGraphemeBoundary(text, at)).toBe(boundaries.includes(at));
        expect(nextGrapheme(text, at)).toBe(boundaries.find((b) => b > at) ?? text.length);
        expect(previousGrapheme(text, at)).toBe(boundaries.findLast((b) => b < at) ?? 0);
      }
    }),
    { numRuns: 300 },
  );
});

test('snapping cuts no character, and never loses or adds more than it should', () => {
  fc.assert(
    fc.property(textWithRange, ({ text, range }) => {
      const boundaries = boundariesOf(text);
      const whole = snapToGraphemes(text, range);
      expect(boundaries).toContain(whole.start);
      expect(boundaries).toContain(whole.end);
      expect(whole.start).toBeLessThanOrEqual(range.start);
      expect(whole.end).toBeGreaterThanOrEqual(range.end);
      expect(snapToGraphemes(text, whole)).toEqual(whole);

      const words = snapToWords(text, range);
      if (!words) {
        if (range.start < range.end) expect(text.slice(range.start, range.end).trim()).toBe('');
        return;
      }
      expect(boundaries).toContain(words.start);
      expect(boundaries).toContain(words.end);
      expect(words.start).toBeLessThan(words.end);
      expect(text.slice(words.start, words.end).trim()).not.toBe('');
      // Every letter or digit that was selected still is.
      for (let at = range.start; at < range.end; at++) {
        const isLetter = /[\p{L}\p{N}]/u.test(text.charAt(at));
        if (isLetter) expect(words.start <= at && at < words.end).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('edges move by a word or a character, and stop at the ends', () => {
  const text = 'One two-three, “four”. ';
  const walk = (from: number, edge: 'start' | 'end', direction: 'left' | 'right') => {
    const stops = [from];
    for (let at = from; ; ) {
      const next = moveEdge(text, at, edge, direction, 'word');
      if (next === at) return stops;
      stops.push(next);
      at = next;
    }
  };
  expect(walk(0, 'end', 'right')).toEqual([0, 3, 7, 13, 20]);
  expect(walk(20, 'end', 'left')).toEqual([20, 13, 7, 3]);
  expect(walk(0, 'start', 'right')).toEqual([0, 4, 8, 16]);
  expect(walk(text.length, 'start', 'left')).toEqual([text.length, 16, 8, 4, 0]);
  expect(moveEdge('e\u0301x', 0, 'end', 'right', 'character')).toBe(2);
  expect(moveEdge('e\u0301x', 2, 'end', 'left', 'character')).toBe(0);
  expect(moveEdge('e\u0301x', 3, 'end', 'right', 'character')).toBe(3);
});

test('edges always move on or stay at the end', () => {
  fc.assert(
    fc.property(textWithRange, ({ text, range }) => {
      for (const edge of ['start', 'end'] as const) {
        for (const unit of ['word', 'character'] as const) {
          const right = moveEdge(text, range.start, edge, 'right', unit);
          const left = moveEdge(text, range.start, edge, 'left', unit);
          expect(right).toBeGreaterThanOrEqual(range.start);
          expect(right).toBeLessThanOrEqual(text.length);
          expect(left).toBeLessThanOrEqual(range.start);
          expect(left).toBeGreaterThanOrEqual(0);
          if (right > range.start) expect(isGraphemeBoundary(text, right)).toBe(true);
          if (left < range.start) expect(isGraphemeBoundary(text, left)).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('shorten keeps whole characters and says that there were more', () => {
  expect(shorten('👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧', 2)).toBe('👩‍👩‍👧👩‍👩‍👧…');
  expect(shorten('abc', 3)).toBe('abc');
  expect(shorten('', 3)).toBe('');
});
