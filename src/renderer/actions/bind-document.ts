import type { Status } from '#core/model/document-status.ts';
import {
  markDocuments,
  removeDocuments,
  renameDocument,
  stepDocument,
  stepUnfinished,
} from '../documents/document-actions.ts';
import { documentsMeant } from '../documents/list-state.ts';
import type { Session } from '../state/session.ts';
import { openDialog } from '../state/shell.ts';
import { goToInspector } from './bind-view.ts';
import { type Binding, canChangeProject, canEdit, hasDocument, hasProject } from './binding.ts';

/** The open document's status is that of the set shown: it can be changed where that can be. */
function canMark(session: Session): boolean {
  const ids = documentsMeant();
  const isOpenOne = ids.length === 1 && ids[0] === session.document?.entry.id;
  return ids.length > 0 && (isOpenOne ? canEdit(session) : canChangeProject(session));
}

const marking = (status: Status): Binding => ({
  run: () => void markDocuments(documentsMeant(), status),
  enabled: canMark,
  checked: ({ document }) => document?.index.status().status === status,
});

const canChangeDocuments = (session: Session) =>
  canChangeProject(session) && documentsMeant().length > 0;

function rename() {
  const [documentId] = documentsMeant();
  if (documentId) renameDocument(documentId);
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
