import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEmpty } from '#core/edit/is-empty.ts';
import { mergeRecords } from '#core/exchange/merge-records.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { records } from '../arbitrary.ts';

function counter() {
  let n = 0;
  return (prefix: string) => `${prefix}-new-${n++}`;
}

const list = (map: ReadonlyMap<string, AnnotationRecord>) => [...map.values()];

/** Type and ranges of spans; type and ends' type and ranges of relations: what makes them equal. */
function shape(all: readonly AnnotationRecord[]): string[] {
  const byId = new Map(all.map((record) => [record.id, record]));
  const of = (record: AnnotationRecord | undefined): unknown => {
    if (record?.kind === 'span') return [record.type, record.ranges];
    if (record?.kind === 'relation')
      return [record.type, of(byId.get(record.from)), of(byId.get(record.to))];
    return record?.id;
  };
  return all.map((record) => JSON.stringify(of(record)));
}

test('into an empty set everything comes as it is', () => {
  fc.assert(
    fc.property(records, (incoming) => {
      const { change, known, conflicts } = mergeRecords([], list(incoming), counter());
      expect(new Map(Object.entries(change.added))).toEqual(incoming);
      expect([change.updated, change.removed, known, conflicts]).toEqual([{}, {}, 0, 0]);
    }),
  );
});

test('the same again changes nothing', () => {
  fc.assert(
    fc.property(records, (present) => {
      const { change, known } = mergeRecords(present.values(), list(present), counter());
      expect(isEmpty(change)).toBe(true);
      expect(known).toBe(present.size);
    }),
  );
});

test('nothing that was there goes, everything that comes is there, and a second time changes nothing', () => {
  fc.assert(
    fc.property(records, records, (present, incoming) => {
      const set = new SetIndex(list(present));
      const { change } = mergeRecords(present.values(), list(incoming), counter());
      expect(change.removed).toEqual({});
      set.apply(change); // throws where the change does not fit
      const after = [...set.all()];
      for (const [id, record] of present) {
        const now = set.get(id);
        expect(now?.kind).toBe(record.kind);
        if (record.kind === 'span')
          expect(now).toMatchObject({ type: record.type, ranges: record.ranges });
      }
      const there = new Set(shape(after));
      for (const one of shape(list(incoming))) expect(there).toContain(one);
      for (const record of after)
        if (record.kind === 'relation')
          expect([set.get(record.from)?.kind, set.get(record.to)?.kind]).toEqual(['span', 'span']);
      const again = mergeRecords(after, list(incoming), counter());
      expect(Object.keys(again.change.added)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

const at = (
  id: string,
  more: Partial<AnnotationRecord & { kind: 'span' }> = {},
): AnnotationRecord => ({
  ...{ kind: 'span', id, type: 'Person', ranges: [{ start: 0, end: 3 }], attributes: {}, note: '' },
  ...more,
});

test('a record gets the attributes and the note that it lacks; where both say something, its own stays', () => {
  const present = [at('s1', { attributes: { sure: true } })];
  const gains = mergeRecords(
    present,
    [at('T1', { attributes: { rank: 2 }, note: 'New.' })],
    counter(),
  );
  expect(gains.change.updated['s1']?.[1]).toMatchObject({
    attributes: { sure: true, rank: 2 },
    note: 'New.',
  });
  const differs = mergeRecords(present, [at('T1', { attributes: { sure: false } })], counter());
  expect(isEmpty(differs.change)).toBe(true);
  expect(differs.conflicts).toBe(1);
});

test('two equal ones in a file are two, once one of them is there already', () => {
  const { change, known } = mergeRecords([at('s1')], [at('T1'), at('s1')], counter());
  expect(known).toBe(1);
  expect(Object.keys(change.added)).toEqual(['s-new-0']);
});
