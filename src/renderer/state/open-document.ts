import type { ApiError } from '#api/problem.ts';
import type { AnnotatorId, DocumentId } from '#core/model/ids.ts';
import type { Ranges } from '#core/model/range.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { call } from './client.ts';
import { say, sayOn } from './messages.ts';
import { keepPlace, placeIn } from './places.ts';
import { summaryKey, useSession } from './session.ts';
import { queueOf, startQueue } from './sets.ts';
import { caretMoved, textView } from './text-handle.ts';

interface OpenOptions {
  /** Whose set to show; one's own where not given. */
  readonly annotatorId?: AnnotatorId;
  /** Place to show, in UTF-16 code units; else where the caret was last time. */
  readonly at?: { readonly start: number; readonly end: number };
}

/** Counts openings, so that the answer to one that was overtaken is dropped. */
let opening = 0;

/** Keeps where the caret is in the open document, for when it is opened again. */
export function rememberPlace() {
  const { document, project } = useSession.getState();
  const caret = textView()?.caret();
  if (document && project && caret !== undefined) keepPlace(project.path, document.entry.id, caret);
}

/** Brings a place on screen, once the text view shows the document; words of a place are selected. */
function reveal(at: number | { readonly start: number; readonly end: number }) {
  const range = typeof at === 'number' ? { start: at, end: at } : at;
  requestAnimationFrame(() => {
    textView()?.reveal(range);
    if (range.end > range.start) textView()?.selectWords([range]);
    caretMoved();
  });
}

/** That a folder is away is said until it is back. */
function sayWhy({ code, message }: ApiError) {
  if (code === 'disk') sayOn('folder', 'error', message);
  else say('error', message);
}

/**
 * Shows a document with one annotator's set. Edits of the document before it go on being written.
 * @returns whether it is on screen now.
 */
export async function openDocument(id: DocumentId, options: OpenOptions = {}): Promise<boolean> {
  const { project, document: before } = useSession.getState();
  const entry = project?.documents.find((d) => d.id === id);
  if (!(project && entry)) return false;
  const annotatorId = options.annotatorId ?? project.me.id;
  if (before?.entry.id === id && before.annotatorId === annotatorId) {
    if (options.at) reveal(options.at);
    return true;
  }
  rememberPlace();
  const mine = ++opening;
  const key = { documentId: id, annotatorId };
  const queue = queueOf(key);
  await queue?.settled();
  const [text, set] = await Promise.all([
    before?.entry.id === id ? before.text : call('documents.text', { documentId: id }),
    call('annotations.read', key),
  ]);
  if (mine !== opening) return false;
  if (typeof text !== 'string' && !text.ok) {
    sayWhy(text.error);
    return false;
  }
  if (!set.ok) {
    sayWhy(set.error);
    return false;
  }
  gone = null;
  const textLength = (typeof text === 'string' ? text : text.value).length;
  const index = new SetIndex(set.value.records);
  const { waiting, undo } = startQueue(set.value);
  for (const edit of waiting) index.apply(edit.change);
  useSession.setState(({ version }) => ({
    document: {
      entry,
      text: typeof text === 'string' ? text : text.value,
      index,
      annotatorId,
      readOnly: set.value.readOnly,
      problems: set.value.problems,
    },
    viewing: null,
    version: version + 1,
    selected: null,
    words: null,
    linking: null,
    edges: false,
    undo,
  }));
  reveal(options.at ?? Math.min(placeIn(project.path, id), textLength));
  return true;
}

/** Shows the words of a search hit, and selects them where the text view can. */
export async function openAt(id: DocumentId, start: number, end: number) {
  const { document } = useSession.getState();
  const annotatorId = document?.entry.id === id ? document.annotatorId : undefined;
  await openDocument(
    id,
    annotatorId ? { annotatorId, at: { start, end } } : { at: { start, end } },
  );
}

/** Shows another annotator's set on the open document. */
export async function showAnnotator(annotatorId: AnnotatorId) {
  const { document } = useSession.getState();
  if (document) await openDocument(document.entry.id, { annotatorId });
}

/** What was shown when its document went from the project; until something else is shown. */
let gone: { readonly id: DocumentId; readonly annotatorId: AnnotatorId } | null = null;

/** Leaves the open document because the project does not have it any more. */
export function leaveGone() {
  const { document } = useSession.getState();
  closeDocument();
  if (document) gone = { id: document.entry.id, annotatorId: document.annotatorId };
}

/** Shows the document again that went, where the project has it back: redo of its import. */
export async function openGoneAgain(): Promise<void> {
  const { document, project } = useSession.getState();
  if (document || !gone || !project?.documents.some(({ id }) => id === gone?.id)) return;
  const { id, annotatorId } = gone;
  await openDocument(id, { annotatorId });
}

/** Leaves the open document; nothing is shown. */
export function closeDocument() {
  rememberPlace();
  gone = null;
  opening++;
  useSession.setState(({ version }) => ({
    document: null,
    viewing: null,
    selected: null,
    words: null,
    linking: null,
    edges: false,
    version: version + 1,
  }));
}

/** Words of the span, as they stand in the text; ranges joined by an ellipsis. */
export const quoteOf = (text: string, ranges: Ranges) =>
  ranges.map((range) => text.slice(range.start, range.end)).join(' … ');

/** Summary of one's own set of a document, `undefined` for one that was never touched. */
export function mySummary(id: DocumentId) {
  const { project, summaries } = useSession.getState();
  return project ? summaries.get(summaryKey(id, project.me.id)) : undefined;
}
