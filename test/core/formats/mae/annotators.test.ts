import { expect, test } from 'vitest';
import type { SourceFile } from '#core/formats/format.ts';
import { mae } from '#core/formats/mae/format.ts';
import { read } from '../tokens/harness.ts';

const about = (path: string, text: string) => ({
  path,
  text: `<T><TEXT>${text}</TEXT><TAGS><X id="X0" spans="0~1" text="${text[0]}"/></TAGS></T>`,
});
const whose = (files: readonly SourceFile[]) =>
  read(mae, files).documents.map(({ name, sets }) => [name, sets[0]?.annotator.name]);

test('files with the same text are of different annotators, named by folder or file', () => {
  const folders = ['p/Ann/1.xml', 'p/Ann/2.xml', 'p/Bob/1.xml', 'p/3.xml'];
  const texts = ['abc', 'def', 'abc', 'xyz'];
  expect(whose(folders.map((path, i) => about(path, texts[i] ?? '')))).toEqual([
    ['1', 'Ann'],
    ['2', 'Ann'],
    ['1', 'Bob'],
    ['3', 'Imported'],
  ]);
  const names = ['A-1_doc1.xml', 'B_doc1.xml', 'B_doc2.xml', 'C.xml'];
  expect(whose(names.map((path, i) => about(path, ['abc', 'abc', 'd', 'e'][i] ?? '')))).toEqual([
    ['A-1_doc1', 'A-1'],
    ['B_doc1', 'B'],
    ['B_doc2', 'B'],
    ['C', 'Imported'],
  ]);
  const others = ['p/letter.xml', 'p/con.xml'].map((path) => about(path, 'abc'));
  expect(whose(others).map(([, name]) => name)).toEqual(['Imported', 'Imported']);
});
