import type { Status } from '#core/model/document-status.ts';
import type { DocumentId } from '#core/model/ids.ts';
import { changeStatus } from '../inspector/edits.ts';
import { call } from '../state/client.ts';
import { countDocuments } from '../state/import.ts';
import { runJob } from '../state/jobs.ts';
import { say } from '../state/messages.ts';
import { openDocument } from '../state/open-document.ts';
import { refreshProject, undoAction } from '../state/project.ts';
import { useSession } from '../state/session.ts';
import { settleAll } from '../state/sets.ts';
import { openDialog } from '../state/shell.ts';
import { type DocumentRow, isUnfinished } from './list-documents.ts';
import { listedRows, useList } from './list-state.ts';
import { STATUS_NAMES } from './status-names.ts';

/** Opens the next document in the list (`by` 1) or the one before (-1), at the ends none. */
export function stepDocument(by: 1 | -1, wanted?: (row: DocumentRow) => boolean) {
  const rows = listedRows();
  const open = useSession.getState().document?.entry.id;
  const here = rows.findIndex(({ entry }) => entry.id === open);
  const start = here < 0 ? (by > 0 ? -1 : rows.length) : here;
  for (let i = start + by; i >= 0 && i < rows.length; i += by) {
    const row = rows[i];
    if (row && (wanted?.(row) ?? true)) return void openListed(row.entry.id);
  }
  const where = by > 0 ? 'after' : 'before';
  say('info', `There is no ${wanted ? 'unfinished ' : ''}document ${where} this one.`);
}

/** Opens the next unfinished document in the list, or the one before. */
export const stepUnfinished = (by: 1 | -1) => stepDocument(by, (row) => isUnfinished(row.status));

/** Opens a document of the list and puts the list's keyboard place on it. */
export async function openListed(id: DocumentId) {
  useList.setState({ active: id, chosen: new Set([id]) });
  await openDocument(id);
}

/** Moves documents to the trash; a message offers the way back. */
export async function removeDocuments(documentIds: readonly DocumentId[]) {
  if (documentIds.length === 0) return;
  await settleAll();
  const rows = listedRows();
  const open = useSession.getState().document?.entry.id;
  const last = rows.findLastIndex(({ entry }) => documentIds.includes(entry.id));
  const next = rows[last + 1] ?? rows.find(({ entry }) => !documentIds.includes(entry.id));
  const name = rows[last]?.entry.name;
  const removed = await call('documents.remove', { documentIds });
  if (!removed.ok) return void say('error', removed.error.message);
  await refreshProject();
  useList.setState({ chosen: new Set(), active: next?.entry.id ?? null });
  const what = documentIds.length === 1 && name ? `‘${name}’` : countDocuments(documentIds.length);
  say('info', `Moved ${what} to the trash.`, undoAction());
  if (open && documentIds.includes(open) && next) await openListed(next.entry.id);
}

/** Gives documents a status: the open one alone as an edit of its set, others as one action. */
export async function markDocuments(documentIds: readonly DocumentId[], status: Status) {
  const { document, project } = useSession.getState();
  const isOpenOne =
    document !== null &&
    documentIds.length === 1 &&
    documentIds[0] === document.entry.id &&
    document.annotatorId === project?.me.id;
  if (isOpenOne && changeStatus(status)) return;
  await settleAll();
  const what = countDocuments(documentIds.length);
  const done = await runJob(`Marking ${what}`, 'status', (job) =>
    call('documents.status', { documentIds, status, job }),
  );
  if (!done.ok) {
    const kind = done.error.code === 'cancelled' ? 'info' : 'error';
    return void say(kind, done.error.message);
  }
  await refreshProject();
  say('info', `${what} marked: ${STATUS_NAMES[status].toLowerCase()}.`, undoAction());
}

/** Asks for another name of a document. */
export const renameDocument = (documentId: DocumentId) =>
  openDialog({ name: 'rename-document', documentId });
