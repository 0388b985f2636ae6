import { expect, test } from 'vitest';
import { CALL_LIMITS } from '#api/decode/decoder.ts';
import { type DataLimits, findFault } from '#core/model/plain-data.ts';

const isPlainData = (raw: unknown, limits: DataLimits = CALL_LIMITS) =>
  findFault(raw, limits) === undefined;

const nested = (depth: number) => {
  let value: unknown = 'end';
  for (let i = 0; i < depth; i++) value = [value];
  return value;
};

test('data as deep as the limit passes; one level more, or a million more, does not', () => {
  expect(isPlainData(nested(CALL_LIMITS.depth))).toBe(true);
  expect(isPlainData(nested(CALL_LIMITS.depth + 1))).toBe(false);
  expect(isPlainData(nested(1_000_000))).toBe(false);
});

test('a circle ends at the depth limit', () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  expect(isPlainData(circle)).toBe(false);
});

test('size is counted over all strings, keys and values', () => {
  const limits: DataLimits = { depth: 5, string: 100, values: 4, characters: 10 };
  expect(isPlainData(['12345', '12345'], limits)).toBe(true);
  expect(isPlainData(['12345', '123456'], limits)).toBe(false);
  expect(isPlainData({ '12345678901': 1 }, limits)).toBe(false);
  expect(isPlainData([1, 2, 3], limits)).toBe(true);
  expect(isPlainData([1, 2, 3, 4], limits)).toBe(false);
  expect(isPlainData(new Array(1_000_000_000), limits)).toBe(false);
});

test.each([
  ['a date', new Date(0)],
  ['a map', new Map()],
  ['a typed array', new Uint8Array(2)],
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['a big integer', 1n],
  ['not a number', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['undefined', undefined],
  ['an instance', new (class A {})()],
])('%s is no plain data, nor is anything that holds it', (_, value) => {
  expect(isPlainData(value)).toBe(false);
  expect(isPlainData([value])).toBe(false);
  expect(isPlainData({ value })).toBe(false);
});
