import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyToRecords } from '#core/edit/apply.ts';
import { conflictOf } from '#core/edit/conflict.ts';
import { diff } from '#core/edit/diff.ts';
import { invert } from '#core/edit/invert.ts';
import { rebase } from '#core/edit/rebase.ts';
import { readRecords } from '#core/set/read-records.ts';
import { setWithChange, states } from '../arbitrary.ts';

test('where nothing happened since, the change stays as it is', () => {
  fc.assert(
    fc.property(setWithChange, ({ set, change }) => {
      expect(rebase(readRecords(set.records), change)).toEqual({ change, leftOut: [] });
    }),
  );
});

test('on whatever state, the result fits and leaves no relation without its spans', () => {
  fc.assert(
    fc.property(states(3), ([a = new Map(), b = new Map(), present = new Map()]) => {
      const { change } = rebase(readRecords(present), invert(diff(a, b)));
      expect(conflictOf(readRecords(present), change)).toBeUndefined();
      const after = applyToRecords(present, change);
      for (const record of after.values()) {
        if (record.kind !== 'relation') continue;
        expect(after.get(record.from)?.kind).toBe('span');
        expect(after.get(record.to)?.kind).toBe('span');
      }
    }),
    { numRuns: 500 },
  );
});

test('records that the change does not name are never touched', () => {
  fc.assert(
    fc.property(states(3), ([a = new Map(), b = new Map(), present = new Map()]) => {
      const undo = invert(diff(a, b));
      const named = new Set([undo.added, undo.updated, undo.removed].flatMap(Object.keys));
      const after = applyToRecords(present, rebase(readRecords(present), undo).change);
      for (const [id, record] of present) {
        if (!named.has(id)) expect(after.get(id)).toBe(record);
      }
    }),
  );
});

test('a second time there is nothing left to do', () => {
  fc.assert(
    fc.property(states(3), ([a = new Map(), b = new Map(), present = new Map()]) => {
      const undo = invert(diff(a, b));
      const once = rebase(readRecords(present), undo);
      const after = applyToRecords(present, once.change);
      if (once.leftOut.length > 0) return;
      const twice = rebase(readRecords(after), undo);
      expect(twice.leftOut.filter(({ reason }) => reason !== 'changed')).toEqual([]);
      expect(applyToRecords(after, twice.change)).toEqual(after);
    }),
  );
});
