import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  annotationRecordType,
  decode,
  historyEntryType,
  manifestType,
  projectChangeType,
  schemaType,
  setChangeType,
} from '#core/model/decode.ts';
import { findFault } from '#core/model/plain-data.ts';
import { DEFAULT_SCHEMA } from '#core/schema/default-schema.ts';
import { setWithChange } from '../arbitrary.ts';
import { relation, SCHEMA, span } from '../example.ts';

const SPAN = span('s', 'Person', 'Dong Jun');
const time = '2026-01-01T00:00:00.000Z';
const hash = '0'.repeat(64);
const document = {
  id: 'letter-1',
  name: 'Letter 1.txt',
  source: {
    name: 'Letter 1.txt',
    file: 'source.txt',
    encoding: 'utf-8',
    hasBom: false,
    sha256: hash,
  },
  textSha256: hash,
  length: 12,
  importedAt: time,
};
const manifest = {
  format: 'glossator-project',
  formatVersion: 1,
  id: 'p',
  name: 'Letters',
  createdAt: time,
  annotators: [{ id: 'anna-1', name: 'Anna' }],
  documents: [document],
  trash: [{ document: { ...document, id: 'letter-2' }, at: time, by: 'anna-1' }],
  revision: 0,
};

test('what the program makes is read back as it is', () => {
  const entry = historyEntryType(setChangeType);
  fc.assert(
    fc.property(setWithChange, ({ change }) => {
      const raw = JSON.parse(JSON.stringify(change));
      const hasProto = JSON.stringify(change).includes('"__proto__":');
      const decoded = decode(setChangeType, raw);
      expect(decoded.ok).toBe(!hasProto);
      if (!decoded.ok) return;
      expect(decoded.value).toEqual(change);
      const line = { seq: 1, at: time, by: 'anna-1', label: 'Edit', code: 'x', change: raw };
      expect(decode(entry, { ...line, undoes: 3 })).toEqual({
        ok: true,
        value: { ...line, change, undoes: 3 },
      });
    }),
  );
  for (const schema of [DEFAULT_SCHEMA, SCHEMA]) {
    expect(decode(schemaType, JSON.parse(JSON.stringify(schema)))).toEqual({
      ok: true,
      value: schema,
    });
  }
  expect(decode(manifestType, manifest)).toEqual({ ok: true, value: manifest });
  const project = {
    schema: [SCHEMA, SCHEMA],
    sets: [],
    fallback: { entityTypes: {}, relationTypes: {} },
  };
  expect(decode(projectChangeType, project)).toEqual({ ok: true, value: project });
});

const without = (record: object, key: string) =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

