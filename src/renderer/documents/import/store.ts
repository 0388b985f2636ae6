import { create } from 'zustand';
import type { ImportChoice, ImportLook, ImportPreview, ReaderInfo } from '#api/calls/imports.ts';
import { isSame } from '#core/edit/same.ts';
import { call } from '../../state/client.ts';
import { cancelJob, runJob } from '../../state/jobs.ts';
import { useSession } from '../../state/session.ts';
import { closeDialog, openDialog } from '../../state/shell.ts';
import { nothingChosen } from './choice.ts';

export type ImportTab = 'encodings' | 'documents' | 'types' | 'annotators' | 'problems';

interface ImportState {
  readonly look: ImportLook;
  readonly readers: readonly ReaderInfo[];
  /** Name of the project to make for them; `null`: the open one. */
  readonly newProject: string | null;
  readonly choice: ImportChoice;
  /** The choice with which the dialog opened. */
  readonly suggested: ImportChoice;
  /** Names that are being given, by what they are for (`nameKey`); an empty one is none yet. */
  readonly names: Readonly<Record<string, string>>;
  /** The person is asked whether to leave, and to forget what they decided. */
  readonly isLeaving: boolean;
  /** What would come of the choice; the one before while the new one is being read. */
  readonly preview: ImportPreview | null;
  readonly isReading: boolean;
  readonly error: string | null;
  readonly isImporting: boolean;
  readonly tab: ImportTab;
  /** Path of the file pointed at. */
  readonly file: string;
  /** Key of the document shown. */
  readonly document: string;
  /** Narrows the problems down. */
  readonly query: string;
  /** Whether the files of a source are listed, by its id, where the person has said so. */
  readonly unfolded: Readonly<Record<string, boolean>>;
}

const EMPTY: ImportState = {
  look: { ticket: '', sources: [], problems: [] },
  readers: [],
  newProject: null,
  choice: nothingChosen(false),
  suggested: nothingChosen(false),
  names: {},
  isLeaving: false,
  preview: null,
  isReading: false,
  error: null,
  isImporting: false,
  tab: 'documents',
  file: '',
  document: '',
  query: '',
  unfolded: {},
};

/** The import that stands open in its dialog. */
export const useImport = create<ImportState>()(() => EMPTY);

/** Milliseconds to wait for the next click before reading anew. */
const PAUSE = 150;
let timer: ReturnType<typeof setTimeout> | undefined;
let job = '';
/** Counts the readings; the answer of an older one is not looked at. */
let round = 0;

/** Shows what was found in the dialog. @param preview where it was read already. */
export function openImport(
  look: ImportLook,
  preview: ImportPreview | null,
  newProject: string | null,
) {
  forget();
  const files = look.sources.flatMap((source) => source.files);
  const doubtful = files.find(({ encodings }) => encodings.length > 0);
  const tab = look.sources.length === 0 ? 'problems' : 'documents';
  const choice = nothingChosen(newProject !== null, useSession.getState().app?.me);
  useImport.setState({
    ...EMPTY,
    readers: useImport.getState().readers,
    look,
    preview,
    newProject,
    choice,
    suggested: choice,
    tab: doubtful ? 'encodings' : tab,
    file: doubtful?.path ?? '',
  });
  openDialog({ name: 'import' });
  void call('import.readers', null).then((readers) => {
    if (readers.ok) useImport.setState({ readers: readers.value });
  });
  if (!preview && look.sources.length > 0) void read();
}

/** Decides something; what comes of it is read a moment later. */
export function choose(change: (choice: ImportChoice) => ImportChoice) {
  useImport.setState(({ choice }) => ({
    choice: change(choice),
    isReading: true,
    isLeaving: false,
  }));
  clearTimeout(timer);
  timer = setTimeout(() => void read(), PAUSE);
}

/** Has a name given for something, `null`: not any more. What is given so far may be empty. */
export function giveName(key: string, name: string | null) {
  useImport.setState(({ names: { [key]: _, ...others } }) => ({
    names: name === null ? others : { ...others, [key]: name },
  }));
}

/** No name is being given for any of these any more. */
export function dropNames(isDropped: (key: string) => boolean) {
  useImport.setState(({ names }) => ({
    names: Object.fromEntries(Object.entries(names).filter(([key]) => !isDropped(key))),
  }));
}

/** Reads everything as it is chosen now. */
async function read() {
  const mine = ++round;
  if (job !== '') cancelJob(job);
  useImport.setState({ isReading: true });
  const { look, choice } = useImport.getState();
  const answer = await runJob('Reading the files', 'preview', (id) => {
    job = id;
    return call('import.preview', { ticket: look.ticket, choice, job: id });
  });
  if (mine !== round) return;
  job = '';
  if (answer.ok) useImport.setState({ preview: answer.value, error: null, isReading: false });
  else {
    const isStopped = answer.error.code === 'cancelled';
    const error = isStopped ? 'Reading was stopped.' : answer.error.message;
    useImport.setState({ error, isReading: false });
  }
}

/** Reads once more, after it was stopped or failed. */
export const readAgain = () => choose((choice) => choice);

/** Lets go of what is looked at: nothing of it is kept, here or in the host. */
function forget() {
  clearTimeout(timer);
  round++;
  if (job !== '') cancelJob(job);
  job = '';
  const { look, readers } = useImport.getState();
  if (look.ticket !== '') void call('import.close', { ticket: look.ticket });
  useImport.setState({ ...EMPTY, readers });
}

/** Closes the dialog where nothing was decided yet; else asks first. */
export function leaveImport() {
  const { choice, suggested, names } = useImport.getState();
  if (isSame(choice, suggested) && Object.keys(names).length === 0) closeImport();
  else useImport.setState({ isLeaving: true });
}

/** Answers the question whether to leave with no. @returns whether it was asked. */
export function stayInImport(): boolean {
  const { isLeaving } = useImport.getState();
  if (isLeaving) useImport.setState({ isLeaving: false });
  return isLeaving;
}

/** Closes the dialog, whatever was decided. */
export function closeImport() {
  forget();
  closeDialog('import');
}
