import { setStatus } from '#core/edit/commands/set-status.ts';
import type { Status } from '#core/model/document-status.ts';
import {
  removeDocuments,
  setStatusOf,
  stepDocument,
  stepUnfinished,
} from '../documents/document-actions.ts';
import { documentsMeant, useList } from '../documents/list-state.ts';
import { STATUS_NAMES } from '../documents/status-names.ts';
import { edit } from '../state/edit.ts';
import { type Session, useSession } from '../state/session.ts';
import { openDialog } from '../state/shell.ts';
import { goToInspector } from './bind-view.ts';
import { type Binding, canChangeProject, canEdit, hasDocument, hasProject } from './binding.ts';

/** Gives a status: to the open document as an edit of its set, to several at once as one action. */
function mark(status: Status) {
  const { document, project } = useSession.getState();
  const ids = documentsMeant();
  if (!(document && project) || ids.length > 1 || ids[0] !== document.entry.id) {
    void setStatusOf(ids, status);
    return;
  }
  const at = new Date().toISOString();
  const change = setStatus(document.index, project.schema, { status, at });
  edit(change, `Mark ‘${document.entry.name}’ ${STATUS_NAMES[status].toLowerCase()}`, 'status.set');
}

const marking = (status: Status): Binding => ({
  run: () => mark(status),
  enabled: (session) =>
    canEdit(session) || (canChangeProject(session) && useList.getState().chosen.size > 0),
  checked: ({ document }) => document?.index.status().status === status,
});

const canChangeDocuments = (session: Session) =>
  canChangeProject(session) && documentsMeant().length > 0;

function rename() {
  const [documentId] = documentsMeant();
  if (documentId) openDialog({ name: 'rename-document', documentId });
}

export const documentBindings = {
  'document.next': { run: () => stepDocument(1), enabled: hasProject },
  'document.previous': { run: () => stepDocument(-1), enabled: hasProject },
  'document.nextUnfinished': { run: () => stepUnfinished(1), enabled: hasProject },
  'document.previousUnfinished': { run: () => stepUnfinished(-1), enabled: hasProject },
  'document.new': marking('new'),
  'document.inProgress': marking('in-progress'),
  'document.done': marking('done'),
  'document.needsReview': marking('needs-review'),
  'document.skip': marking('skipped'),
  'document.labels': { run: () => goToInspector('labels'), enabled: hasDocument },
  'document.rename': { run: rename, enabled: canChangeDocuments },
  'document.remove': {
    run: () => void removeDocuments(documentsMeant()),
    enabled: canChangeDocuments,
  },
  'document.trash': { run: () => openDialog({ name: 'trash' }), enabled: hasProject },
} satisfies Readonly<Record<string, Binding>>;
