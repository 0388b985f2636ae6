import { expect, test } from 'vitest';
import type { PaletteItem } from '../../../src/renderer/palette/palette-items.ts';
import { rankItems } from '../../../src/renderer/palette/rank-items.ts';

const item = (name: string, patch: Partial<PaletteItem> = {}): PaletteItem => ({
  id: name,
  name,
  kind: 'Edit',
  disabled: false,
  run: () => undefined,
  ...patch,
});

const names = (items: readonly PaletteItem[], query: string) =>
  rankItems(items, query).map(({ name }) => name);

test('names that start so, then words that start so, then the rest', () => {
  const items = ['Undo last export', 'reexport.txt', 'Export…'].map((name) => item(name));
  expect(names(items, 'export')).toEqual(['Export…', 'Undo last export', 'reexport.txt']);
});

test('the very name comes before longer ones', () => {
  expect(names([item('letter 10'), item('letter 1')], 'Letter 1')).toEqual([
    'letter 1',
    'letter 10',
  ]);
});

test('every word typed must occur, in any order; signs are taken as they are', () => {
  const items = ['Tag as Person', 'Tag as Place', 'a (1).txt'].map((name) => item(name));
  expect(names(items, 'person tag')).toEqual(['Tag as Person']);
  expect(names(items, '(1)')).toEqual(['a (1).txt']);
});

test('what cannot be done now comes last, and not at all before anything is typed', () => {
  const items = [item('Undo', { disabled: true }), item('Undo later')];
  expect(names(items, 'undo')).toEqual(['Undo later', 'Undo']);
  expect(names(items, '')).toEqual(['Undo later']);
});

test('documents are found by name, and do not crowd the list before', () => {
  const items = [item('Undo'), item('letter.txt', { kind: 'Document' })];
  expect(names(items, '')).toEqual(['Undo']);
  expect(names(items, 'let')).toEqual(['letter.txt']);
});
