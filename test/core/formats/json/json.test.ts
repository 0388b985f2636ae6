import { expect, test } from 'vitest';
import { firstValue } from '#core/formats/json/first-value.ts';
import { readJsonValues } from '#core/formats/json/json-values.ts';
import { OffsetPlaces } from '#core/formats/json/offset-units.ts';

const read = (text: string) => readJsonValues({ path: 'x', text });

test('values stand in lines, over several lines, or in one list', () => {
  const values = (text: string) => {
    const result = read(text);
    return result.ok
      ? result.value.map(({ value, place }) => [value, place.line ?? place.path])
      : null;
  };
  expect(values('{"a":1}\r\n\n{"a":"}\\""}\n')).toEqual([
    [{ a: 1 }, 1],
    [{ a: '}"' }, 3],
  ]);
  expect(values('{\n "a": [\n1]\n}\n{"b":2}')).toEqual([
    [{ a: [1] }, 1],
    [{ b: 2 }, 5],
  ]);
  expect(values('\ufeff[{"a":1},\n{"b":2}]')).toEqual([
    [{ a: 1 }, '[0]'],
    [{ b: 2 }, '[1]'],
  ]);
  expect(values('')).toEqual([]);
});

test.each([
  ['{"a":1}\n{"a":', 2],
  ['{"a":1}\n]\n', 2],
  [`{"a":1}\n\n${'['.repeat(201)}${']'.repeat(201)}`, 3],
])('%.20s is refused with its line', (text, line) => {
  expect(read(text)).toMatchObject({ ok: false, error: { place: { file: 'x', line } } });
});

test('the first value of a file that is cut off anywhere', () => {
  const text =
    '[{"id": 1, "text": "a\\u00e9\\"b", "list": [[1, -2.5, "x"], true], "o": {"k": null}}, 2]';
  for (let end = 2; end < text.length; end++) {
    expect(firstValue({ path: 'x', text: text.slice(0, end) })).toBeTypeOf('object');
  }
  const cut = text.slice(0, text.indexOf('true'));
  expect(firstValue({ path: 'x', text: cut })).toEqual({
    id: 1,
    text: 'aé"b',
    list: [[1, -2.5, 'x']],
  });
  expect(firstValue({ path: 'x', text: 'Ada\tB-PER' })).toBeUndefined();
});

test.each([
  ['utf-16', 3],
  ['code-points', 2],
  ['characters', 2],
] as const)('offsets in %s', (unit, start) => {
  const places = new OffsetPlaces('😀 e\u0301a', unit);
  expect(places.rangeOf(start, start + 1)).toEqual(
    unit === 'characters' ? { start: 3, end: 5 } : { start: 3, end: 4 },
  );
  expect(places.write(3)).toBe(start);
  for (const [from, to] of [
    [1, 1],
    [2, 1],
    [-1, 1],
    [0, 99],
    [0.5, 1],
    ['0', 1],
  ]) {
    expect(places.rangeOf(from, to)).toBeTypeOf('string');
  }
});
