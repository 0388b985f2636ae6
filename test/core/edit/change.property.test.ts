import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply, MisfitError } from '#core/edit/apply.ts';
import { NO_CHANGE } from '#core/edit/change.ts';
import { compose } from '#core/edit/compose.ts';
import { conflictOf } from '#core/edit/conflict.ts';
import { diff } from '#core/edit/diff.ts';
import { invert } from '#core/edit/invert.ts';
import { isEmpty } from '#core/edit/is-empty.ts';
import { readRecords } from '#core/set/read-records.ts';
import { setOf, setWithChange, states } from '../arbitrary.ts';

test('undo restores every record, and redo brings the edit back', () => {
  fc.assert(
    fc.property(setWithChange, ({ set, change }) => {
      const before = structuredClone(set);
      const edited = apply(set, change);
      const undone = apply(edited, invert(change));

      expect(undone).toEqual(before);
      expect(set).toEqual(before);
      expect(apply(undone, invert(invert(change)))).toEqual(edited);
    }),
  );
});

test('the difference of two states leads from one to the other, and is empty only where they agree', () => {
  fc.assert(
    fc.property(states(2), ([before = new Map(), after = new Map()]) => {
      const change = diff(before, after);
      expect(apply(setOf(before), change).records).toEqual(after);
      const text = (map: typeof before) =>
        JSON.stringify([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, record]) => record));
      if (isEmpty(change)) expect([...before.keys()].sort()).toEqual([...after.keys()].sort());
      if (text(before) === text(after)) expect(isEmpty(change)).toBe(true);
    }),
  );
});

test('two changes joined do what both do, one after the other', () => {
  fc.assert(
    fc.property(states(3), ([a = new Map(), b = new Map(), c = new Map()]) => {
      const [first, second] = [diff(a, b), diff(b, c)];
      const both = compose(first, second);
      expect(apply(setOf(a), both).records).toEqual(c);
      expect(both).toEqual(diff(a, c));
      expect(invert(both)).toEqual(compose(invert(second), invert(first)));
    }),
  );
});

test('joining is associative, and a change and its inverse cancel out', () => {
  fc.assert(
    fc.property(states(4), ([a = new Map(), b = new Map(), c = new Map(), d = new Map()]) => {
      const [x, y, z] = [diff(a, b), diff(b, c), diff(c, d)];
      expect(compose(compose(x, y), z)).toEqual(compose(x, compose(y, z)));
      expect(isEmpty(compose(x, invert(x)))).toBe(true);
      expect(compose(x, NO_CHANGE)).toEqual(x);
      expect(compose(NO_CHANGE, x)).toEqual(x);
    }),
  );
});

test('a change survives being saved as JSON', () => {
  fc.assert(
    fc.property(setWithChange, ({ set, change }) => {
      expect(apply(set, JSON.parse(JSON.stringify(change)))).toEqual(apply(set, change));
    }),
  );
});

test('a change fits where it belongs, and a misfit is noticed', () => {
  fc.assert(
    fc.property(setWithChange, ({ set, change }) => {
      expect(conflictOf(readRecords(set.records), change)).toBeUndefined();
      const edited = apply(set, change);
      if (isEmpty(change)) return;
      expect(conflictOf(readRecords(edited.records), change)).toBeDefined();
      const isNamed = Object.keys(change.added).length + Object.keys(change.removed).length > 0;
      if (isNamed) expect(() => apply(edited, change)).toThrow(MisfitError);
    }),
  );
});
