import type { ProjectChange } from '#core/edit/change.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import type { ProjectManifest } from '#core/model/project.ts';
import type { EntryHead } from '../store/log-line.ts';

/**
 * The manifest after a project-wide action. Documents added leave the trash, documents removed go
 * there. Doing it twice changes nothing more: a kill may come between the log and the file.
 */
export function applyToManifest(
  manifest: ProjectManifest,
  { name, documents, annotators = [] }: Pick<ProjectChange, 'name' | 'documents' | 'annotators'>,
  { seq, at, by }: Pick<EntryHead, 'seq' | 'at' | 'by'>,
): ProjectManifest {
  const known = new Set(manifest.annotators.map(({ id }) => id));
  const renamed = {
    ...manifest,
    name: name?.[1] ?? manifest.name,
    annotators: [...manifest.annotators, ...annotators.filter(({ id }) => !known.has(id))],
    revision: seq,
  };
  if (!documents) return renamed;
  const added = new Map(documents.added.map((entry) => [entry.id, entry]));
  const removed = new Map(documents.removed.map((entry) => [entry.id, entry]));
  const updated = new Map(documents.updated.map(([, after]) => [after.id, after]));
  const stay = manifest.documents
    .filter(({ id }) => !removed.has(id) && !added.has(id))
    .map((entry) => updated.get(entry.id) ?? entry);
  const trashed = manifest.trash.filter(
    ({ document: { id } }) => !added.has(id) && !removed.has(id),
  );
  return {
    ...renamed,
    documents: insertByTime(stay, [...added.values()]),
    trash: [...trashed, ...[...removed.values()].map((document) => ({ document, at, by }))],
  };
}

/** The change that takes the documents' part of an action back. */
export function invertDocuments(
  documents: NonNullable<ProjectChange['documents']>,
): NonNullable<ProjectChange['documents']> {
  const { added, removed, updated } = documents;
  return {
    added: removed,
    removed: added,
    updated: updated.map(([before, after]) => [after, before]),
  };
}

/** In the order of their import; those that come back stand where they were. */
function insertByTime(
  list: readonly DocumentEntry[],
  added: readonly DocumentEntry[],
): readonly DocumentEntry[] {
  const isLast = (list.at(-1)?.importedAt ?? '') <= (added[0]?.importedAt ?? '');
  const all = [...list, ...added];
  return isLast ? all : all.sort((a, b) => compare(a.importedAt, b.importedAt));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
