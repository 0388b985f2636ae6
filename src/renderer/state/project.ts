import type { OpenResult, ProjectView, SetSummary } from '#api/calls/project.ts';
import { call } from './client.ts';
import { say, unsayAll, unsayOutdated, type WayOut } from './messages.ts';
import { closeDocument, leaveGone, openDocument, openGoneAgain } from './open-document.ts';
import { summaryKey, useSession } from './session.ts';
import { forgetSets, settleAll } from './sets.ts';
import { closeDialog, openDialog, useShell } from './shell.ts';

/** Takes over what the host says of the project: documents, schema, undo, and so on. */
export function setProject(project: ProjectView) {
  const { document, project: before } = useSession.getState();
  useSession.setState({ project });
  unsayOutdated(project.undo.undo?.at);
  if (before?.path !== project.path || before.name !== project.name) tellTitle();
  if (!document) {
    void openGoneAgain();
    return;
  }
  const entry = project.documents.find((d) => d.id === document.entry.id);
  if (!entry) leaveGone();
  else if (entry !== document.entry) {
    useSession.setState({ document: { ...document, entry } });
    tellTitle();
  }
}

/** Takes over new summaries of sets. */
export function setSummaries(news: readonly SetSummary[]) {
  useSession.setState(({ summaries }) => {
    const all = new Map(summaries);
    for (const one of news) all.set(summaryKey(one.documentId, one.annotatorId), one);
    return { summaries: all };
  });
}

/** Tells the system what the window is called. */
export function tellTitle() {
  const { project, document } = useSession.getState();
  const title = [document?.entry.name, project?.name, 'Glossator'].filter(Boolean).join(' – ');
  void call('app.setTitle', { title });
}

/** Reads the project anew, after something that changed it. */
export async function refreshProject() {
  const view = await call('project.view', null);
  if (view.ok) setProject(view.value);
}

/** Shows a project that the host has opened: its first unfinished document, or what teaches the next step. */
export async function showProject(project: ProjectView) {
  forgetSets();
  closeDocument();
  // What was said of the project before; what is said at the start stays.
  if (useSession.getState().project) unsayAll();
  useSession.setState({ project, summaries: new Map(), armed: null, lastType: null });
  useShell.setState({ history: false, relation: null });
  tellTitle();
  const summaries = await call('project.summaries', null);
  if (summaries.ok) setSummaries(summaries.value);
  if (project.recovered > 0) {
    const edits = project.recovered === 1 ? '1 edit' : `${project.recovered} edits`;
    say('info', `Recovered ${edits} from the last session.`);
  }
  for (const problem of project.problems) say('warning', problem.message);
  const first = firstToDo(project) ?? project.documents[0];
  if (first) await openDocument(first.id);
  void refreshInfo();
}

function firstToDo({ documents, me }: ProjectView) {
  const { summaries } = useSession.getState();
  return documents.find((entry) => {
    const status = summaries.get(summaryKey(entry.id, me.id))?.status ?? 'new';
    return status !== 'done' && status !== 'skipped';
  });
}

/** Reads preferences, identity and recent projects anew. */
export async function refreshInfo() {
  const info = await call('app.info', null);
  if (info.ok) useSession.setState({ app: info.value });
}

/**
 * Whether the open project may be left: everything is on disk. Otherwise the person is asked, and `then`
 * runs when they have decided to go on.
 */
export async function mayLeave(then: () => void): Promise<boolean> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  const { unsaved } = await settleAll();
  if (unsaved === 0) return true;
  openDialog({ name: 'unsaved', then });
  return false;
}

async function takeOpened(path: string, result: OpenResult) {
  if (result.state === 'locked') openDialog({ name: 'locked', path, holder: result.holder });
  else {
    closeDialog('locked');
    await showProject(result.project);
  }
}

/**
 * Opens a project folder. Where someone else has it open, asks what to do.
 * @param options.orElse `nothing`: says nothing of a folder that is no project.
 * @returns whether the folder is a project, open now or not.
 */
export async function openProject(
  path: string,
  mode: 'ask' | 'read-only' | 'take-over' = 'ask',
  options: { readonly orElse?: 'nothing' } = {},
): Promise<boolean> {
  if (!(await mayLeave(() => openProject(path, mode, options)))) return true;
  const result = await call('project.open', { path, mode });
  if (result.ok) await takeOpened(path, result.value);
  else if (options.orElse === 'nothing' && result.error.code === 'not-found') return false;
  else say('error', result.error.message);
  return true;
}

/** Opens the sample project, copied to the person's documents folder. */
export async function openSample(): Promise<void> {
  if (!(await mayLeave(openSample))) return;
  const result = await call('project.sample', null);
  if (result.ok) await takeOpened('', result.value);
  else say('error', result.error.message);
}

/** Makes a project and opens it. @returns whether it is open. */
export async function createProject(name: string): Promise<boolean> {
  const created = await call('project.create', { name });
  if (created.ok) await showProject(created.value);
  else say('error', created.error.message);
  return created.ok;
}

/** Closes the project and goes back to the start. */
export async function closeProject(): Promise<void> {
  if (!(await mayLeave(closeProject))) return;
  const closed = await call('project.close', null);
  if (!closed.ok) {
    say('error', closed.error.message);
    return;
  }
  showStart();
  void refreshInfo();
}

function showStart() {
  closeDocument();
  forgetSets();
  unsayAll();
  useSession.setState({ project: null, summaries: new Map(), armed: null });
  useShell.setState({ history: false });
  tellTitle();
}

/** Removes the open project, in which nothing was done; the start is shown. */
export async function discardProject(): Promise<void> {
  const path = useSession.getState().project?.path;
  const gone = await call('project.discard', null);
  if (!gone.ok) return;
  showStart();
  if (path !== undefined) await call('app.forgetRecent', { path });
  await refreshInfo();
}

/** A way out that takes back the project-wide action just done, unless more was done since. */
export function undoAction(): WayOut {
  const at = useSession.getState().project?.undo.undo?.at;
  return {
    label: 'Undo',
    ...(at === undefined ? {} : { at }),
    run: async () => {
      if (useSession.getState().project?.undo.undo?.at !== at) {
        say('warning', 'More has been done since. Use Undo in the Edit menu, step by step.');
        return;
      }
      const done = await call('project.undo', null);
      if (!done.ok) say('warning', done.error.message);
    },
  };
}
