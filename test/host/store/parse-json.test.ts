import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from '#host/store/json-fault.ts';
import { DEPTH_LIMIT, parseJson } from '#host/store/parse-json.ts';
import { stringifyFile, stringifySorted } from '#host/store/stringify.ts';

const parse = (text: string | Buffer) => parseJson(Buffer.from(text), 'a.json');

test.each([
  ['{"a": 1,\n "b": tru}', 2, 7, /a value was expected/u],
  ['{"a": 1\n "b": 2}', 2, 2, /a comma or \} was expected/u],
  ['{"a": 1,}', 1, 9, /a name in quotes/u],
  ['[1, 2', 1, 6, /ends too early/u],
  ['{"a" 1}', 1, 6, /a colon/u],
  ['"a\nb"', 1, 3, /not allowed in a string/u],
  ['"a\\x"', 1, 3, /not allowed in a string/u],
  ['{} {}', 1, 4, /more after the end/u],
  ['[01]', 1, 3, /a comma or \] was expected/u],
  ['"abc', 1, 5, /inside a string/u],
])('%j is refused with its place', (text, line, column, message) => {
  const read = parse(text);
  if (read.ok) throw new Error('read');
  expect(read.error).toMatchObject({
    code: 'invalid-file',
    place: { file: 'a.json', line, column },
  });
  expect(read.error.message).toMatch(message);
  expect(read.error.message).toContain('left as it is');
});

test('the own scanner and JSON.parse agree on what is JSON, and a fault is where the text stops making sense', () => {
  fc.assert(
    fc.property(
      fc.json(),
      fc.nat(),
      fc.constantFrom('', '"', ',', '}', '\\', '1', 'x'),
      (json, at, extra) => {
        const place = at % (json.length + 1);
        const text = json.slice(0, place) + extra + json.slice(place + (extra === '' ? 1 : 0));
        try {
          JSON.parse(text);
        } catch {
          const { line, column } = findJsonFault(text);
          expect(line).toBe(1);
          // No end of the text can mend what stands before the fault less one character.
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual(text.length + 1);
        }
      },
    ),
  );
});

test('cut at any byte, a file is refused', () => {
  const text = stringifyFile({ a: [{ b: 1 }, 'é😀'], c: 'x' });
  const bytes = Buffer.from(text.trimEnd());
  for (let cut = 0; cut < bytes.length; cut++)
    expect(parse(bytes.subarray(0, cut)).ok, `cut at ${cut}`).toBe(false);
  expect(parse(bytes).ok).toBe(true);
});

test.each([
  ['a byte order mark', Buffer.from('\ufeff{}'), { byte: 0 }],
  ['UTF-16', Buffer.from('\ufeff{}', 'utf16le'), { byte: 0 }],
  ['Latin-1', Buffer.from('{\n"a": "caf\u00e9"}', 'latin1'), { byte: 11, line: 2 }],
  ['an overlong form', Buffer.from([0x22, 0xc0, 0xaf, 0x22]), { byte: 1, line: 1 }],
  ['a surrogate', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), { byte: 1, line: 1 }],
])('%s is refused with its byte', (_name, bytes, place) => {
  const read = parseJson(bytes, 'a.json');
  expect(read).toMatchObject({ ok: false, error: { code: 'invalid-file', place } });
});

test('nesting is limited, and brackets in strings do not count', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(parse(nested(DEPTH_LIMIT)).ok).toBe(true);
  expect(parse(nested(DEPTH_LIMIT + 1))).toMatchObject({ ok: false });
  expect(parse(nested(5_000_000))).toMatchObject({ ok: false });
  expect(parse(JSON.stringify(`\\"${'['.repeat(1000)}`)).ok).toBe(true);
});

test('a key called __proto__ is refused, a value is not', () => {
  expect(parse('{"a": {"__proto__": {"b": 1}}}')).toMatchObject({ ok: false });
  expect(parse('{"a": "__proto__"}')).toMatchObject({ ok: true, value: { a: '__proto__' } });
  expect(({} as Record<string, unknown>)['b']).toBeUndefined();
});

test('the same content gives the same bytes, whatever the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
      const reversed = Object.fromEntries(Object.entries(object).reverse());
      expect(stringifySorted(reversed)).toBe(stringifySorted(object));
      expect(stringifyFile(reversed)).toBe(stringifyFile(object));
      expect(JSON.parse(stringifyFile(object))).toEqual(JSON.parse(JSON.stringify(object)));
    }),
  );
});
