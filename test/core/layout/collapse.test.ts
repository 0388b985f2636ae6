import fc from 'fast-check';
import { expect, test } from 'vitest';
import { collapse } from '#core/layout/collapse.ts';

test('everything is shown or counted once, in its order, and never in more places than there are', () => {
  const heaps = fc.uniqueArray(fc.nat(100), { maxLength: 30 });
  fc.assert(
    fc.property(heaps, fc.integer({ min: 4, max: 8 }), fc.nat(2), (heap, most, wanted) => {
      const must = new Set(heap.slice(heap.length - wanted));
      const { shown, counted } = collapse(heap, most, (item) => must.has(item));
      expect(heap.filter((item) => shown.includes(item))).toEqual(shown);
      expect(heap.filter((item) => counted.includes(item))).toEqual(counted);
      expect(shown.length + counted.length).toBe(heap.length);
      expect(shown.length + Number(counted.length > 0)).toBe(Math.min(heap.length, most));
      for (const item of must) expect(shown).toContain(item);
      expect(counted.length).not.toBe(1);
    }),
  );
});
