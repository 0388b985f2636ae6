import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safeFileName, uniqueNames, withoutTextExtension } from '#core/formats/file-name.ts';

test.each([
  ['Report 1', 'Report 1'],
  ['../../etc/passwd', '___.._etc_passwd'],
  ['a<b>:"c"|?*', 'a_b___c____'],
  ['CON', '_CON'],
  ['lpt1.notes', '_lpt1.notes'],
  ['trailing. . ', 'trailing'],
  ['.hidden', '_hidden'],
  ['', 'document'],
  ['...', 'document'],
  ['Müller – 中文', 'Müller – 中文'],
  ['x\u202egnp.exe', 'x_gnp.exe'],
])('%j becomes %j', (name, expected) => {
  expect(safeFileName(name)).toBe(expected);
});

test('any name becomes one that every system accepts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const safe = safeFileName(name);
      expect(safe).toMatch(/^[^<>:"/\\|?*\p{Cc}]*[^<>:"/\\|?*\p{Cc}. ]$/u);
      expect(safe.startsWith('.')).toBe(false);
      expect([...safe].length).toBeLessThanOrEqual(101);
      expect(safe.isWellFormed()).toBe(true);
    }),
  );
});

test('names are given once, whatever their case', () => {
  const unique = uniqueNames();
  expect(['a', 'A', 'a (2)', 'b'].map(unique)).toEqual(['a', 'A (2)', 'a (2) (2)', 'b']);
});

test('the extension of a text file is no part of the name', () => {
  expect(['a.txt', 'b.MD', 'c.d', '.txt'].map(withoutTextExtension)).toEqual([
    'a',
    'b',
    'c.d',
    '.txt',
  ]);
});
