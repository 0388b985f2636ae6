import type { ImportChoice, ImportLook, ImportPreview } from '#api/calls/imports.ts';
import type { Value } from '#api/contract.ts';
import type { ApiError } from '#api/problem.ts';
import type { AnnotatorId, DocumentId } from '#core/model/ids.ts';
import type { Problem } from '#core/problem.ts';
import { nothingChosen } from '../documents/import/choice.ts';
import { openImport } from '../documents/import/store.ts';
import { annotationWords } from '../documents/import/words.ts';
import { call } from './client.ts';
import { runJob } from './jobs.ts';
import { say } from './messages.ts';
import { mySummary, openDocument } from './open-document.ts';
import {
  createProject,
  discardProject,
  openProject,
  refreshProject,
  undoAction,
} from './project.ts';
import { useSession } from './session.ts';

const EXTENSION = /\.[^./\\]+$/u;
/** What is no part of a name: extensions of files, not what follows the dot in `Vol. 2`. */
const FILE = /\.[a-z][a-z0-9]{0,9}$/iu;

/** Code of files in folders that nothing reads, such as pictures: no reason to ask anything. */
const LEFT_OUT = 'left-out';
const isLeftOut = ({ code }: Problem) => code === LEFT_OUT;

/** How sure it must be that a file is nothing but text, to take it for that unasked. */
const SURE = 0.75;

/** Nothing that a person would have to look at. */
const isPlain = ({ sources, problems }: ImportLook) =>
  problems.every(isLeftOut) &&
  sources.every(
    ({ reader, confidence, files, missing }) =>
      reader === 'text' &&
      confidence >= SURE &&
      missing.length === 0 &&
      files.every(({ problem, encodings }) => problem === null && encodings.length === 0),
  );

const isClean = ({ counts, documentCount, problemCount }: ImportPreview) =>
  problemCount === 0 && counts.documents > 0 && counts.documents === documentCount;

/** `3 documents`, `1 document`. */
export const countDocuments = (n: number) =>
  n === 1 ? '1 document' : `${n.toLocaleString('en')} documents`;

/** Name for a project made from these files: of the one file or folder, or of the folder that holds them. */
export function projectName(paths: readonly string[]): string {
  const parts = (paths[0] ?? '').split(/[/\\]/u).filter(Boolean);
  const name = paths.length === 1 ? parts.at(-1) : parts.at(-2);
  return (name ?? '').replace(FILE, '') || 'New project';
}

/**
 * Brings documents and annotations in. Where all files are clean plain text that is all; else a dialog
 * shows what they are and what would come of them.
 * @param newProject name of the project to make for them; `null`: the open one.
 */
export async function importPaths(paths: readonly string[], newProject: string | null) {
  if (paths.length === 0) return;
  const looked = await runJob('Looking at the files', 'look', (job) =>
    call('import.look', { paths, job }),
  );
  if (!looked.ok) {
    if (looked.error.code !== 'cancelled') say('error', looked.error.message);
    return;
  }
  const look = looked.value;
  if (look.sources.length === 0 && tellNothing(look, paths)) return;
  if (!isPlain(look)) return openImport(look, null, newProject);
  const { ticket } = look;
  const choice = nothingChosen(newProject !== null);
  const preview = await runJob('Reading the files', 'preview', (job) =>
    call('import.preview', { ticket, choice, job }),
  );
  if (!preview.ok || !isClean(preview.value)) {
    return openImport(look, preview.ok ? preview.value : null, newProject);
  }
  const count = preview.value.counts.documents;
  const leftOut = look.problems.length;
  const failure = await applyImport({ ticket, choice, newProject, count, leftOut });
  if (failure) say(failure.code === 'cancelled' ? 'info' : 'error', failureWords(failure));
  void call('import.close', { ticket });
}

/** Says that there is nothing to import. @returns whether that is all that is to be said. */
function tellNothing({ ticket, problems }: ImportLook, paths: readonly string[]): boolean {
  const [first] = problems;
  const isItself = first?.place?.file !== undefined && paths.includes(first.place.file);
  if (first && isItself && problems.length === 1) say('error', first.message);
  else if (problems.every(isLeftOut))
    say('warning', 'There are no text or Markdown files in there, nor others that can be read.');
  else return false;
  void call('import.close', { ticket });
  return true;
}

/** What is said where an import did not come about. */
export const failureWords = ({ code, message }: ApiError) =>
  code === 'cancelled' ? 'Nothing was added.' : message;

interface Import {
  readonly ticket: string;
  readonly choice: ImportChoice;
  readonly newProject: string | null;
  /** Documents that come in, for the progress. */
  readonly count: number;
  /** Files of folders that nothing reads and nobody was told of. */
  readonly leftOut: number;
}

/** Imports what was looked at. @returns why it did not come about; `null` where it did. */
export async function applyImport({
  ticket,
  choice,
  newProject,
  count,
  leftOut,
}: Import): Promise<ApiError | null> {
  if (newProject !== null && !(await createProject(newProject))) {
    return { code: 'cancelled', message: 'Nothing was added.' };
  }
  const imported = await runJob(`Adding ${countDocuments(count)}`, 'import', (job) =>
    call('import.apply', { ticket, choice, job }),
  );
  if (!imported.ok) {
    if (newProject !== null) await discardProject();
    return imported.error;
  }
  await refreshProject();
  const { added, received, spans, relations } = imported.value;
  // In a new project documents without annotations are all there is to see.
  if (newProject === null || spans + relations > 0 || leftOut > 0)
    say('info', `${importedWords(imported.value)}${leftOutWords(leftOut)}`, undoAction());
  const first = added[0]?.id ?? received[0];
  if (first !== undefined) await openDocument(first, setToShow(first));
  return null;
}

/** Where a person has nothing on a document and others have, the largest of their sets. */
function setToShow(id: DocumentId): { readonly annotatorId?: AnnotatorId } {
  const { project, summaries } = useSession.getState();
  if (!project || (mySummary(id)?.spans ?? 0) > 0) return {};
  const others = [...summaries.values()].filter((set) => set.documentId === id && set.spans > 0);
  const [largest] = others.sort((a, b) => b.spans - a.spans);
  return largest ? { annotatorId: largest.annotatorId } : {};
}

const leftOutWords = (n: number) => {
  if (n === 0) return '';
  return n === 1
    ? ' 1 file that is no text was left out.'
    : ` ${n.toLocaleString('en')} files that are no texts were left out.`;
};

/** `Imported 12 documents with 3,401 spans; 2 documents received annotations.` */
function importedWords({ added, received, spans, relations }: Value<'import.apply'>): string {
  const annotations = annotationWords({ spans, relations });
  if (received.length === 0 && annotations === '') return `Added ${countDocuments(added.length)}.`;
  const receivers = `${countDocuments(received.length)} received`;
  if (added.length === 0) return `${receivers} ${annotations || 'annotations'}.`;
  const news = `Imported ${countDocuments(added.length)}${annotations && ` with ${annotations}`}`;
  return received.length > 0 ? `${news}; ${receivers} annotations.` : `${news}.`;
}

/**
 * Takes whatever was dropped on the window or handed over by the system: a project folder is opened,
 * documents and datasets go into the open project or into a new one.
 */
export async function takePaths(paths: readonly string[]) {
  const [first] = paths;
  if (first === undefined) return;
  const isFolder = paths.length === 1 && !EXTENSION.test(first);
  if (isFolder && (await openProject(first, 'ask', { orElse: 'nothing' }))) return;
  const { project } = useSession.getState();
  await importPaths(paths, project ? null : projectName(paths));
}
