import fc from 'fast-check';
import { expect, test } from 'vitest';
import { storedChange, storedRecord } from '#host/store/set-format.ts';
import { isStoredChange, isStoredRecord } from '#host/store/stored-record.ts';

const word = fc.constantFrom('', 'a', 'Person', 'x'.repeat(1_001), '__proto__', 'note', 'status');
const value = fc.oneof(
  word,
  fc.integer({ min: -1, max: 3 }),
  fc.constantFrom(0.5, 2 ** 60, true, null, [], ['a'], ['a', 1], {}, [[0, 1]], [[0, 1, 2]]),
  fc.array(fc.array(fc.integer({ min: -1, max: 9 }), { minLength: 1, maxLength: 3 }), {
    maxLength: 2,
  }),
  fc.dictionary(fc.constantFrom('a', '__proto__'), fc.oneof(word, fc.constantFrom(1, null, [])), {
    noNullPrototype: true,
  }),
);
const FIELDS = {
  span: { id: 's', type: 'T', ranges: [[0, 3]], quote: ['Ada'], attributes: { a: 1 }, note: 'n' },
  relation: { id: 'r', type: 'T', from: 's', to: 't', attributes: { a: ['x'] }, note: 'n' },
  label: { id: 'label:a', name: 'a', value: true },
  note: { id: 'note', text: 'x' },
  status: { id: 'status', status: 'done', at: '2026-01-01' },
} as const;
const NAMES = [...new Set(Object.values(FIELDS).flatMap((fields) => Object.keys(fields))), 'kind'];

/** A good record, of which some fields are missing, given another value, or made up. */
const nearlyRecord = fc
  .constantFrom(...Object.entries(FIELDS))
  .chain(([kind, fields]) =>
    fc.tuple(
      fc.constant({ kind, ...fields }),
      fc.array(fc.constantFrom(...NAMES), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom(...NAMES, 'more', '__proto__'), value, {
        maxKeys: 2,
        noNullPrototype: true,
      }),
    ),
  )
  .map(([record, missing, other]) => {
    const kept = Object.entries(record).filter(([key]) => !missing.includes(key));
    return Object.fromEntries([...kept, ...Object.entries(other)]);
  });

/** `__proto__` as a name of an attribute is refused before zod sees it (see `parseJson`). */
const namesProto = (raw: object) => JSON.stringify(raw).includes('"__proto__":');

test('what is a stored record says zod, and the quick way says the same', () => {
  let good = 0;
  fc.assert(
    fc.property(nearlyRecord, (raw) => {
      const read: unknown = JSON.parse(JSON.stringify(raw));
      const expected = !namesProto(raw) && storedRecord.safeParse(read).success;
      if (expected) good++;
      expect(isStoredRecord(read)).toBe(expected);
    }),
    { numRuns: 3_000 },
  );
  expect(good).toBeGreaterThan(100);
});

test.each([
  [null, false],
  [[], false],
  ['span', false],
  [{}, false],
  [{ kind: 'span', ...FIELDS.span }, true],
  [{ kind: 'relation', ...FIELDS.relation }, true],
  [{ kind: 'span', ...FIELDS.span, ranges: [] }, false],
  [{ kind: 'span', ...FIELDS.span, attributes: { a: Number.POSITIVE_INFINITY } }, false],
  [{ kind: 'span', ...FIELDS.span, more: 1 }, false],
])('%j: %s', (raw, expected) => {
  expect(isStoredRecord(raw)).toBe(expected);
});

const record = fc.constantFrom(
  { kind: 'span', ...FIELDS.span },
  { kind: 'span', ...FIELDS.span, id: 'x' },
  { kind: 'relation', ...FIELDS.relation },
  { kind: 'span', ...FIELDS.span, ranges: [] },
  null,
);
const byId = (value: fc.Arbitrary<unknown>) =>
  fc.oneof(
    fc.constant({}),
    fc.constantFrom(
      { s: { kind: 'span', ...FIELDS.span } },
      { r: { kind: 'relation', ...FIELDS.relation } },
    ),
    fc.dictionary(fc.constantFrom('s', 'r', 'x', 'x'.repeat(601)), value, { maxKeys: 2 }),
  );
const nearlyChange = fc.record(
  {
    added: byId(record),
    updated: byId(fc.oneof(fc.tuple(record, record), fc.tuple(record), record)),
    removed: byId(record),
    more: fc.constant(1),
  },
  { requiredKeys: ['added', 'updated', 'removed'] },
);

test('what is a stored change says zod, and the quick way says the same', () => {
  let good = 0;
  fc.assert(
    fc.property(nearlyChange, (raw) => {
      const read: unknown = JSON.parse(JSON.stringify(raw));
      const expected = storedChange.safeParse(read).success;
      if (expected) good++;
      expect(isStoredChange(read)).toBe(expected);
    }),
    { numRuns: 5_000 },
  );
  expect(good).toBeGreaterThan(50);
  const [span, moved] = [FIELDS.span, { ...FIELDS.span, ranges: [[4, 7]] }];
  const updated = { s: [span, moved].map((fields) => ({ kind: 'span', ...fields })) };
  expect(isStoredChange({ added: {}, updated, removed: {} })).toBe(true);
});
