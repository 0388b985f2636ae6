import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortNames } from '#core/layout/short-names.ts';

test('initials for names of several words, first letters for others', () => {
  const names = [
    'Person',
    'Product',
    'Place',
    'WorkOfArt',
    'Gene_expression',
    'gene expression',
    '人物',
  ];
  expect([...shortNames(names).values()]).toEqual(['P', 'Pr', 'Pl', 'WOA', 'GE', 'G', '人']);
});

test('all different, and those of earlier types stay when a type is added', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }), (names) => {
      const all = shortNames(names);
      expect(new Set(all.values()).size).toBe(names.length);
      for (const [name, short] of shortNames(names.slice(0, -1))) expect(all.get(name)).toBe(short);
    }),
  );
});
