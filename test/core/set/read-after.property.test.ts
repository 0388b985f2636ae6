import fc from 'fast-check';
import { expect, test } from 'vitest';
import { apply } from '#core/edit/apply.ts';
import { readAfter } from '#core/set/read-after.ts';
import { readRecords } from '#core/set/read-records.ts';
import { LENGTH, setWithChange } from '../arbitrary.ts';

const sorted = (records: Iterable<{ readonly id: string }>) =>
  [...records].sort((a, b) => (a.id < b.id ? -1 : 1));

test('a set reads as if the change had been made, and stays as it is', () => {
  fc.assert(
    fc.property(setWithChange, ({ set, change }) => {
      const before = new Map(set.records);
      const after = readAfter(readRecords(set.records), change);
      const made = apply(set, change).records;
      const plain = readRecords(made);
      expect(sorted(after.all())).toEqual(sorted(made.values()));
      for (const id of [...before.keys(), ...made.keys(), 'nobody']) {
        expect(after.get(id)).toEqual(made.get(id));
        expect(sorted(after.relationsOf(id))).toEqual(sorted(plain.relationsOf(id)));
      }
      for (let at = 0; at <= LENGTH; at += 5)
        expect(sorted(after.spansIn(at, at + 9))).toEqual(sorted(plain.spansIn(at, at + 9)));
      expect(set.records).toEqual(before);
    }),
  );
});
