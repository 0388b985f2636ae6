import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { MergeChoice } from '#api/calls/merge.ts';
import type { AnnotationRecord } from '#core/model/annotation-set.ts';
import type { Annotator } from '#core/model/annotator.ts';
import { ANNA, adding, filesBelow, span, TestWindow, temporaryFolder } from '../workspace.ts';

export const job = 'merge';

export function choice(...others: string[]): MergeChoice {
  return { others, join: {}, mapping: null };
}

/** A project with Anna's work, closed. @returns its folder and its documents' ids. */
export async function project(
  texts: Readonly<Record<string, string>>,
): Promise<{ readonly path: string; readonly ids: readonly string[] }> {
  const window = new TestWindow(await temporaryFolder(), ANNA);
  const ids = (await window.project(texts)).map(({ id }) => id);
  const { path } = window;
  await window.call('project.close', null);
  return { path, ids };
}

/** A copy of a project folder somewhere else. */
export async function copyOf(path: string): Promise<string> {
  const copy = join(await temporaryFolder(), 'Copy');
  await cp(path, copy, { recursive: true });
  return copy;
}

/** Opens a project as somebody. */
export async function openAs(me: Annotator, path: string): Promise<TestWindow> {
  const window = new TestWindow(await temporaryFolder(), me);
  await window.call('project.open', { path, mode: 'ask' });
  return window;
}

/** Somebody adds records of their own, and closes the project. */
export async function add(
  me: Annotator,
  path: string,
  documentId: string,
  ...records: AnnotationRecord[]
): Promise<void> {
  await edit(me, path, documentId, () => adding(...records));
}

/** Somebody edits a set of their own, and closes the project. */
export async function edit(
  me: Annotator,
  path: string,
  documentId: string,
  changeOf: (records: ReadonlyMap<string, AnnotationRecord>) => ReturnType<typeof adding>,
): Promise<void> {
  const window = await openAs(me, path);
  const key = { documentId, annotatorId: me.id };
  const { revision, records } = await window.call('annotations.read', key);
  const change = changeOf(new Map(records.map((record) => [record.id, record])));
  await window.call('annotations.commit', {
    ...{ ...key, base: revision, label: 'Edit', code: 'edit', change },
  });
  await window.call('project.close', null);
}

/** Everything that a project says: documents by text, and sets by document and annotator. */
export async function contents(window: TestWindow) {
  const { documents, annotators, schema } = await window.call('project.view', null);
  const sets: Record<string, readonly AnnotationRecord[]> = {};
  for (const { id: documentId } of documents)
    for (const { id: annotatorId } of annotators) {
      const { records } = await window.call('annotations.read', { documentId, annotatorId });
      if (records.length > 0)
        sets[`${documentId}/${annotatorId}`] = [...records].sort((a, b) => (a.id < b.id ? -1 : 1));
    }
  return { documents: documents.map(({ id, name }) => ({ id, name })), schema, sets };
}

/** All bytes below a folder, to see that nothing was written there. */
export async function bytesBelow(path: string, read: (file: string) => Promise<Buffer>) {
  const files = await filesBelow(path);
  return Promise.all(
    files.map(async (file) => [file, (await read(join(path, file))).toString('hex')]),
  );
}

export const TEXTS = { 'a.txt': 'Ada met Ben 😀 in Paris.', 'b.txt': 'Bea met Cy.' };

/** A project in two places: Anna works here, Ben there. */
export async function twoPlaces() {
  const { path: here, ids } = await project(TEXTS);
  const [a = '', b = ''] = ids;
  await add(ANNA, here, a, span('s1', 0, 3), span('s2', 8, 11));
  const there = await copyOf(here);
  return { here, there, a, b };
}
