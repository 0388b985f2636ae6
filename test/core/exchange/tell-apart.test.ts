import { expect, test } from 'vitest';
import { isNamedSo, tellApart } from '#core/exchange/tell-apart.ts';

test.each([
  [
    ['/x/article - Ada Berg.conll', '/x/article - Ada Klein.conll'],
    ['Ada Berg', 'Ada Klein'],
  ],
  [
    ['/x/Ada/a.conll', '/x/Ben/a.conll'],
    ['Ada', 'Ben'],
  ],
  [
    ['C:\\x\\Ada\\text\\a.ann', 'C:\\x\\Ben\\text\\a.ann'],
    ['Ada', 'Ben'],
  ],
  [
    ['/x/anna_doc1.tsv', '/x/andreas_doc1.tsv'],
    ['anna', 'andreas'],
  ],
  [
    ['/x/doc.anna.tsv', '/x/doc.ben.tsv'],
    ['anna', 'ben'],
  ],
  [
    ['/x/a.conll', '/x/a (1).conll'],
    ['a', 'a (1)'],
  ],
  [
    ['/x/a.conll', '/x/a.ann'],
    ['a.conll', 'a.ann'],
  ],
  [
    ['/x/a.conll', '/x/y/a.conll'],
    ['x', 'y'],
  ],
])('%j are told apart by %j', (paths, names) => {
  expect(tellApart(paths)?.names).toEqual(names);
});

test('what only Ada annotated is hers, by the name that told her from Ben', () => {
  expect(isNamedSo('/x/letter - Ada.conll', 'Ada', 'dash')).toBe(true);
  expect(isNamedSo('/x/letter - Nada.conll', 'Ada', 'dash')).toBe(false);
  expect(isNamedSo('/x/Ada/letter.conll', 'Ada', 'folder')).toBe(true);
  expect(isNamedSo('/x/ada_letter.conll', 'ada', 'word')).toBe(true);
  expect(isNamedSo('/x/adamant.conll', 'ada', 'word')).toBe(false);
});
