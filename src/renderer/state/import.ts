import type { ImportCandidate, ImportChoice } from '#api/calls/documents.ts';
import type { ApiError } from '#api/problem.ts';
import type { Encoding } from '#core/model/document.ts';
import type { Result } from '#core/result.ts';
import { call } from './client.ts';
import { runJob } from './jobs.ts';
import { say } from './messages.ts';
import { openDocument } from './open-document.ts';
import {
  createProject,
  discardProject,
  openProject,
  refreshProject,
  undoAction,
} from './project.ts';
import { useSession } from './session.ts';
import { closeDialog, openDialog } from './shell.ts';

const DOCUMENT = /\.(txt|text|md|markdown)$/iu;
const EXTENSION = /\.[^./\\]+$/u;

/** Looks at files and folders without importing anything. */
export const inspect = (
  paths: readonly string[],
  encodings?: Readonly<Record<string, Encoding>>,
): Promise<Result<readonly ImportCandidate[], ApiError>> =>
  runJob('Looking at the files', 'inspect', (job) =>
    call('documents.inspect', { paths, job, ...(encodings && { encodings }) }),
  );

const isClean = (candidate: ImportCandidate) =>
  candidate.problem === null && candidate.duplicateOf === null && candidate.choices.length === 0;

/** `3 documents`, `1 document`. */
export const countDocuments = (n: number) =>
  n === 1 ? '1 document' : `${n.toLocaleString('en')} documents`;

/** Name for a project made from these files: of the one file, or of the folder that holds them. */
export function projectName(paths: readonly string[]): string {
  const parts = (paths[0] ?? '').split(/[/\\]/u).filter(Boolean);
  const last = parts.at(-1) ?? '';
  const isOneFolder = paths.length === 1 && !DOCUMENT.test(last);
  const name = isOneFolder || paths.length === 1 ? last : parts.at(-2);
  return (name ?? '').replace(DOCUMENT, '') || 'New project';
}

/**
 * Brings documents in. Where all files are clean that is all; else a dialog shows what is wrong.
 * @param newProject name of the project to make for them; `null`: the open one.
 */
export async function importPaths(paths: readonly string[], newProject: string | null) {
  if (paths.length === 0) return;
  const found = await inspect(paths);
  if (!found.ok) {
    if (found.error.code !== 'cancelled') say('error', found.error.message);
    return;
  }
  if (found.value.length === 0) {
    say('warning', 'There are no text or Markdown files (.txt, .text, .md, .markdown) in there.');
    return;
  }
  if (found.value.every(isClean)) {
    const files = found.value.map(({ path, encoding }) => ({ path, encoding }));
    await importFiles(files, newProject);
  } else openDialog({ name: 'import', candidates: found.value, newProject });
}

/** Imports files that were looked at. @returns whether they are in. */
export async function importFiles(
  files: readonly ImportChoice[],
  newProject: string | null,
): Promise<boolean> {
  if (newProject !== null && !(await createProject(newProject))) return false;
  const title = `Adding ${countDocuments(files.length)}`;
  const imported = await runJob(title, 'import', (job) => call('documents.import', { files, job }));
  if (!imported.ok) {
    if (newProject !== null) await discardProject();
    const isCancelled = imported.error.code === 'cancelled';
    say(
      isCancelled ? 'info' : 'error',
      isCancelled ? 'Nothing was added.' : imported.error.message,
    );
    return false;
  }
  closeDialog('import');
  await refreshProject();
  // In a new project what was added is all there is to see.
  if (newProject === null) {
    say('info', `Added ${countDocuments(imported.value.length)}.`, undoAction());
  }
  const first = imported.value[0];
  if (first) await openDocument(first.id);
  return true;
}

/**
 * Takes whatever was dropped on the window or handed over by the system: a project folder is opened,
 * documents go into the open project or into a new one.
 */
export async function takePaths(paths: readonly string[]) {
  const [first] = paths;
  if (first === undefined) return;
  const isFolder = paths.length === 1 && !EXTENSION.test(first);
  if (isFolder && (await openProject(first, 'ask', { orElse: 'nothing' }))) return;
  const { project } = useSession.getState();
  await importPaths(paths, project ? null : projectName(paths));
}
