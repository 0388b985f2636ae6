import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '#core/agreement/bootstrap/seeded-random.ts';
import { assignDocuments } from '#core/packets/assign-documents.ts';

const ids = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, i) => `${prefix}${i}`);

const cases = fc.record({
  documents: fc.nat(40).map((n) => ids('d', n)),
  people: fc.integer({ min: 1, max: 7 }).map((n) => ids('p', n)),
  each: fc.integer({ min: 1, max: 9 }),
  overlap: fc.nat(50),
  order: fc.constantFrom('given' as const, 'shuffled' as const),
  seed: fc.nat(),
});

test('each document goes to so many people, the common ones to all, and nobody has more than one more', () => {
  fc.assert(
    fc.property(cases, ({ documents, people, each, overlap, order, seed }) => {
      const assigned = assignDocuments(
        documents,
        people,
        { each, overlap, order },
        seededRandom(seed),
      );
      expect(assigned.map(({ annotatorId }) => annotatorId)).toEqual(people);
      const counts = documents.map(
        (id) => assigned.filter((one) => one.documents.includes(id)).length,
      );
      const k = Math.min(each, people.length);
      const common = Math.min(overlap, documents.length);
      // So many at least: where k is all, every document is common.
      expect(counts.filter((n) => n === people.length).length).toBe(
        k === people.length ? documents.length : common,
      );
      if (k < people.length)
        expect(counts.filter((n) => n === k).length).toBe(documents.length - common);
      const loads = assigned.map((one) => one.documents.length);
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      for (const own of assigned) {
        expect(new Set(own.documents).size).toBe(own.documents.length);
        if (order !== 'given') continue;
        const places = own.documents.map((id) => documents.indexOf(id));
        expect(places).toEqual([...places].sort((a, b) => a - b));
      }
    }),
  );
});

test('the same seed gives the same assignment, another one another', () => {
  const [documents, people] = [ids('d', 30), ids('p', 3)];
  const rule = { each: 1, overlap: 4, order: 'shuffled' } as const;
  const of = (seed: number) => assignDocuments(documents, people, rule, seededRandom(seed));
  expect(of(7)).toEqual(of(7));
  expect(of(7)).not.toEqual(of(8));
});

test('numbers that make no sense are a bug of the caller', () => {
  const rule = { overlap: 0, order: 'given' } as const;
  const random = seededRandom(1);
  expect(() => assignDocuments(['d'], ['p'], { ...rule, each: 0 }, random)).toThrow(RangeError);
  expect(() => assignDocuments(['d'], ['p'], { ...rule, each: 1, overlap: -1 }, random)).toThrow(
    RangeError,
  );
});
