import { StoreError } from '../store/store-error.ts';
import { lookAtSets } from './concerned-sets.ts';
import type { Project } from './project.ts';
import { isReachable } from './reach.ts';
import { viewOf } from './view.ts';

/** How often the files of the project and of the open sets are looked at. In milliseconds. */
const LOOK_MS = 1_000;

/**
 * Starts what goes on while a project is open: the first look at all sets, bringing unsaved ones into
 * their files, and looking whether other programs change files.
 */
export function startKeeping(project: Project): void {
  const { emit, summaries } = project.parts;
  const first = async () => {
    const people = project.annotators.length;
    await lookAtSets(project, project.readOnly === null);
    if (project.isClosed) return;
    const faults = [...summaries.all()].filter(({ fault }) => fault !== null);
    for (const { fault } of faults)
      project.problems.push({ code: 'unreadable-set', message: fault ?? '' });
    if (faults.length > 0 || project.annotators.length !== people)
      emit('project.changed', viewOf(project));
    if (project.readOnly === null) await project.pool.flushUnsaved(() => project.isClosed);
    if (project.readOnly === null && !project.isClosed) await summaries.save();
  };
  project.background = quietly(first(), project);

  let isLooking = false;
  const timer = setInterval(() => {
    if (project.isClosed) return clearInterval(timer);
    if (isLooking) return;
    isLooking = true;
    void quietly(look(project), project).finally(() => {
      isLooking = false;
    });
  }, LOOK_MS);
  timer.unref();
}

/** Looks once whether another program changed the project's files or those of the open sets. */
export async function look(project: Project): Promise<void> {
  await project.parts.queue.run(() => lookAtProject(project));
  await project.pool.lookOutside();
}

async function lookAtProject(project: Project): Promise<void> {
  const { manifestFile, schemaFile, log, manifest, schema, emit } = project.parts;
  if (project.isClosed || project.readOnly !== null) return;
  const name = 'project.json';
  const isGone = !(await isReachable(project.parts));
  if (isGone !== project.isGone) {
    project.isGone = isGone;
    const message = isGone
      ? 'The project’s folder cannot be reached any more. Edits are kept in this window, and saved as soon as it is back: connect its disk again, or put it back.'
      : 'The project’s folder is back.';
    emit('notice', { kind: isGone ? 'error' : 'info', message, topic: 'folder' });
  }
  if (isGone) return;

  if (!(await log.isUntouched())) return stop(project, 'project.log');
  if (await manifestFile.isChanged()) {
    const { revision } = manifest.data;
    await manifest.read();
    if (manifest.data.revision !== revision) return stop(project, name);
    tell(project, name);
  }
  if (await schemaFile.isChanged()) {
    await schema.read();
    tell(project, 'schema.json');
  }
}

/** What another program made of the file is taken over. */
function tell(project: Project, file: string): void {
  const { emit } = project.parts;
  emit('notice', {
    kind: 'info',
    message: `${file} was changed by another program and is read again.`,
  });
  emit('project.changed', viewOf(project));
}

/** Files that belong together do not any more: nothing is written until they are read as a whole. */
function stop(project: Project, file: string): void {
  project.freeze(
    `${file} was changed by another program, so the project is read-only here. Close it and open it again to see what it holds now.`,
  );
  project.parts.emit('project.changed', viewOf(project));
}

/** Failures in the background are told, as problems of the project; they must not end the program. */
async function quietly(work: Promise<void>, project: Project): Promise<void> {
  try {
    await work;
  } catch (error) {
    const isExpected = error instanceof StoreError;
    if (project.isClosed || (isExpected && error.problem.code === 'read-only')) return;
    const message = error instanceof Error ? error.message : String(error);
    if (project.problems.some((problem) => problem.message === message)) return;
    project.problems.push({ code: isExpected ? error.problem.code : 'bug', message });
    project.parts.emit('notice', { kind: 'error', message });
    project.parts.emit('project.changed', viewOf(project));
  }
}
