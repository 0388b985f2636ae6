import { create } from 'zustand';
import type { TextHit } from '#api/calls/documents.ts';
import type { Status } from '#core/model/document-status.ts';
import type { DocumentId } from '#core/model/ids.ts';
import { summaryKey, useSession } from '../state/session.ts';
import { type DocumentRow, listDocuments, type SortBy } from './list-documents.ts';

/** What was found in the texts. */
export interface Found {
  readonly query: string;
  readonly hits: readonly TextHit[];
  readonly counts: Readonly<Record<DocumentId, number>>;
}

export interface ListState {
  /** What stands in the search field. */
  readonly query: string;
  readonly status: Status | 'all' | 'unfinished';
  readonly sort: SortBy;
  /** Where the keyboard is in the list. */
  readonly active: DocumentId | null;
  /** Documents chosen for something done to several at once. */
  readonly chosen: ReadonlySet<DocumentId>;
  /** The texts were searched; shown in place of the list. */
  readonly found: Found | null;
}

/** What the documents pane shows, kept while it is closed. */
export const useList = create<ListState>()(() => ({
  query: '',
  status: 'all',
  sort: 'imported',
  active: null,
  chosen: new Set(),
  found: null,
}));

let last: { readonly from: readonly unknown[]; readonly rows: readonly DocumentRow[] } | undefined;

/** The lines of the pane in the order shown. Computed once per change of what they depend on. */
export function listedRows(): readonly DocumentRow[] {
  const { project, summaries } = useSession.getState();
  const { query, status, sort } = useList.getState();
  const me = project?.me.id ?? '';
  const from = [project?.documents, summaries, query, status, sort, me];
  if (last && from.every((value, i) => value === last?.from[i])) return last.rows;
  const rows = listDocuments(project?.documents ?? [], (id) => summaries.get(summaryKey(id, me)), {
    query,
    status,
    sort,
  });
  last = { from, rows };
  return rows;
}

/** The lines of the pane, for components. */
export function useListedRows(): readonly DocumentRow[] {
  useSession(({ project }) => project);
  useSession(({ summaries }) => summaries);
  useList(({ query }) => query);
  useList(({ status }) => status);
  useList(({ sort }) => sort);
  return listedRows();
}

/** The documents chosen in the list, in the order shown. */
export function documentsChosen(): readonly DocumentId[] {
  const { chosen } = useList.getState();
  return listedRows().flatMap(({ entry }) => (chosen.has(entry.id) ? entry.id : []));
}

/**
 * Documents that an action on documents is about: those chosen in the list while the keyboard is there,
 * else the open one.
 */
export function documentsMeant(): readonly DocumentId[] {
  const isInList = window.document.activeElement?.closest('[data-documents]');
  const chosen = isInList ? documentsChosen() : [];
  if (chosen.length > 0) return chosen;
  const { document } = useSession.getState();
  return document ? [document.entry.id] : [];
}
