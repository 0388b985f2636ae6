import type { Events } from '#api/events.ts';
import { call, on } from './client.ts';
import { withIdentity } from './identity.ts';
import { takePaths } from './import.ts';
import { onProgress } from './jobs.ts';
import { say, sayOn } from './messages.ts';
import { rememberPlace } from './open-document.ts';
import { mayLeave, refreshInfo, setProject, setSummaries, showProject } from './project.ts';
import { useSession } from './session.ts';
import { onSetChanged, retryWrites, settleAll, unsaved } from './sets.ts';

let mayClose = false;

/** Another window or program took the project over. */
function onLost({ message }: Events['project.lost']) {
  useSession.setState(({ project, document }) => ({
    project: project && { ...project, readOnly: message },
    document: document && { ...document, readOnly: true },
  }));
}

function onNotice({ kind, message, topic }: Events['notice']) {
  if (topic === undefined) say(kind, message);
  else sayOn(topic, kind, message);
  // The folder is back: what waits is not left waiting for the next try.
  if (topic === 'folder' && kind === 'info') retryWrites();
}

/** Closes the window once everything is on disk; asks where that cannot be. */
export async function closeWindow() {
  if (!(await mayLeave(closeNow))) return;
  closeNow();
}

function closeNow() {
  mayClose = true;
  void call('app.closeWindow', null);
}

/** The system wants to close the window: not before the last edit is on disk. */
function onBeforeUnload(event: BeforeUnloadEvent) {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  if (mayClose || unsaved().length === 0) return;
  event.preventDefault();
  void settleAll().then(closeWindow);
}

/** A bug outside of drawing: said in a sentence; the console has the rest. */
const onBug = () =>
  say(
    'error',
    'Something in this window went wrong. What the status line calls saved is safe on disk.',
    { label: 'Reload the window', run: () => location.reload() },
  );

/** Starts listening to the host and shows what it has: a project still open, or files that wait. */
export async function start() {
  on('project.changed', setProject);
  on('project.summaries', setSummaries);
  on('project.lost', onLost);
  on('annotations.changed', onSetChanged);
  on('job.progress', onProgress);
  on('notice', onNotice);
  on('files.opened', ({ paths }) => withIdentity(() => void takePaths(paths)));
  window.addEventListener('beforeunload', onBeforeUnload);
  window.addEventListener('pagehide', rememberPlace);
  window.addEventListener('unhandledrejection', onBug);
  // Chromium's notes about layout come as errors without an error.
  window.addEventListener('error', ({ error }) => error && onBug());

  await refreshInfo();
  // The host hands these over once: what is asked for later holds none.
  const waiting = useSession.getState().app?.waiting ?? [];
  const view = await call('project.view', null);
  if (view.ok) await showProject(view.value);
  if (waiting.length > 0) withIdentity(() => void takePaths(waiting));
}
