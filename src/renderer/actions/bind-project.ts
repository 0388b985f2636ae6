import type { ChoosePurpose } from '#api/calls/app.ts';
import { call } from '../state/client.ts';
import { withIdentity } from '../state/identity.ts';
import { importPaths, projectName } from '../state/import.ts';
import { closeWindow } from '../state/lifecycle.ts';
import { say } from '../state/messages.ts';
import { closeProject, mayLeave, openProject, openSample } from '../state/project.ts';
import { useSession } from '../state/session.ts';
import { openDialog } from '../state/shell.ts';
import { type Binding, canChangeProject, hasAll, hasProject } from './binding.ts';

/** Shows the system's dialog. @returns no paths where the person changed their mind. */
async function choose(purpose: ChoosePurpose): Promise<readonly string[]> {
  const chosen = await call('app.choose', { purpose });
  if (chosen.ok) return chosen.value;
  say('error', chosen.error.message);
  return [];
}

async function addFrom(purpose: 'documents' | 'document-folder', isNew: boolean): Promise<void> {
  const paths = await choose(purpose);
  if (paths.length === 0) return;
  const makeNew = isNew || useSession.getState().project === null;
  if (!makeNew) return importPaths(paths, null);
  const go = () => importPaths(paths, projectName(paths));
  if (await mayLeave(() => void go())) await go();
}

/** Makes a project of the documents in a folder. */
export const projectFromFolder = () => withIdentity(() => void addFrom('document-folder', true));

async function chooseProject() {
  const [path] = await choose('project');
  if (path !== undefined) await openProject(path);
}

async function reveal() {
  const { project } = useSession.getState();
  const shown = await call('app.reveal', { path: project?.path ?? '' });
  if (!shown.ok) say('error', shown.error.message);
}

export const projectBindings = {
  'project.fromDocuments': { run: () => withIdentity(() => void addFrom('documents', true)) },
  'project.open': { run: () => withIdentity(() => void chooseProject()) },
  'project.sample': { run: () => withIdentity(() => void openSample()) },
  'window.new': { run: () => void call('app.newWindow', null) },
  'documents.import': {
    run: () => withIdentity(() => void addFrom('documents', false)),
    enabled: (session) => session.project === null || canChangeProject(session),
  },
  'documents.importData': {
    run: () => withIdentity(() => void addFrom('documents', false)),
    enabled: (session) => session.project === null || canChangeProject(session),
  },
  'documents.importFolder': {
    run: () => withIdentity(() => void addFrom('document-folder', false)),
    enabled: (session) => session.project === null || canChangeProject(session),
  },
  'agreement.open': { run: () => openDialog({ name: 'agreement' }), enabled: hasProject },
  'compare.open': { run: () => openDialog({ name: 'compare' }), enabled: hasProject },
  'export.open': { run: () => openDialog({ name: 'export' }), enabled: hasProject },
  'figure.export': { run: () => openDialog({ name: 'figure' }), enabled: hasAll },
  'print.open': { run: () => openDialog({ name: 'print' }), enabled: hasAll },
  'project.rename': {
    run: () => openDialog({ name: 'rename-project' }),
    enabled: canChangeProject,
  },
  'project.reveal': { run: () => void reveal(), enabled: hasProject },
  'project.close': { run: () => void closeProject(), enabled: hasProject },
  'window.close': { run: () => void closeWindow() },
} satisfies Readonly<Record<string, Binding>>;
