import { expect, test } from 'vitest';
import type { SetSummary } from '#api/calls/project.ts';
import type { Status } from '#core/model/document-status.ts';
import { listDocuments } from '../../../src/renderer/documents/list-documents.ts';
import { entry } from '../shell/fake-host.ts';

const summary = (documentId: string, status: Status, spans: number): SetSummary => ({
  documentId,
  annotatorId: 'anna',
  status,
  statusAt: '2026-01-01T00:00:00.000Z',
  spans,
  relations: 0,
  labels: 0,
});

const documents = [
  entry(1, 'letter 10.txt'),
  entry(2, 'Letter 2.txt'),
  entry(3, 'diary.md'),
  entry(4, 'letter 1.txt'),
];
const summaries = new Map([
  ['d1', summary('d1', 'done', 5)],
  ['d2', summary('d2', 'in-progress', 9)],
  ['d3', summary('d3', 'skipped', 0)],
]);
const list = (wishes: Partial<Parameters<typeof listDocuments>[2]>) =>
  listDocuments(documents, (id) => summaries.get(id), {
    query: '',
    status: 'all',
    sort: 'imported',
    ...wishes,
  }).map(({ entry: { id } }) => id);

test('without wishes: all, as imported', () => {
  expect(list({})).toEqual(['d1', 'd2', 'd3', 'd4']);
});

test('by name, numbers count as numbers and letter case does not', () => {
  expect(list({ sort: 'name' })).toEqual(['d3', 'd4', 'd2', 'd1']);
});

test('by number of spans and by status, equal ones as imported', () => {
  expect(list({ sort: 'spans' })).toEqual(['d2', 'd1', 'd3', 'd4']);
  expect(list({ sort: 'status' })).toEqual(['d4', 'd2', 'd1', 'd3']);
});

test('search by part of the name', () => {
  expect(list({ query: ' LETTER 1' })).toEqual(['d1', 'd4']);
});

test('a document never touched is new and unfinished', () => {
  expect(list({ status: 'new' })).toEqual(['d4']);
  expect(list({ status: 'unfinished' })).toEqual(['d2', 'd4']);
});

test('ten thousand are listed within 50 ms', () => {
  const many = Array.from({ length: 10_000 }, (_, i) => entry(i));
  const best = Math.min(
    ...[1, 2, 3].map(() => {
      const start = performance.now();
      listDocuments(many, () => undefined, { query: 'report', status: 'all', sort: 'name' });
      return performance.now() - start;
    }),
  );
  expect(best).toBeLessThan(50);
});
