import { expect, test } from 'vitest';
import { findQuoteMismatch, quoteLine, quotesOf } from '#core/text/quote.ts';

const TEXT = 'the left  and\r\nright hand';
const RANGES = [
  { start: 4, end: 13 },
  { start: 15, end: 25 },
] as const;

test('quotes are the exact characters; for people, blanks are joined', () => {
  expect(quotesOf(TEXT, RANGES)).toEqual(['left  and', 'right hand']);
  expect(quoteLine(TEXT, RANGES)).toBe('left and … right hand');
});

test('a quote that is not what the text has is found', () => {
  expect(findQuoteMismatch(TEXT, RANGES, ['left  and', 'right hand'])).toBeUndefined();
  expect(findQuoteMismatch(TEXT, RANGES, ['left  and', 'right foot'])).toEqual({
    range: 1,
    expected: 'right foot',
    found: 'right hand',
  });
  expect(findQuoteMismatch(TEXT, RANGES, ['left  and'])?.expected).toBeUndefined();
  expect(findQuoteMismatch(TEXT, [RANGES[0]], ['left  and', 'more'])?.range).toBe(1);
});
