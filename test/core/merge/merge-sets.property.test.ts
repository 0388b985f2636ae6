import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyToRecords } from '#core/edit/apply.ts';
import { isSame } from '#core/edit/same.ts';
import { mergeSets, type Records } from '#core/merge/merge-sets.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';

const RUNS = Number(process.env['GLOSSATOR_RUNS'] ?? 1_000);

/** One step of somebody's work; numbers choose among what there is. */
type Step = readonly [
  what: 'span' | 'retype' | 'move' | 'sure' | 'delete' | 'relate' | 'label' | 'note',
  a: number,
  b: number,
];

const step: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom('span', 'retype', 'move', 'sure', 'delete', 'relate', 'label', 'note'),
  fc.nat(50),
  fc.nat(50),
);
const history = fc.array(step, { maxLength: 12 });

/** Carries steps out as commands do: deleting a span takes its relations along. */
function work(start: Records, steps: readonly Step[], who: string): Records {
  const records = new Map(start);
  let made = 0;
  const spans = () => [...records.values()].filter((record) => record.kind === 'span');
  const pick = (n: number) => spans()[n % Math.max(1, spans().length)];
  for (const [what, a, b] of steps) {
    const chosen = pick(a);
    if (what === 'span') {
      const id = `${who}${made++}`;
      const type = b % 2 === 0 ? 'PER' : 'ORG';
      const ranges = [{ start: a, end: a + 1 + (b % 3) }] as const;
      records.set(id, { kind: 'span', id, type, ranges, attributes: {}, note: '' });
    } else if (what === 'label') {
      const value = b % 2 === 0 ? 'war' : 'art';
      records.set('label:topic', { kind: 'label', id: 'label:topic', name: 'topic', value });
    } else if (what === 'note') {
      records.set('note', { kind: 'note', id: 'note', text: `note ${b % 3}` });
    } else if (chosen && what === 'retype') {
      records.set(chosen.id, { ...chosen, type: ['PER', 'ORG', 'LOC'][b % 3] ?? 'PER' });
    } else if (chosen && what === 'move') {
      records.set(chosen.id, { ...chosen, ranges: [{ start: b, end: b + 2 }] });
    } else if (chosen && what === 'sure') {
      records.set(chosen.id, {
        ...chosen,
        attributes: { ...chosen.attributes, sure: b % 2 === 0 },
      });
    } else if (chosen && what === 'delete') {
      records.delete(chosen.id);
      for (const record of [...records.values()]) {
        if (record.kind !== 'relation') continue;
        if (record.from === chosen.id || record.to === chosen.id) records.delete(record.id);
      }
    } else if (chosen && what === 'relate') {
      const other = pick(b);
      const id = `${who}r${made++}`;
      if (!other || other.id === chosen.id) continue;
      const ends = { from: chosen.id, to: other.id };
      records.set(id, { kind: 'relation', id, type: 'knows', ...ends, attributes: {}, note: '' });
    }
  }
  return records;
}

/** A state, and what two people made of it. */
const twoSides = fc.tuple(history, history, history).map(([before, mine, yours]) => {
  const base = work(new Map(), before, 'x');
  return { base, ours: work(base, mine, 'a'), theirs: work(base, yours, 'b') };
});

const check = (property: (sides: { base: Records; ours: Records; theirs: Records }) => void) =>
  fc.assert(fc.property(twoSides, property), { numRuns: RUNS });

const plain = (records: Records) =>
  Object.fromEntries([...records].sort(([a], [b]) => (a < b ? -1 : 1)));

describe('a merge of two people’s work', () => {
  test('does to ours exactly what it says', () => {
    check(({ base, ours, theirs }) => {
      const { records, change } = mergeSets(base, ours, theirs);
      expect(plain(applyToRecords(ours, change))).toEqual(plain(records));
    });
  });

  test('loses no record that one side has and the other did not delete', () => {
    check(({ base, ours, theirs }) => {
      const { records, twins } = mergeSets(base, ours, theirs);
      const kept = new Map(twins.map((twin) => [twin.dropped, twin.kept]));
      for (const [own, other] of [
        [ours, theirs],
        [theirs, ours],
      ] as const) {
        for (const [id, record] of own) {
          const wasDeleted = base.has(id) && !other.has(id) && isSame(base.get(id), record);
          if (!wasDeleted) expect(records.has(kept.get(id) ?? id)).toBe(true);
        }
      }
    });
  });

  test('brings back nothing that was deleted, unless it lists it', () => {
    check(({ base, ours, theirs }) => {
      const { records, conflicts } = mergeSets(base, ours, theirs);
      const listed = new Set(conflicts.map(({ id }) => id));
      for (const id of base.keys()) {
        if (!ours.has(id) || !theirs.has(id))
          expect(records.has(id) && !listed.has(id)).toBe(false);
      }
    });
  });

  test('keeps each change of one side where the other left the record alone', () => {
    check(({ base, ours, theirs }) => {
      const { records, twins } = mergeSets(base, ours, theirs);
      const kept = new Map(twins.map((twin) => [twin.dropped, twin.kept]));
      const dropped = new Set(kept.keys());
      for (const [id, record] of theirs) {
        if (!isSame(ours.get(id), base.get(id)) || isSame(record, base.get(id))) continue;
        if (dropped.has(id)) continue;
        const ends =
          record.kind === 'relation'
            ? { from: kept.get(record.from) ?? record.from, to: kept.get(record.to) ?? record.to }
            : {};
        expect(records.get(id)).toEqual({ ...record, ...ends });
      }
    });
  });

  test('leaves no relation without its spans', () => {
    check(({ base, ours, theirs }) => {
      const { records } = mergeSets(base, ours, theirs);
      for (const record of records.values()) {
        if (record.kind !== 'relation') continue;
        expect(records.get(record.from)?.kind).toBe('span');
        expect(records.get(record.to)?.kind).toBe('span');
      }
    });
  });

  test('makes nothing twice of what both made alike', () => {
    check(({ base, ours, theirs }) => {
      const { records } = mergeSets(base, ours, theirs);
      const count = (given: Records) => {
        const counts = new Map<string, number>();
        for (const record of given.values()) {
          if (record.kind !== 'span') continue;
          const key = JSON.stringify([record.type, record.ranges, record.attributes]);
          if (!base.has(record.id)) counts.set(key, (counts.get(key) ?? 0) + 1);
        }
        return counts;
      };
      const [mine, yours, both] = [count(ours), count(theirs), count(records)];
      for (const [key, times] of both) {
        expect(times).toBeLessThanOrEqual(Math.max(mine.get(key) ?? 0, yours.get(key) ?? 0));
      }
    });
  });

  test('is the same from either side where there is no conflict', () => {
    check(({ base, ours, theirs }) => {
      const one = mergeSets(base, ours, theirs);
      const other = mergeSets(base, theirs, ours);
      expect(one.conflicts.map(({ id }) => id).sort()).toEqual(
        other.conflicts.map(({ id }) => id).sort(),
      );
      if (one.conflicts.length === 0) expect(plain(one.records)).toEqual(plain(other.records));
    });
  });

  test('once done, does nothing when done again', () => {
    check(({ base, ours, theirs }) => {
      const { records } = mergeSets(base, ours, theirs);
      const again = mergeSets(records, records, records);
      expect(again.change).toEqual({ added: {}, updated: {}, removed: {} });
      expect(again.conflicts).toEqual([]);
    });
  });
});

