import fc from 'fast-check';
import type { Change } from '#core/edit/change.ts';
import { diff } from '#core/edit/diff.ts';
import type { AnnotationRecord, AnnotationSet } from '#core/model/annotation-set.ts';
import { labelId } from '#core/model/document-label.ts';
import { normalizeRanges, type Ranges } from '#core/model/range.ts';

/** Length of the text that arbitrary spans stand in. */
export const LENGTH = 60;

const TYPES = ['Person', 'Role', 'Organization'];

/** Any ranges in a text of that length. */
export const rangesIn = (length: number): fc.Arbitrary<Ranges> =>
  fc
    .array(fc.tuple(fc.nat(length - 1), fc.integer({ min: 1, max: 12 })), {
      minLength: 1,
      maxLength: 3,
    })
    .map((pairs) => {
      const ranges = pairs.map(([start, size]) => ({ start, end: Math.min(length, start + size) }));
      return normalizeRanges(ranges) ?? [{ start: 0, end: 1 }];
    });

const attributes = fc.dictionary(
  fc.constantFrom('certain', 'rank', '__proto__', 'constructor'),
  fc.oneof(fc.boolean(), fc.integer(), fc.string(), fc.array(fc.string(), { maxLength: 2 })),
  { maxKeys: 3, noNullPrototype: true },
);

const spanIds = ['s1', 's2', 's3', 's4', 's5', 's6', '__proto__', 'toString'];
const relationIds = ['r1', 'r2', 'r3', 'r4', 'constructor'];

const span = (id: string): fc.Arbitrary<AnnotationRecord> =>
  fc.record({
    kind: fc.constant('span' as const),
    id: fc.constant(id),
    type: fc.constantFrom(...TYPES),
    ranges: rangesIn(LENGTH),
    attributes,
    note: fc.string({ maxLength: 3 }),
  });

const relation = (id: string): fc.Arbitrary<AnnotationRecord> =>
  fc.record({
    kind: fc.constant('relation' as const),
    id: fc.constant(id),
    type: fc.constantFrom('holds role', 'meets'),
    from: fc.constantFrom(...spanIds),
    to: fc.constantFrom(...spanIds),
    attributes,
    note: fc.string({ maxLength: 3 }),
  });

const label = (name: string): fc.Arbitrary<AnnotationRecord> =>
  fc.record({
    kind: fc.constant('label' as const),
    id: fc.constant(labelId(name)),
    name: fc.constant(name),
    value: fc.oneof(fc.string(), fc.boolean()),
  });

const note: fc.Arbitrary<AnnotationRecord> = fc.record({
  kind: fc.constant('note' as const),
  id: fc.constant('note' as const),
  text: fc.string(),
});

const status: fc.Arbitrary<AnnotationRecord> = fc.record({
  kind: fc.constant('status' as const),
  id: fc.constant('status' as const),
  status: fc.constantFrom('in-progress', 'done'),
  at: fc.constant('2026-01-01T00:00:00.000Z'),
});

type Records = ReadonlyMap<string, AnnotationRecord>;

/** Whether a record uses `__proto__` as an id or a name, which files refuse. */
const usesProto = (record: AnnotationRecord) =>
  record.id === '__proto__' ||
  ('attributes' in record && Object.hasOwn(record.attributes, '__proto__'));

/** The records that files accept. */
export const storable = (records: Records): Records =>
  whole([...records.values()].filter((record) => !usesProto(record)));

/** Drops relations that have no two spans, as no command leaves any. */
function whole(records: readonly AnnotationRecord[]): Records {
  const spans = new Set(records.filter(({ kind }) => kind === 'span').map(({ id }) => id));
  const kept = records.filter(
    (record) => record.kind !== 'relation' || (spans.has(record.from) && spans.has(record.to)),
  );
  return new Map(kept.map((record) => [record.id, record]));
}

/** Records of a set, with ids that are names of JavaScript's own among them. */
export const records: fc.Arbitrary<Records> = fc
  .tuple(
    fc.subarray(spanIds).chain((ids) => fc.tuple(...ids.map(span))),
    fc.subarray(relationIds).chain((ids) => fc.tuple(...ids.map(relation))),
    fc.subarray(['topic', 'genre']).chain((names) => fc.tuple(...names.map(label))),
    fc.option(note),
    fc.option(status),
  )
  .map(([spans, relations, labels, ...others]) =>
    whole([...spans, ...relations, ...labels, ...others.filter((each) => each !== null)]),
  );

export const setOf = (map: Records): AnnotationSet => ({
  documentId: 'letter-1',
  annotatorId: 'anna-1',
  records: map,
});

/** States of one set that follow each other. Records are often the same in two of them. */
export const states = (count: number): fc.Arbitrary<readonly Records[]> =>
  fc
    .tuple(...Array.from({ length: count }, () => fc.tuple(records, fc.array(fc.boolean()))))
    .map((drafts) => {
      const result: Records[] = [];
      for (const [draft, keeps] of drafts) {
        const last = result.at(-1);
        const ids = [...new Set([...(last?.keys() ?? []), ...draft.keys()])];
        const mixed = ids.flatMap((id, i) => {
          const record = (keeps[i] ? last : draft)?.get(id);
          return record ? [record] : [];
        });
        result.push(whole(mixed));
      }
      return result;
    });

/** A set and a change that fits it. */
export const setWithChange: fc.Arbitrary<{ set: AnnotationSet; change: Change }> = states(2).map(
  ([before = new Map(), after = new Map()]) => ({
    set: setOf(before),
    change: diff(before, after),
  }),
);
