import type { Applied, OpenSet } from '#api/calls/annotations.ts';
import type { Events, SetNews } from '#api/events.ts';
import type { ApiError } from '#api/problem.ts';
import { MisfitError } from '#core/edit/apply.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { call } from './client.ts';
import { CommitQueue, type PendingEdit } from './commit-queue.ts';
import { say } from './messages.ts';
import { refit } from './refit.ts';
import { redraw } from './select.ts';
import { type OpenDocument, summaryKey, useSession } from './session.ts';

const queues = new Map<string, CommitQueue>();

/** Milliseconds until a failed write is tried again by itself. */
const RETRY_AFTER = 5_000;

const keyOf = (key: SetKey) => summaryKey(key.documentId, key.annotatorId);

/** Whether the set is on screen. */
export const isOpen = (key: SetKey) => {
  const { document } = useSession.getState();
  return document?.entry.id === key.documentId && document.annotatorId === key.annotatorId;
};

/** Edits of all sets that are not on disk. */
export const unsaved = () => [...queues.values()].flatMap((queue) => [...queue.waiting]);

/** Recomputes what the status line says from all queues. */
function showSaving() {
  const all = [...queues.values()];
  const failed = all.find((queue) => queue.failure)?.failure;
  const isWriting = all.some((queue) => queue.waiting.length > 0);
  useSession.setState({
    saving: failed ? { failed: failed.message } : isWriting ? 'saving' : 'saved',
  });
}

function onSaved(queue: CommitQueue) {
  if (isOpen(queue.key)) useSession.setState({ undo: queue.undo });
  showSaving();
}

function onFailed(queue: CommitQueue, error: ApiError) {
  showSaving();
  if (error.code === 'stale') void readAgain(queue, null);
  else if (error.code === 'disk') setTimeout(() => retryWrites(), RETRY_AFTER);
}

/** The queue that writes the edits of a set which has been read. */
export function queueOf(key: SetKey): CommitQueue | undefined {
  return queues.get(keyOf(key));
}

/** Starts (or keeps) the queue of a set that has just been read with nothing waiting. */
export function startQueue(set: OpenSet): CommitQueue {
  const known = queues.get(keyOf(set));
  if (known) {
    if (known.waiting.length === 0) known.advance(set);
    return known;
  }
  const { documentId, annotatorId } = set;
  const queue = new CommitQueue(
    { documentId, annotatorId },
    set,
    (args) => call('annotations.commit', args),
    { onSaved, onFailed },
  );
  queues.set(keyOf(set), queue);
  return queue;
}

/** Queues an edit that the window shows already. */
export function queueEdit(document: OpenDocument, edit: PendingEdit) {
  const key = { documentId: document.entry.id, annotatorId: document.annotatorId };
  const queue = queueOf(key);
  if (!queue) return;
  queue.push(edit);
  useSession.setState({ undo: queue.undo });
  showSaving();
}

/** Takes back the newest edit of a set that is not on disk and cannot be now. @returns it. */
export function popEdit(key: SetKey): PendingEdit | undefined {
  const queue = queueOf(key);
  const edit = queue?.pop();
  if (queue && isOpen(key)) useSession.setState({ undo: queue.undo });
  showSaving();
  return edit;
}

/** Tries all failed writes again. */
export function retryWrites() {
  for (const queue of queues.values()) if (queue.failure) queue.retry();
  showSaving();
}

/** Waits until everything is on disk, or until it is certain that it cannot be written now. */
export async function settleAll(): Promise<{ readonly unsaved: number }> {
  await Promise.all([...queues.values()].map((queue) => queue.settled()));
  return { unsaved: unsaved().length };
}

/** Forgets all sets, when the project is closed. */
export function forgetSets() {
  queues.clear();
  showSaving();
}

/** Shows an edit that the host made itself to the open set. */
export function showApplied(key: SetKey, applied: Applied) {
  const queue = queueOf(key);
  queue?.advance(applied);
  const { document } = useSession.getState();
  if (!(document && isOpen(key))) return;
  try {
    document.index.apply(applied.change);
  } catch (error) {
    // An edit was made while the host was at work: then only the stored set tells what holds now.
    if (!(error instanceof MisfitError && queue)) throw error;
    void readAgain(queue, null);
    return;
  }
  useSession.setState({ undo: applied.undo });
  redraw();
}

/**
 * Reads a set again because it is not what the window thinks. Edits not on disk are made again where
 * they still fit; the person is told of those that do not.
 */
export async function readAgain(queue: CommitQueue, message: string | null) {
  const read = await call('annotations.read', queue.key);
  if (!read.ok) {
    // The disk may be back soon; until then the status line says what is not saved.
    if (read.error.code === 'disk') setTimeout(() => void readAgain(queue, message), RETRY_AFTER);
    else say('error', read.error.message);
    return;
  }
  const index = new SetIndex(read.value.records);
  const { fitting, left } = refit(index, queue.waiting);
  queue.restart(read.value, fitting);
  const { document } = useSession.getState();
  if (document && isOpen(queue.key)) {
    useSession.setState({
      document: {
        ...document,
        index,
        readOnly: read.value.readOnly,
        isPart: false,
        problems: read.value.problems,
      },
      undo: queue.undo,
    });
    redraw();
  }
  showSaving();
  if (message) say('warning', message);
  if (left.length > 0) {
    const labels = left.map((edit) => edit.label).join(', ');
    say('error', `The annotations changed elsewhere, and this no longer fits: ${labels}.`);
  }
}

/** The host announces that a set changed otherwise than by this window. */
export function onSetChanged({ message, news, ...key }: Events['annotations.changed']) {
  const queue = queueOf(key);
  if (queue && news !== undefined && showNews(queue, JSON.parse(news))) return;
  // Who only reads expects others to write.
  const isNews = isOpen(key) && useSession.getState().project?.readOnly === null;
  // A set that is not shown, and of which nothing waits, is read when it is opened.
  if (queue && (isOpen(key) || queue.waiting.length > 0))
    void readAgain(queue, isNews ? message : null);
}

/** Shows what the host did to a set. @returns false where only reading it again tells what holds now. */
function showNews(queue: CommitQueue, { base, change, problems, ...stored }: SetNews): boolean {
  const { document } = useSession.getState();
  if (!(document && isOpen(queue.key)) || document.isPart || !queue.isAt(base)) return false;
  try {
    document.index.apply(change);
  } catch (error) {
    if (!(error instanceof MisfitError)) throw error;
    return false;
  }
  queue.advance(stored);
  useSession.setState({ document: { ...document, problems }, undo: queue.undo });
  redraw();
  return true;
}

/** Gives up the edits that cannot be written; the person was asked. */
export function discardUnsaved() {
  for (const queue of queues.values()) while (queue.pop());
  showSaving();
}
