import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comesBefore, type Interval, sortIntervals } from '#core/set/interval.ts';
import { IntervalIndex, placeBefore } from '#core/set/interval-index.ts';

const interval = fc
  .tuple(fc.nat(400), fc.integer({ min: 1, max: 60 }), fc.nat(30), fc.boolean())
  .map(
    ([start, size, id, isFirst]): Interval => ({
      start,
      end: start + size,
      spanId: `s${id}`,
      isFirst,
    }),
  );

const isSamePlace = (a: Interval, b: Interval) =>
  a.start === b.start && a.end === b.end && a.spanId === b.spanId;

const intervals = (maxLength: number) =>
  fc.uniqueArray(interval, { maxLength, comparator: isSamePlace, size: 'max' });

/** The plain way: sort with a comparator. */
const inOrder = (list: readonly Interval[]) =>
  [...list].sort((a, b) => a.start - b.start || b.end - a.end || (a.spanId < b.spanId ? -1 : 1));

function hits(index: IntervalIndex, from: number, to: number): Interval[] {
  const found: Interval[] = [];
  index.forEachIn(from, to, (each) => found.push(each));
  return found;
}

test('sorting with numbers gives what sorting with a comparator gives', () => {
  fc.assert(
    fc.property(intervals(200), (list) => {
      expect(sortIntervals(list)).toEqual(inOrder(list));
    }),
  );
  const far = [3, 2, 1].map((n) => ({
    start: n * 2 ** 51,
    end: n * 2 ** 51 + 1,
    spanId: `s${n}`,
    isFirst: true,
  }));
  expect(sortIntervals(far)).toEqual(inOrder(far));
});

test('after any inserts and removals, questions are answered as by looking at all', () => {
  fc.assert(
    fc.property(
      intervals(1500),
      intervals(1500),
      fc.array(fc.boolean(), { maxLength: 3000 }),
      fc.array(fc.tuple(fc.nat(480), fc.nat(120)), { minLength: 1, maxLength: 10 }),
      (loaded, more, coins, questions) => {
        const index = new IntervalIndex(loaded);
        let model = inOrder(loaded);
        for (const [i, each] of more.entries()) {
          const isThere = model.some((other) => isSamePlace(other, each));
          if (!isThere) {
            index.insert(each);
            model = [...model, each];
          }
          const victim = coins[i] ? model[(i * 7919) % model.length] : undefined;
          if (victim) {
            expect(index.remove(victim)).toBe(true);
            expect(index.remove(victim)).toBe(false);
            model = model.filter((other) => other !== victim);
          }
        }
        model = inOrder(model);
        expect(index.size).toBe(model.length);
        expect([...index]).toEqual(model);
        for (const [from, size] of questions) {
          const to = from + size;
          expect(hits(index, from, to)).toEqual(
            model.filter(({ start, end }) => start < to && end > from),
          );
          const place = placeBefore(from);
          expect([...index.after(place)]).toEqual(model.filter(({ start }) => start >= from));
          expect([...index.before(place)]).toEqual(
            model.filter(({ start }) => start < from).reverse(),
          );
        }
        const middle = model[model.length >>> 1];
        if (!middle) return;
        expect([...index.after(middle)]).toEqual(model.filter((each) => comesBefore(middle, each)));
        expect([...index.before(middle)]).toEqual(
          model.filter((each) => comesBefore(each, middle)).reverse(),
        );
      },
    ),
    { numRuns: 25 },
  );
});

test('blocks are cut and emptied as thousands come and go', () => {
  const all = Array.from({ length: 5000 }, (_, i) => ({
    start: (i * 7919) % 10_007,
    end: ((i * 7919) % 10_007) + 1 + (i % 50),
    spanId: `s${i}`,
    isFirst: true,
  }));
  const index = new IntervalIndex();
  for (const each of all) index.insert(each);
  expect([...index]).toEqual(inOrder(all));
  for (const each of all.slice(0, 4990)) expect(index.remove(each)).toBe(true);
  expect([...index]).toEqual(inOrder(all.slice(4990)));
  for (const each of all.slice(4990)) index.remove(each);
  expect(index.size).toBe(0);
  expect(hits(index, 0, 20_000)).toEqual([]);
  expect([...index.after(placeBefore(0)), ...index.before(placeBefore(9))]).toEqual([]);
});
