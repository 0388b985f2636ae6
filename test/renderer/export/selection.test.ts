import { expect, test } from 'vitest';
import type { ProjectView, SetSummary } from '#api/calls/project.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import type { Status } from '#core/model/document-status.ts';
import { ALL, countByStatus, selectionOf } from '../../../src/renderer/export/selection.ts';
import { summaryKey } from '../../../src/renderer/state/session.ts';

const document = (id: string): DocumentEntry => ({
  id,
  name: id,
  source: { name: `${id}.txt`, file: 'source.txt', encoding: 'utf-8', hasBom: false, sha256: '' },
  textSha256: '',
  length: 0,
  importedAt: '',
});
const project: ProjectView = {
  path: '/p',
  name: 'p',
  schema: { entityTypes: [], relationTypes: [], documentLabels: [] },
  documents: ['a', 'b', 'c'].map(document),
  trash: [],
  annotators: [
    { id: 'anna', name: 'Anna' },
    { id: 'ben', name: 'Ben' },
  ],
  me: { id: 'anna', name: 'Anna' },
  readOnly: null,
  recovered: 0,
  problems: [],
  undo: { undo: null, redo: null },
};
const summary = (documentId: string, annotatorId: string, status: Status): SetSummary => ({
  documentId,
  annotatorId,
  status,
  statusAt: '',
  spans: 0,
  relations: 0,
  labels: 0,
});
const summaries = new Map(
  [summary('a', 'anna', 'done'), summary('b', 'ben', 'done')].map((s) => [
    summaryKey(s.documentId, s.annotatorId),
    s,
  ]),
);

test('everything is four empty lists, which the host reads as all', () => {
  expect(selectionOf(ALL, project, summaries).selection).toEqual({
    documents: [],
    annotators: [],
    entityTypes: [],
    relationTypes: [],
  });
});

test('by status means one’s own status; never touched means new', () => {
  expect(
    selectionOf({ ...ALL, documents: 'status' }, project, summaries).selection?.documents,
  ).toEqual(['a']);
  expect([...countByStatus(project, summaries)]).toEqual([
    ['new', 2],
    ['in-progress', 0],
    ['done', 1],
    ['needs-review', 0],
    ['skipped', 0],
  ]);
});

test('a choice of nothing never turns into all', () => {
  const none = new Set<never>();
  expect(selectionOf({ ...ALL, documents: 'chosen' }, project, summaries).nothing).toBe(
    'No document is chosen.',
  );
  expect(
    selectionOf({ ...ALL, documents: 'status', statuses: none }, project, summaries).nothing,
  ).toContain('status');
  expect(selectionOf({ ...ALL, annotators: none }, project, summaries).nothing).toBe(
    'No annotator is chosen.',
  );
  expect(selectionOf({ ...ALL, entityTypes: none }, project, summaries).nothing).toBe(
    'No entity type is chosen.',
  );
  // Spans without relations are a choice of their own: a list that names no type.
  const spans = selectionOf({ ...ALL, relationTypes: none }, project, summaries).selection;
  expect(spans?.relationTypes).toHaveLength(1);
  expect(spans?.relationTypes[0]?.trim()).toBe('');
});

test('documents are given in the project’s order', () => {
  const choice = { ...ALL, documents: 'chosen', chosen: new Set(['c', 'a']) } as const;
  expect(selectionOf(choice, project, summaries).selection?.documents).toEqual(['a', 'c']);
});
