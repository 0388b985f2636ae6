import type { SetSummary } from '#api/calls/project.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import { STATUSES, type Status } from '#core/model/document-status.ts';
import type { DocumentId } from '#core/model/ids.ts';

export type SortBy = 'imported' | 'name' | 'status' | 'spans';

/** One line of the documents pane. */
export interface DocumentRow {
  readonly entry: DocumentEntry;
  /** Of the annotator's own set. */
  readonly status: Status;
  /** When the status was given; empty for `new`. */
  readonly statusAt: string;
  readonly spans: number;
  readonly relations: number;
}

interface Wishes {
  /** Part of the name; letter case has no meaning. */
  readonly query: string;
  readonly status: Status | 'all' | 'unfinished';
  readonly sort: SortBy;
}

/** Whether there is something left to do on a document of that status. */
export const isUnfinished = (status: Status) => status !== 'done' && status !== 'skipped';

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const ORDERS: Readonly<Record<SortBy, (a: DocumentRow, b: DocumentRow) => number>> = {
  imported: () => 0,
  name: (a, b) => byName.compare(a.entry.name, b.entry.name),
  status: (a, b) => STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status),
  spans: (a, b) => b.spans - a.spans,
};

/**
 * The lines of the documents pane: those that match, in the order asked for; equal ones keep the order in
 * which they were imported.
 * @param summaryOf what is known of the annotator's own set; `undefined` for a document never touched.
 */
export function listDocuments(
  documents: readonly DocumentEntry[],
  summaryOf: (id: DocumentId) => SetSummary | undefined,
  { query, status, sort }: Wishes,
): readonly DocumentRow[] {
  const words = query.trim().toLowerCase();
  const rows: DocumentRow[] = [];
  for (const entry of documents) {
    if (words !== '' && !entry.name.toLowerCase().includes(words)) continue;
    const row = rowOf(entry, summaryOf(entry.id));
    const isWanted = status === 'unfinished' ? isUnfinished(row.status) : row.status === status;
    if (status === 'all' || isWanted) rows.push(row);
  }
  return sort === 'imported' ? rows : rows.sort(ORDERS[sort]);
}

function rowOf(entry: DocumentEntry, summary: SetSummary | undefined): DocumentRow {
  return {
    entry,
    status: summary?.status ?? 'new',
    statusAt: summary?.statusAt ?? '',
    spans: summary?.spans ?? 0,
    relations: summary?.relations ?? 0,
  };
}
