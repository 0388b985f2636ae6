import type { Change } from '#core/edit/change.ts';
import { setStatus } from '#core/edit/commands/set-status.ts';
import { compose } from '#core/edit/compose.ts';
import { invert } from '#core/edit/invert.ts';
import { isEmpty } from '#core/edit/is-empty.ts';
import { STATUS_ID } from '#core/model/document-status.ts';
import type { Problem } from '#core/problem.ts';
import type { Result } from '#core/result.ts';
import { call } from './client.ts';
import { say } from './messages.ts';
import { openGoneAgain } from './open-document.ts';
import { redraw } from './select.ts';
import { NOTHING_TO_UNDO, type OpenDocument, useSession } from './session.ts';
import { popEdit, queueEdit, queueOf } from './sets.ts';
import { stepSet } from './step-set.ts';

export { say } from './messages.ts';
export { openDocument } from './open-document.ts';
export { select } from './select.ts';

/** Why the open set cannot be edited, as a sentence; `null` where it can. */
export function whyReadOnly(): string | null {
  const { document, project, viewing } = useSession.getState();
  if (!(document && project)) return 'No document is open.';
  if (viewing) return 'You are looking at an earlier state. Go back to now to edit.';
  if (project.readOnly) return project.readOnly;
  if (document.annotatorId !== project.me.id) {
    const name = project.annotators.find((a) => a.id === document.annotatorId)?.name;
    return `These are the annotations of ${name ?? 'someone else'}. Switch to your own to edit.`;
  }
  if (document.isPart) return 'The annotations of this document are still being read.';
  if (!document.readOnly) return null;
  return `Your annotations of this document can only be read until their file is put right. ${document.problems[0]?.message ?? ''}`.trimEnd();
}

/** The first edit of a new document makes it one that is in progress. */
function withStatus(document: OpenDocument, change: Change): Change {
  const { project } = useSession.getState();
  const isTouched = STATUS_ID in change.added || STATUS_ID in change.updated;
  if (!project || isTouched || document.index.status().status !== 'new') return change;
  const at = new Date().toISOString();
  const status = setStatus(document.index, project.schema, { status: 'in-progress', at });
  return status.ok ? compose(change, status.value) : change;
}

/**
 * Carries out an edit of the open set: shown at once, then written. Where the disk refuses, the edit
 * stays in memory and the status line says so.
 * @returns whether the edit was made.
 */
export function edit(result: Result<Change, Problem>, label: string, code: string): boolean {
  const { document } = useSession.getState();
  const reason = whyReadOnly();
  if (!document || reason) {
    say('warning', reason ?? 'No document is open.');
    return false;
  }
  if (!result.ok) {
    say('warning', result.error.message);
    return false;
  }
  if (isEmpty(result.value)) return true;
  const change = withStatus(document, result.value);
  document.index.apply(change);
  queueEdit(document, { label, code, change, at: new Date().toISOString() });
  redraw();
  return true;
}

/** Which stack undo (or redo) would take from: the more recent of set and project. */
export function nextUndo(which: 'undo' | 'redo') {
  const { document, project, undo } = useSession.getState();
  const ofSet = document && document.annotatorId === project?.me.id ? undo[which] : null;
  const ofProject = (project?.undo ?? NOTHING_TO_UNDO)[which];
  if (ofSet && ofProject) {
    return ofSet.at >= ofProject.at
      ? { of: 'set' as const, label: ofSet.label }
      : { of: 'project' as const, label: ofProject.label };
  }
  if (ofSet) return { of: 'set' as const, label: ofSet.label };
  return ofProject ? { of: 'project' as const, label: ofProject.label } : null;
}

/** Takes back the last edit of the open set or the last action on the project, the more recent one. */
export const undo = () => step('undo');

/** Brings back what `undo` took back last. */
export const redo = () => step('redo');

let isStepping = false;

async function step(which: 'undo' | 'redo') {
  if (isStepping) return;
  isStepping = true;
  try {
    await takeStep(which);
  } finally {
    isStepping = false;
  }
}

async function takeStep(which: 'undo' | 'redo') {
  const target = nextUndo(which);
  if (!target) return;
  const past = which === 'undo' ? 'Undone' : 'Done again';
  if (target.of === 'project') {
    const done = await call(`project.${which}`, null);
    say(
      done.ok ? 'info' : 'warning',
      done.ok ? `${past}: ${done.value.label}` : done.error.message,
    );
    // The next step may be one of the document that came back with this one.
    if (done.ok) await openGoneAgain();
    return;
  }
  const reason = whyReadOnly();
  const { document } = useSession.getState();
  if (!document || reason) {
    if (reason) say('warning', reason);
    return;
  }
  const queue = queueOf({ documentId: document.entry.id, annotatorId: document.annotatorId });
  await queue?.settled();
  if (!queue) return;
  if (queue.waiting.length > 0) {
    if (which === 'undo') takeBackUnsaved(document);
    return;
  }
  await queue.hold(() => stepSet(queue, which));
}

/** Undo while the disk refuses: the newest edit exists only here. */
function takeBackUnsaved(document: OpenDocument) {
  const key = { documentId: document.entry.id, annotatorId: document.annotatorId };
  const taken = popEdit(key);
  if (!taken) return;
  document.index.apply(invert(taken.change));
  redraw();
}
