import type { SetNews } from '#api/events.ts';
import type { Change } from '#core/edit/change.ts';
import { isEmpty } from '#core/edit/is-empty.ts';
import type { LeftOut } from '#core/edit/left-out.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import { inParallel } from '../store/in-parallel.ts';
import type { EntryHead } from '../store/log-line.ts';
import type { SetStore } from '../store/set-store.ts';
import { StoreError } from '../store/store-error.ts';
import { UndoStack } from '../store/undo-stack.ts';
import { applyToManifest } from './apply-project-change.ts';
import type { Project } from './project.ts';
import { type StoredProjectChange, storedProjectChange } from './project-format.ts';
import { hasPart, type KnownParts, keysOf, partOf } from './set-part.ts';
import { problemsOf } from './set-problems.ts';
import type { Steps } from './steps.ts';
import { idOf } from './summary-index.ts';

/** An action as its line in `project.log` has it. */
export interface ActionLine {
  readonly head: EntryHead;
  readonly change: StoredProjectChange;
  /** Number of the action whose parts are taken back; `null` where it is no undo or redo. */
  readonly reverts: number | null;
}

/**
 * Brings all files to where the line says, whichever are there already: documents into place, each
 * set's part into its log, the schema, and last the manifest, whose `revision` says that all is done.
 * Inside the queue only.
 * @param parts of sets, where they are known already.
 * @throws {StoreError} Part of it may be done then; carrying it out again finishes it.
 */
export async function carryOut(
  project: Project,
  line: ActionLine,
  parts: KnownParts = new Map(),
  steps?: Steps,
): Promise<readonly LeftOut[]> {
  const shown: Shown[] = [];
  const unread: SetKey[] = [];
  try {
    return await bring(project, line, { parts, shown, unread, steps });
  } finally {
    for (const one of shown) tellChange(project, one);
    for (const key of unread) project.parts.emit('annotations.changed', { ...key, message: null });
  }
}

/** What became of a set that is open in the window. */
interface Shown {
  readonly set: SetStore;
  /** Its revision before. */
  readonly base: number;
  readonly change: Change;
}

interface Bringing {
  readonly parts: KnownParts;
  readonly shown: Shown[];
  /** Sets that a window may show although they are open no more: it reads them again. */
  readonly unread: SetKey[];
  readonly steps: Steps | undefined;
}

async function bring(
  project: Project,
  { head, change, reverts }: ActionLine,
  { parts, shown, unread, steps }: Bringing,
): Promise<readonly LeftOut[]> {
  const { texts, manifest, schema } = project.parts;
  const leftOut: LeftOut[] = [];
  if (change.documents && project.readOnly === null)
    await texts.settle(change.documents.added.map(({ id }) => id));
  const after = applyToManifest(project.manifest, change, head);
  if (change.documents || change.annotators)
    manifest.data = { ...after, revision: project.manifest.revision };

  await inParallel(project.readOnly === null ? keysOf(change) : [], async (key) => {
    if (!project.entryOf(key.documentId, true)) return;
    steps?.made();
    await project.pool.visit(key, async (set) => {
      if (hasPart(set, head.seq)) return;
      const base = set.revision;
      const known = parts.get(idOf(key));
      const part = known?.revision === base ? known.part : await partOf(set, change, reverts);
      leftOut.push(...part.leftOut);
      if (isEmpty(part.change)) return;
      const { by, label, code } = head;
      await set.append({ by, label, code, action: head.seq }, part.change);
      if (project.pool.get(key) === set) shown.push({ set, base, change: part.change });
      else if (project.pool.wasOpened(key)) unread.push(key);
    });
  });
  if (project.readOnly !== null) {
    if (change.schema) schema.data = change.schema[1];
    manifest.data = after;
    return leftOut;
  }
  if (change.schema) {
    schema.data = change.schema[1];
    await schema.write();
  }
  manifest.data = after;
  await manifest.write();
  return leftOut;
}

function tellChange(project: Project, { set, base, change }: Shown): void {
  const { revision, undoState: undo } = set;
  const problems = problemsOf(project, set);
  const news: SetNews = { base, revision, change, undo, problems };
  const { emit } = project.parts;
  emit('annotations.changed', { ...set.key, message: null, news: JSON.stringify(news) });
}

/**
 * Reads the line of an entry of `project.log`.
 * @throws {StoreError} `not-found`, `invalid-file`
 */
export async function readAction(project: Project, seq: number): Promise<ActionLine> {
  const { log } = project.parts;
  const entry = log.entries.find(({ head }) => head.seq === seq);
  if (!entry)
    throw new StoreError({
      code: 'not-found',
      message: `project.log has no entry ${seq} any more, so it cannot be taken back.`,
      place: { file: 'project.log' },
    });
  const read = storedProjectChange.safeParse((await log.changes([entry]))[0]);
  if (!read.success)
    throw new StoreError({
      code: 'invalid-file',
      message: `Entry ${seq} of project.log is no project-wide action. The file was left as it is.`,
      place: { file: 'project.log' },
    });
  return { head: entry.head, change: read.data, reverts: revertedBy(project, entry.head) };
}

/** The action whose parts an undo or redo takes back, as the log before it says. */
function revertedBy(project: Project, head: EntryHead): number | null {
  if (head.undoes === undefined && head.redoes === undefined) return null;
  const before = project.parts.log.entries
    .map((entry) => entry.head)
    .filter((one) => one.seq < head.seq);
  const stack = new UndoStack(before);
  const item = head.undoes === undefined ? stack.redo : stack.undo;
  return item?.last ?? null;
}

/** Finishes actions that a kill interrupted. Inside the queue only. @returns how many. */
export async function finishActions(project: Project): Promise<number> {
  const { revision } = project.manifest;
  const open = project.parts.log.entries.filter(({ head }) => head.seq > revision);
  for (const { head } of open) await carryOut(project, await readAction(project, head.seq));
  return open.length;
}
