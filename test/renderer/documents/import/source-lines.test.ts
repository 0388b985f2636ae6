import { expect, test } from 'vitest';
import type { ImportSource } from '#api/calls/imports.ts';
import { readerOptions } from '../../../../src/renderer/documents/import/lists/reader-options.ts';
import { sourceLines } from '../../../../src/renderer/documents/import/lists/source-lines.ts';

const source = (id: string, files: number): ImportSource => ({
  id,
  name: id,
  reader: 'brat',
  confidence: 1,
  others: [
    { reader: 'csv', confidence: 0.4 },
    { reader: 'brat', confidence: 0.3 },
  ],
  options: [],
  files: Array.from({ length: files }, (_, i) => ({
    path: `/${id}/${i}`,
    name: `${i}`,
    size: 1,
    encoding: 'utf-8',
    encodings: [],
    problem: null,
  })),
  missing: [{ code: 'no-text', message: 'There is no text.' }],
});
const kinds = (sources: readonly ImportSource[], unfolded = {}) =>
  sourceLines(sources, unfolded).map(({ kind }) => kind);

test('the only source lists its files, however many; of several, large ones are folded', () => {
  expect(kinds([source('a', 20)]).filter((kind) => kind === 'file')).toHaveLength(20);
  expect(kinds([source('a', 20), source('b', 2)])).toEqual([
    ...['source', 'reader', 'missing'],
    ...['source', 'reader', 'missing', 'file', 'file'],
  ]);
  const both = kinds([source('a', 20), source('b', 2)], { a: true, b: false });
  expect(both.filter((kind) => kind === 'file')).toHaveLength(20);
});

test('readers to choose from: the one that holds, likely ones with how likely, then all others', () => {
  const reader = (id: string, name: string) => ({
    id,
    name,
    description: '',
    kind: 'dataset' as const,
    extensions: [],
  });
  const readers = [reader('text', 'Text'), reader('csv', 'CSV'), reader('brat', 'brat standoff')];
  expect(readerOptions(source('a', 1), readers)).toEqual([
    { value: 'brat', label: 'brat standoff' },
    { value: 'csv', label: 'CSV (40 %)' },
    { value: 'text', label: 'Text' },
  ]);
});
