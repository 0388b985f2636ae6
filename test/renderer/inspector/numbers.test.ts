import { expect, test } from 'vitest';
import { numberProblem, parseNumber } from '../../../src/renderer/inspector/fields/numbers.ts';

test.each([
  ['12', 12],
  [' 3.5 ', 3.5],
  ['3,5', 3.5],
  ['-0.25', -0.25],
  ['.5', 0.5],
  ['1e3', 1000],
])('%j is the number %d', (text, number) => {
  expect(parseNumber(text)).toBe(number);
  expect(numberProblem(text)).toBeNull();
});

test.each(['abc', '1.2.3', '1,000,000', '12 km', '0x10', 'Infinity', '1e999', '-', '.'])(
  '%j is no number, and this is said',
  (text) => {
    expect(parseNumber(text)).toBeUndefined();
    expect(numberProblem(text)).toContain('not a number');
  },
);

test('an empty field takes the value away without complaint', () => {
  expect(parseNumber('')).toBeUndefined();
  expect(numberProblem('  ')).toBeNull();
});
