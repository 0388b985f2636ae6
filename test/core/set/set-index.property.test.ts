import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diff } from '#core/edit/diff.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { hull } from '#core/model/range.ts';
import type { Span } from '#core/model/span.ts';
import { readRecords } from '#core/set/read-records.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { LENGTH, setWithChange, states } from '../arbitrary.ts';

const spansOf = (records: ReadonlyMap<string, AnnotationRecord>): Span[] =>
  [...records.values()].filter((record) => record.kind === 'span');

/** Text order of spans by their first range. */
const inOrder = (spans: readonly Span[]) =>
  [...spans].sort(
    (a, b) =>
      a.ranges[0].start - b.ranges[0].start ||
      b.ranges[0].end - a.ranges[0].end ||
      (a.id < b.id ? -1 : 1),
  );

const ids = (records: Iterable<{ readonly id: string }>) => [...records].map(({ id }) => id).sort();

/** Compares every answer with one found by looking at all records. */
function expectSame(index: SetIndex, records: ReadonlyMap<string, AnnotationRecord>): void {
  const plain = readRecords(records);
  const spans = spansOf(records);
  expect(new Map([...index.all()].map((record) => [record.id, record]))).toEqual(records);
  expect([...index.spans()]).toEqual(inOrder(spans));
  for (const id of [...records.keys(), 'nobody']) {
    expect(index.get(id)).toEqual(records.get(id));
    expect(ids(index.relationsOf(id))).toEqual(ids(plain.relationsOf(id)));
  }
  for (let at = 0; at <= LENGTH; at += 3) {
    expect(ids(index.spansIn(at, at + 7))).toEqual(ids(plain.spansIn(at, at + 7)));
    const here = index.spansAt(at);
    expect(ids(here)).toEqual(ids(plain.spansIn(at, at + 1)));
    const lengths = here.map(({ ranges }) => ranges.reduce((n, r) => n + r.end - r.start, 0));
    expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    const starts = inOrder(spans);
    expect(index.nextSpan(at)).toEqual(starts.find(({ ranges }) => hull(ranges).start > at));
    expect(index.previousSpan(at)).toEqual(starts.findLast(({ ranges }) => ranges[0].start < at));
  }
  const count = (type: string) => spans.filter((span) => span.type === type).length;
  const relations = [...records.values()].filter(({ kind }) => kind === 'relation');
  const labels = [...records.values()].filter((record) => record.kind === 'label');
  expect(index.counts()).toMatchObject({
    spans: spans.length,
    relations: relations.length,
    labels: labels.length,
  });
  for (const type of ['Person', 'Role', 'Organization']) {
    expect(index.counts().byType.get(type) ?? 0).toBe(count(type));
  }
  for (const { name, value } of labels) expect(index.label(name)).toEqual(value);
  expect(ids(index.labels())).toEqual(ids(labels));
  expect(ids(index.relations())).toEqual(ids(relations));
  const [note, status] = [records.get('note'), records.get('status')];
  expect(index.note()).toBe(note?.kind === 'note' ? note.text : '');
  expect(index.status().status).toBe(status?.kind === 'status' ? status.status : 'new');
}

test('after any changes, the index answers as the plain records do', () => {
  fc.assert(
    fc.property(states(6), (all) => {
      const [first = new Map(), ...later] = all;
      const index = new SetIndex(first.values());
      expectSame(index, first);
      let present = first;
      for (const [i, next] of later.entries()) {
        index.apply(diff(present, next));
        present = next;
        expectSame(index, present);
        expect(index.version).toBe(i + 1);
      }
    }),
    { numRuns: 60 },
  );
});

test('walking from span to span visits each once, forth and back', () => {
  fc.assert(
    fc.property(states(1), ([records = new Map()]) => {
      const index = new SetIndex(records.values());
      const forth: Span[] = [];
      let span = index.nextSpan(-1);
      for (; span; span = index.nextSpan(span.ranges[0].start, span.id)) forth.push(span);
      expect(forth).toEqual(inOrder(spansOf(records)));
      const back: Span[] = [];
      span = index.previousSpan(LENGTH);
      for (; span; span = index.previousSpan(span.ranges[0].start, span.id)) back.push(span);
      expect(back).toEqual(forth.reverse());
    }),
  );
});

test('a change that does not fit throws and leaves everything as it was', () => {
  fc.assert(
    fc.property(setWithChange, ({ set, change }) => {
      const ghost = { kind: 'label', id: 'label:ghost', name: 'ghost', value: true } as const;
      const bad = { ...change, removed: { ...change.removed, [ghost.id]: ghost } };
      const index = new SetIndex(set.records.values());
      expect(() => index.apply(bad)).toThrow(RangeError);
      expectSame(index, set.records);
      expect(index.version).toBe(0);
    }),
    { numRuns: 30 },
  );
});

test('two records of one id are refused', () => {
  const label = { kind: 'label', id: 'label:a', name: 'a', value: true } as const;
  expect(() => new SetIndex([label, label])).toThrow('label:a');
});

test('a set taken out is not touched by later changes', () => {
  fc.assert(
    fc.property(setWithChange, ({ set, change }) => {
      const index = new SetIndex(set.records.values());
      const taken = index.toSet(set);
      index.apply(change);
      expect(taken).toEqual(set);
    }),
    { numRuns: 30 },
  );
});
