import { expect, test } from 'vitest';
import type { PreviewDocument } from '#api/calls/imports.ts';
import {
  isTaken,
  nothingChosen,
  sourceChoice,
  takenBy,
  withAnnotator,
  withCopy,
  withDocument,
  withEncoding,
  withFiles,
  withOption,
  withReader,
} from '../../../../src/renderer/documents/import/choice.ts';

const START = nothingChosen(false);

const document = (patch: Partial<PreviewDocument> = {}): PreviewDocument => ({
  key: 'k',
  source: 's',
  file: '/a.txt',
  name: 'a',
  length: 1,
  spans: 0,
  relations: 0,
  labels: 0,
  same: null,
  fate: 'new',
  ...patch,
});
const SAME = { name: 'first', id: 'd1' };

test('another reader forgets the options of the one before and keeps encodings', () => {
  let choice = withOption(START, 's', 'column', 'body');
  choice = withEncoding(choice, 's', ['/a'], 'windows-1252');
  choice = withReader(choice, 's', 'csv');
  expect(choice.sources).toEqual([
    { source: 's', reader: 'csv', options: {}, encodings: { '/a': 'windows-1252' } },
  ]);
});

test('choices of one source leave those of the others alone', () => {
  const choice = withReader(withOption(START, 'one', 'column', 'body'), 'two', 'csv');
  expect(sourceChoice(choice, 'one')).toEqual({ source: 'one', options: { column: 'body' } });
  expect(sourceChoice(choice, 'three')).toEqual({ source: 'three' });
});

test('files are left out and taken again', () => {
  const out = withFiles(START, 's', ['/a', '/b'], false);
  expect([...takenBy(out).files]).toEqual(['/a', '/b']);
  expect([...takenBy(withFiles(out, 's', ['/a'], true)).files]).toEqual(['/b']);
});

test('a new document is taken until it is left out', () => {
  const one = document();
  expect(isTaken(one, takenBy(START))).toBe(true);
  const out = withDocument(START, one, false);
  expect(isTaken(one, takenBy(out))).toBe(false);
  expect(withDocument(out, one, true)).toEqual(START);
});

test('a text that is there and brings nothing is left out until it is ticked; then it is a copy', () => {
  const known = document({ same: SAME, fate: 'known' });
  expect(isTaken(known, takenBy(START))).toBe(false);
  const ticked = withDocument(START, known, true);
  expect(ticked.copies).toEqual(['k']);
  const asCopy = document({ same: SAME, fate: 'new' });
  expect(isTaken(asCopy, takenBy(ticked))).toBe(true);
  expect(withDocument(ticked, asCopy, false)).toEqual(START);
});

test('annotations for a document that is there are taken, left out, and taken again, never as a copy', () => {
  const receiver = document({ same: SAME, fate: 'receives' });
  expect(isTaken(receiver, takenBy(START))).toBe(true);
  const out = withDocument(START, receiver, false);
  expect(isTaken(receiver, takenBy(out))).toBe(false);
  expect(withDocument(out, receiver, true)).toEqual(START);
  expect(withCopy(withCopy(START, 'k', true), 'k', false)).toEqual(START);
});

test('sets are given to somebody, and back to whom the file names', () => {
  const anna = { id: 'anna', name: 'Anna' };
  const given = withAnnotator(START, 'brat', anna);
  expect(given.annotators).toEqual({ brat: anna });
  expect(withAnnotator(given, 'brat', null)).toEqual(START);
});

test('a new project is said in the choice', () => {
  expect(nothingChosen(true).into).toBe('new');
  expect('into' in START).toBe(false);
});
