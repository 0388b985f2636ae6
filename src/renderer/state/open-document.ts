import type { OpenSet } from '#api/calls/annotations.ts';
import type { UndoState } from '#api/calls/project.ts';
import type { ApiError } from '#api/problem.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { AnnotatorId, DocumentId } from '#core/model/ids.ts';
import type { Ranges } from '#core/model/range.ts';
import { ok } from '#core/result.ts';
import { SetIndex } from '#core/set/set-index.ts';
import { call } from './client.ts';
import { say, sayOn } from './messages.ts';
import { keepPlace, placeIn } from './places.ts';
import { NOTHING_TO_UNDO, type OpenDocument, summaryKey, useSession } from './session.ts';
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
  const place = options.at?.start ?? placeIn(project.path, id);
  const near = { start: Math.max(0, place - NEAR), end: place + NEAR };
  const isWaiting = queue !== undefined && queue.waiting.length > 0;
  const [text, set] = await Promise.all([
    before?.entry.id === id ? ok(before.text) : call('documents.text', { documentId: id }),
    call('annotations.read', isWaiting ? key : { ...key, near }),
  ]);
  if (mine !== opening) return false;
  const failed = text.ok ? set : text;
  if (!(text.ok && set.ok)) {
    if (!failed.ok) sayWhy(failed.error);
    return false;
  }
  gone = null;
  const base = { entry, text: text.value, annotatorId };
  const { isPart = false } = set.value;
  if (isPart) show(partOf(base, set.value), NOTHING_TO_UNDO);
  else showWhole(base, set.value);
  reveal(options.at ?? Math.min(place, text.value.length));
  return isPart ? readRest(mine, base, key) : true;
}

type Base = Pick<OpenDocument, 'entry' | 'text' | 'annotatorId'>;

/** Characters on each side of a place that are shown first, where a set takes long to read. */
const NEAR = 8_000;

/** A document as far as its annotations are there: nothing can be edited meanwhile. */
const partOf = (base: Base, { records }: OpenSet): OpenDocument => ({
  ...base,
  index: new SetIndex(records),
  readOnly: true,
  isPart: true,
  problems: [],
});

/** Once the part is on screen, the whole takes its place. @returns whether it did. */
async function readRest(mine: number, base: Base, key: SetKey): Promise<boolean> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  if (mine !== opening) return false;
  const set = await call('annotations.read', key);
  if (mine !== opening) return false;
  const { document } = useSession.getState();
  // The host may have told meanwhile that the set changed, and it was read for that.
  if (!document?.isPart) return true;
  if (!set.ok) {
    sayWhy(set.error);
    closeDocument();
    return false;
  }
  const { whole, undo } = wholeOf({ ...base, entry: document.entry }, set.value);
  useSession.setState(({ version }) => ({ document: whole, undo, version: version + 1 }));
  return true;
}

function wholeOf(base: Base, set: OpenSet) {
  const index = new SetIndex(set.records);
  const { waiting, undo } = startQueue(set);
  for (const edit of waiting) index.apply(edit.change);
  const { readOnly, problems } = set;
  return { whole: { ...base, index, readOnly, isPart: false, problems }, undo };
}

function showWhole(base: Base, set: OpenSet) {
  const { whole, undo } = wholeOf(base, set);
  show(whole, undo);
}

/** Puts a document on screen, with nothing selected. */
function show(document: OpenDocument, undo: UndoState) {
  useSession.setState(({ version }) => ({
    document,
    viewing: null,
    version: version + 1,
    selected: null,
    words: null,
    linking: null,
    edges: false,
    undo,
  }));
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
