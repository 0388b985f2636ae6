import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { kindOf } from '../exports/write-files.ts';
import { unpackPacket } from '../packets/unpack-packet.ts';
import { openProject } from '../project/open-project.ts';
import { OpenSession } from '../project/project-session.ts';
import type { ProjectSession } from '../project/session.ts';
import { diskError, isMissing, StoreError } from '../store/store-error.ts';
import { type Marks, readMarks } from './read-marks.ts';
import { projectOfSets } from './set-files.ts';

/** A project that is merged into another one: opened read-only, not a byte of it is changed. */
export interface MergeSource {
  /** As people call it. */
  readonly name: string;
  readonly session: ProjectSession;
  /** What it knows of merges into it. */
  readonly marks: Marks;
}

/** Nobody: looking at a project makes nobody one of its people. */
export const ONLOOKER = { id: 'merging', name: 'Merging' };

/**
 * Opens what is to be merged, gives it to the work, and clears up. Packets and files of sets are brought
 * into the form of a project in a temporary folder first.
 * @throws {StoreError} `not-found`, `invalid-file`, `newer-format`, `refused`, `disk`
 */
export async function withSources<Value>(
  ours: ProjectSession,
  paths: readonly string[],
  now: () => Date,
  work: (sources: readonly MergeSource[]) => Promise<Value>,
): Promise<Value> {
  const temporary = await mkdtemp(join(tmpdir(), 'glossator-merge-'));
  const opened: OpenSession[] = [];
  try {
    const sources: MergeSource[] = [];
    for (const [i, { path, folder }] of (await foldersOf(ours, paths, temporary)).entries()) {
      await requireOther(ours, folder, path);
      const session = await openReadOnly(folder, now);
      opened.push(session);
      const name = basename(paths[i] ?? path) || path;
      sources.push({ name, session, marks: await readMarks(folder) });
    }
    return await work(sources);
  } finally {
    for (const session of opened) await session.close();
    await rm(temporary, { recursive: true, force: true });
  }
}

interface Found {
  readonly path: string;
  readonly folder: string;
}

async function foldersOf(
  ours: ProjectSession,
  paths: readonly string[],
  temporary: string,
): Promise<readonly Found[]> {
  const folders: Found[] = [];
  for (const [i, given] of paths.entries()) {
    const path = resolve(given);
    const kind = await kindOf(path).catch((error: unknown) => {
      throw diskError(error, path, 'Could not read');
    });
    const folder = join(temporary, String(i));
    if (kind === 'nothing') {
      const message = `There is nothing at ${path}. Choose a project folder, a packet, or a file of a set.`;
      throw new StoreError({ code: 'not-found', message, place: { file: path } });
    }
    if (kind === 'folder') folders.push({ path, folder: path });
    else if (path.toLowerCase().endsWith('.json')) {
      await projectOfSets(ours, path, folder);
      folders.push({ path, folder });
    } else {
      await unpackPacket(path, folder);
      folders.push({ path, folder });
    }
  }
  return folders;
}

async function requireOther(ours: ProjectSession, folder: string, path: string): Promise<void> {
  const real = (one: string) =>
    realpath(one).catch((error: unknown) => {
      if (isMissing(error)) return one;
      throw diskError(error, one, 'Could not read');
    });
  if ((await real(folder)) !== (await real(ours.folder))) return;
  const message = `${basename(path)} is the project itself. Choose another folder, a packet, or a file of a set.`;
  throw new StoreError({ code: 'refused', message, place: { file: path } });
}

/** Opens a project folder without a lock and without writing to it. @throws {StoreError} */
export async function openReadOnly(folder: string, now: () => Date): Promise<OpenSession> {
  const opened = await openProject({
    ...{ folder, now, me: ONLOOKER, host: hostname(), mode: 'read-only' },
    emit: () => undefined,
  });
  if (opened.state === 'open') return new OpenSession(opened.project);
  throw new Error('a project that is opened read-only cannot be locked');
}
