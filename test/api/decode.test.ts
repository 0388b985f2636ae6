import { describe, expect, test } from 'vitest';
import { decoders } from '#api/decode/index.ts';
import { methods } from '#api/methods.ts';
import { EXAMPLES } from './examples.ts';

test('the list of methods and the decoders name the same calls', () => {
  expect([...methods].sort()).toEqual(Object.keys(decoders).sort());
});

describe.each(methods)('%s', (method) => {
  const example: unknown = EXAMPLES[method];

  test('takes what the contract says, unchanged', () => {
    expect(decoders[method](structuredClone(example))).toEqual(example);
  });

  test('refuses a key that the contract does not know', () => {
    const more = example === null ? { extra: 1 } : { ...(example as object), extra: 1 };
    expect(decoders[method](more)).toBeUndefined();
  });

  test('refuses an argument left out', () => {
    if (method === 'app.saveSettings') return; // each of them is optional
    expect(decoders[method](undefined)).toBeUndefined();
    for (const key of Object.keys(example ?? {})) {
      if (['encodings', 'suggestedName', 'parent', 'reuse'].includes(key)) continue;
      const { [key]: _, ...rest } = example as Record<string, unknown>;
      expect(decoders[method](rest), key).toBeUndefined();
    }
  });
});

const text = { documentId: 'a' };
const commit = EXAMPLES['annotations.commit'];
const withRanges = (ranges: unknown) => ({
  ...commit,
  change: {
    added: { s1: { ...commit.change.added.s1, ranges } },
    updated: {},
    removed: {},
  },
});

test.each([
  '..',
  '.',
  '',
  'a/b',
  'a\\b',
  '/etc/passwd',
  'C:x',
  'a\0b',
  '.hidden',
  'con.',
  'a'.repeat(129),
])('a document id that would leave its folder is refused: %j', (documentId) => {
  expect(decoders['documents.text']({ documentId })).toBeUndefined();
  expect(decoders['annotations.read']({ documentId, annotatorId: 'ada' })).toBeUndefined();
  expect(
    decoders['annotations.read']({ documentId: 'a', annotatorId: documentId }),
  ).toBeUndefined();
});

test.each(
  [
    [],
    [{ start: -1, end: 2 }],
    [{ start: 0.5, end: 2 }],
    [{ start: 0, end: Number.NaN }],
    [{ start: '0', end: 2 }],
    [{ start: 0, end: 1e300 }],
    [{ start: 0 }],
    [{ start: 2, end: 2 }],
    [{ start: 3, end: 2 }],
    [
      { start: 0, end: 2 },
      { start: 2, end: 3 },
    ],
    [
      { start: 5, end: 6 },
      { start: 2, end: 3 },
    ],
  ].map((ranges) => ({ ranges })),
)('ranges that are none are refused: $ranges', ({ ranges }) => {
  expect(decoders['annotations.commit'](withRanges(ranges))).toBeUndefined();
});

test('a key named __proto__ is refused at every depth, and no prototype changes', () => {
  const poisoned = JSON.parse('{"__proto__": {"polluted": true}}');
  const attributes = JSON.parse('{"__proto__": "x"}');
  expect(decoders['documents.text']({ ...text, ...poisoned })).toBeUndefined();
  expect(decoders['app.menu']({ enabled: poisoned, labels: {}, checked: {} })).toBeUndefined();
  const span = { ...commit.change.added.s1, attributes };
  const change = { added: { s1: span }, updated: {}, removed: {} };
  expect(decoders['annotations.commit']({ ...commit, change })).toBeUndefined();
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('attributes named like members of Object keep their names', () => {
  const attributes = { constructor: 'a', toString: 'b', hasOwnProperty: 'c' };
  const change = {
    added: { s1: { ...commit.change.added.s1, attributes } },
    updated: {},
    removed: {},
  };
  expect(decoders['annotations.commit']({ ...commit, change })).toEqual({ ...commit, change });
});

test('a document may be called in any script', () => {
  for (const documentId of ['हिन्दी', 'رسالة-١', '信-2', 'Ελλάδα', 'e\u0301cole']) {
    expect(decoders['documents.text']({ documentId })).toEqual({ documentId });
  }
});
