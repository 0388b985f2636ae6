import type { ExportSelection } from '#api/calls/exports.ts';
import type { ProjectView, SetSummary } from '#api/calls/project.ts';
import { STATUSES, type Status } from '#core/model/document-status.ts';
import type { AnnotatorId, DocumentId } from '#core/model/ids.ts';
import { summaryKey } from '../state/session.ts';

/** What the person chose to export. `null` in place of a set: all, also what comes later. */
export interface Choice {
  readonly documents: 'all' | 'status' | 'chosen';
  readonly statuses: ReadonlySet<Status>;
  readonly chosen: ReadonlySet<DocumentId>;
  readonly annotators: ReadonlySet<AnnotatorId> | null;
  readonly entityTypes: ReadonlySet<string> | null;
  readonly relationTypes: ReadonlySet<string> | null;
}

/** Everything. */
export const ALL: Choice = {
  documents: 'all',
  statuses: new Set<Status>(['done']),
  chosen: new Set(),
  annotators: null,
  entityTypes: null,
  relationTypes: null,
};

/** A selection for the host, or why there is nothing to export. */
export type Selected =
  | { readonly selection: ExportSelection; readonly nothing: null }
  | { readonly selection: null; readonly nothing: string };

/** Names no type, since a type's name has no blanks around it: spans alone. */
const NO_TYPE = [' '];

const nothing = (words: string): Selected => ({ selection: null, nothing: words });

/**
 * The choice as the host takes it. There an empty list means all, so that a choice of nothing must
 * be caught here.
 */
export function selectionOf(
  choice: Choice,
  project: ProjectView,
  summaries: ReadonlyMap<string, SetSummary>,
): Selected {
  const documents = documentsOf(choice, project, summaries);
  if (documents?.length === 0) {
    return nothing(
      choice.documents === 'status'
        ? 'No document has one of these statuses.'
        : 'No document is chosen.',
    );
  }
  if (choice.annotators?.size === 0) return nothing('No annotator is chosen.');
  const noEntities = choice.entityTypes?.size === 0;
  if (noEntities) return nothing('No entity type is chosen.');
  return {
    selection: {
      documents: documents ?? [],
      annotators: [...(choice.annotators ?? [])],
      entityTypes: [...(choice.entityTypes ?? [])],
      relationTypes: choice.relationTypes?.size === 0 ? NO_TYPE : [...(choice.relationTypes ?? [])],
    },
    nothing: null,
  };
}

/** Documents by the person's own status of them; `new` where there is none. */
export function countByStatus(
  project: ProjectView,
  summaries: ReadonlyMap<string, SetSummary>,
): ReadonlyMap<Status, number> {
  const counts = new Map<Status, number>(STATUSES.map((status) => [status, 0]));
  for (const { id } of project.documents) {
    const status = statusOf(id, project, summaries);
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}

function documentsOf(
  { documents, statuses, chosen }: Choice,
  project: ProjectView,
  summaries: ReadonlyMap<string, SetSummary>,
): readonly DocumentId[] | null {
  if (documents === 'all') return null;
  return project.documents
    .map((document) => document.id)
    .filter((id) =>
      documents === 'chosen' ? chosen.has(id) : statuses.has(statusOf(id, project, summaries)),
    );
}

function statusOf(
  id: DocumentId,
  project: ProjectView,
  summaries: ReadonlyMap<string, SetSummary>,
): Status {
  return summaries.get(summaryKey(id, project.me.id))?.status ?? 'new';
}