describe('three people', () => {
  test('come to the same in any order where nothing conflicts', () => {
    const three = fc.tuple(history, history, history, history).map(([before, a, b, c]) => {
      const base = work(new Map(), before, 'x');
      return { base, all: [work(base, a, 'a'), work(base, b, 'b'), work(base, c, 'c')] };
    });
    fc.assert(
      fc.property(
        three,
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        ({ base, all }, order) => {
          const mergeAll = (places: readonly number[]) => {
            let isClean = true;
            let records: Records | undefined;
            for (const place of places) {
              const next = all[place] ?? base;
              if (!records) {
                records = next;
                continue;
              }
              const merged = mergeSets(base, records, next);
              isClean &&= merged.conflicts.length === 0;
              records = merged.records;
            }
            return { isClean, records: plain(records ?? base) };
          };
          const one = mergeAll([0, 1, 2]);
          const other = mergeAll(order);
          if (one.isClean && other.isClean) expect(other.records).toEqual(one.records);
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('each kind of conflict', () => {
  const span = (id: string, type: string, start = 0): AnnotationRecord => ({
    ...{ kind: 'span', id, type, attributes: {}, note: '' },
    ranges: [{ start, end: start + 3 }],
  });
  const set = (...records: AnnotationRecord[]): Records =>
    new Map(records.map((record) => [record.id, record]));

  test('both changed a type: ours stays, and both are told', () => {
    const { records, conflicts } = mergeSets(
      set(span('s', 'PER')),
      set(span('s', 'ORG')),
      set(span('s', 'LOC')),
    );
    expect(records.get('s')).toMatchObject({ type: 'ORG' });
    expect(conflicts).toMatchObject([{ id: 's', reason: 'both-changed', field: 'type' }]);
  });

  test('both changed different fields: both changes hold', () => {
    const { records, conflicts } = mergeSets(
      set(span('s', 'PER')),
      set(span('s', 'ORG')),
      set(span('s', 'PER', 5)),
    );
    expect(records.get('s')).toMatchObject({ type: 'ORG', ranges: [{ start: 5, end: 8 }] });
    expect(conflicts).toEqual([]);
  });

  test('one deleted what the other changed: the change stays', () => {
    for (const [ours, theirs] of [
      [set(), set(span('s', 'ORG'))],
      [set(span('s', 'ORG')), set()],
    ] as const) {
      const { records, conflicts } = mergeSets(set(span('s', 'PER')), ours, theirs);
      expect(records.get('s')).toMatchObject({ type: 'ORG' });
      expect(conflicts).toMatchObject([{ id: 's', reason: 'changed-and-removed' }]);
    }
  });

  test('one deleted a span to which the other has a new relation: it stays', () => {
    const base = set(span('s', 'PER'), span('t', 'ORG', 9));
    const relation: AnnotationRecord = {
      ...{ kind: 'relation', id: 'r', type: 'knows', from: 's', to: 't', attributes: {}, note: '' },
    };
    const { records, conflicts } = mergeSets(
      base,
      set(span('t', 'ORG', 9)),
      new Map([...base, ['r', relation]]),
    );
    expect([...records.keys()].sort()).toEqual(['r', 's', 't']);
    expect(conflicts).toMatchObject([{ id: 's', reason: 'still-needed' }]);
  });

  test('a later status wins without a word', () => {
    const at = (status: 'done' | 'in-progress', time: string): AnnotationRecord => ({
      ...{ kind: 'status', id: 'status', status, at: time },
    });
    const { records, conflicts } = mergeSets(
      set(),
      set(at('in-progress', '2026-01-01T00:00:00.000Z')),
      set(at('done', '2026-01-02T00:00:00.000Z')),
    );
    expect(records.get('status')).toMatchObject({ status: 'done' });
    expect(conflicts).toEqual([]);
  });
});