describe('records that are refused, with the place', () => {
  test.each<readonly [string, unknown, string]>([
    ['no range', { ...SPAN, ranges: [] }, 'ranges[0]'],
    ['an empty range', { ...SPAN, ranges: [{ start: 3, end: 3 }] }, 'ranges'],
    ['a negative offset', { ...SPAN, ranges: [{ start: -3, end: 3 }] }, 'ranges[0].start'],
    ['a fraction', { ...SPAN, ranges: [{ start: 0, end: 3.5 }] }, 'ranges[0].end'],
    ['an unsafe offset', { ...SPAN, ranges: [{ start: 0, end: 2 ** 60 }] }, 'ranges[0].end'],
    ['text for a number', { ...SPAN, ranges: [{ start: '0', end: 3 }] }, 'ranges[0].start'],
    ['NaN', { ...SPAN, ranges: [{ start: Number.NaN, end: 3 }] }, 'ranges[0].start'],
    [
      'touching ranges',
      {
        ...SPAN,
        ranges: [
          { start: 0, end: 2 },
          { start: 2, end: 3 },
        ],
      },
      'ranges',
    ],
    [
      'ranges out of order',
      {
        ...SPAN,
        ranges: [
          { start: 5, end: 6 },
          { start: 2, end: 3 },
        ],
      },
      'ranges',
    ],
    ['no id', { ...SPAN, id: '' }, 'id'],
    ['no type', without(SPAN, 'type'), 'type'],
    ['an unknown kind', { ...SPAN, kind: 'thing' }, 'kind'],
    ['an unknown key', { ...SPAN, color: 'red' }, ''],
    ['an object as value', { ...SPAN, attributes: { a: {} } }, 'attributes.a'],
    ['null as value', { ...SPAN, attributes: { a: null } }, 'attributes.a'],
    ['infinity as value', { ...SPAN, attributes: { a: Number.POSITIVE_INFINITY } }, 'attributes.a'],
    ['a prototype as key', { ...SPAN, attributes: JSON.parse('{"__proto__": 1}') }, 'attributes'],
    ['a class', { ...SPAN, attributes: new Map() }, 'attributes'],
    ['a label under another id', { kind: 'label', id: 'label:a', name: 'b', value: true }, ''],
    ['a second status', { kind: 'status', id: 's', status: 'done', at: time }, 'id'],
    ['an unknown status', { kind: 'status', id: 'status', status: 'gone', at: time }, 'status'],
    ['a local time', { kind: 'status', id: 'status', status: 'done', at: '2026-01-01' }, 'at'],
    ['a list', [], ''],
    ['null', null, ''],
    ['a function', { ...SPAN, note: () => '' }, 'note'],
  ])('%s', (_what, raw, path) => {
    const decoded = decode(annotationRecordType, raw);
    expect(decoded.ok).toBe(false);
    if (decoded.ok) return;
    expect(decoded.error.place?.path ?? '').toBe(path);
    expect(decoded.error.message).toMatch(/\.$/u);
  });
});

test.each<readonly [string, unknown]>([
  ['a record under another id', { added: { x: SPAN }, updated: {}, removed: {} }],
  ['a record twice', { added: { s: SPAN }, updated: {}, removed: { s: SPAN } }],
  ['one state of an update', { added: {}, updated: { s: [SPAN] }, removed: {} }],
  [
    'a record that changes its id',
    {
      added: {},
      updated: { s: [SPAN, { ...SPAN, id: 't' }] },
      removed: {},
    },
  ],
  ['a part missing', { added: {}, removed: {} }],
])('a change with %s is refused', (_what, raw) => {
  expect(decode(setChangeType, raw).ok).toBe(false);
});

test.each(['..', 'a/b', 'a\\b', '', '.', '.hidden', 'ends.', 'nul\u0000', 'a b', 'x'.repeat(129)])(
  'a document cannot have the id %j, which becomes a folder',
  (id) => {
    expect(decode(manifestType, { ...manifest, documents: [{ ...document, id }] }).ok).toBe(false);
  },
);

test('deep nesting is refused without exhausting the stack', () => {
  const nest = (depth: number) => {
    let value: unknown = 1;
    for (let i = 0; i < depth; i++) value = [value];
    return value;
  };
  expect(findFault(nest(200))).toBeUndefined();
  expect(findFault(nest(201))?.message).toMatch(/200 levels/u);
  expect(decode(annotationRecordType, { ...SPAN, attributes: nest(1_000_000) }).ok).toBe(false);
});

test('anything at all is either decoded to itself or refused with a sentence', () => {
  const near = fc.oneof(
    fc.anything({ withNullPrototype: true }),
    fc
      .tuple(fc.constantFrom(SPAN, relation('r', 'meets', 'a', 'b')), fc.string(), fc.anything())
      .map(([record, key, value]) => ({ ...record, [key]: value })),
    fc
      .tuple(fc.constantFrom(...Object.keys(SPAN)), fc.anything())
      .map(([key, value]) => ({ ...SPAN, [key]: value })),
  );
  fc.assert(
    fc.property(near, (raw) => {
      const decoded = decode(annotationRecordType, raw);
      if (decoded.ok) expect(decoded.value).toEqual(raw);
      else expect(decoded.error.message).toMatch(/\.$/u);
    }),
    { numRuns: 500 },
  );
});
