import { randomUUID } from 'node:crypto';
import { basename, join } from 'node:path';
import { Low } from 'lowdb';
import type { LockHolder } from '#api/calls/project.ts';
import type { Annotator } from '#core/model/annotator.ts';
import { FORMAT_VERSION, type ProjectManifest } from '#core/model/project.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Emit } from '../emit.ts';
import { ChangeLog } from '../store/change-log.ts';
import { DurableAdapter } from '../store/durable-adapter.ts';
import { type Files, nodeFiles } from '../store/files.ts';
import { acquireLock } from '../store/lock.ts';
import { removeTemporaries } from '../store/stale-files.ts';
import { codeOf, StoreError } from '../store/store-error.ts';
import { WriterQueue } from '../store/writer-queue.ts';
import { finishActions } from './carry-out.ts';
import { startKeeping } from './keep.ts';
import { Project } from './project.ts';
import { manifestCodec, schemaCodec } from './project-format.ts';
import { SetPool } from './set-pool.ts';
import { summarizeIndex, summaryOf } from './summarize.ts';
import { SummaryIndex } from './summary-index.ts';
import { TextStore } from './text-store.ts';

export interface OpenOptions {
  /** Absolute path of the project's folder. */
  readonly folder: string;
  readonly mode: 'ask' | 'read-only' | 'take-over';
  readonly me: Annotator;
  readonly now: () => Date;
  readonly host: string;
  readonly emit: Emit;
  readonly files?: Files;
}

export type Opened =
  | { readonly state: 'open'; readonly project: Project }
  | { readonly state: 'locked'; readonly holder: LockHolder };

/**
 * Opens a project: takes the lock, finishes what a kill interrupted, shows what is known and looks at
 * the rest in the background. A folder that cannot be written is opened read-only.
 * @throws {StoreError} `not-found`, `invalid-file`, `newer-format`, `disk`; no file was modified then.
 */
export async function openProject(options: OpenOptions): Promise<Opened> {
  const { folder, files = nodeFiles, emit, mode } = options;
  let project: Project | null = null;
  const guard = async () => {
    project?.requireWritable();
    await project?.lock?.requireHeld();
  };
  // Looked at before anything is written: a folder that is no project of ours must stay as it is.
  await readProjectFiles(files, folder, guard);

  let readOnly: string | null = mode === 'read-only' ? 'The project was opened read-only.' : null;
  let lock = null;
  let wasStale = false;
  const onLost = (holder: LockHolder | null) => {
    const who = holder ? `${holder.annotator} on ${holder.host}` : 'Another window or program';
    const message = `${who} has taken this project over. All your edits are saved; here it is read-only now.`;
    project?.freeze(message);
    emit('project.lost', { holder, message });
  };
  if (readOnly === null) {
    try {
      const { me, host, now } = options;
      const session = randomUUID();
      const answer = await acquireLock(
        { files, folder, session, host, annotator: me.name, now, onLost },
        mode === 'take-over',
      );
      if (answer.state === 'taken') return { state: 'locked', holder: answer.holder };
      ({ lock, wasStale } = answer);
    } catch (error) {
      readOnly = whyReadOnly(error);
    }
  }

  try {
    const [{ manifest, manifestFile }, { schema, schemaFile }] = await readProjectFiles(
      files,
      folder,
      guard,
    );
    const log = await ChangeLog.open(files, join(folder, 'project.log'), {
      readOnly: readOnly !== null,
      now: options.now,
      snapshot: manifest.data.revision,
    });
    const texts = new TextStore(files, folder);
    const summaries = new SummaryIndex(files, folder);
    const queue = new WriterQueue();
    const { me, now } = options;
    const opened = new Project({
      ...{ folder, me, now, emit, files, queue, log, texts, summaries },
      ...{ manifest, manifestFile, schema, schemaFile },
    });
    project = opened;
    opened.lock = lock;
    opened.readOnly = readOnly;
    opened.sets = poolOf(opened, guard);
    for (const message of log.problems) opened.problems.push({ code: 'damaged-log', message });

    await summaries.load();
    if (readOnly === null) {
      opened.sets.unsaved.isWritable = true;
      await removeTemporaries(files, folder);
      await removeTemporaries(files, join(folder, 'cache'));
    }
    await opened.sets.unsaved.load();
    const actions = await queue.run(() => finishActions(opened));
    if (readOnly === null) {
      await texts.discardAll();
      const entries = await opened.sets.flushUnsaved(() => !wasStale);
      if (wasStale) opened.recovered = actions + entries;
    }
    startKeeping(opened);
    return { state: 'open', project: opened };
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

/** Why a folder that refuses a lock file can still be shown. @throws what is no such reason */
function whyReadOnly(error: unknown): string {
  const cause = error instanceof StoreError ? error.cause : error;
  if (['EROFS', 'EACCES', 'EPERM'].includes(codeOf(cause)))
    return 'The project is in a folder that cannot be written, so it is open read-only. Copy it to a folder of yours to work on it.';
  if (['ENOSPC', 'EDQUOT'].includes(codeOf(cause)))
    return 'The disk is full, so the project is open read-only. Free some space and open it again.';
  throw error;
}

async function readProjectFiles(files: Files, folder: string, guard: () => Promise<void>) {
  const manifestFile = new DurableAdapter<ProjectManifest>({
    ...{ files, guard, codec: manifestCodec },
    ...{ path: join(folder, 'project.json'), name: 'project.json' },
  });
  const schemaFile = new DurableAdapter<Schema>({
    ...{ files, guard, codec: schemaCodec },
    ...{ path: join(folder, 'schema.json'), name: 'schema.json' },
  });
  const manifest = new Low<ProjectManifest>(manifestFile, NO_MANIFEST);
  const schema = new Low<Schema>(schemaFile, NO_SCHEMA);
  await manifest.read();
  if (manifest.data === NO_MANIFEST)
    throw new StoreError({
      code: 'not-found',
      message: `${basename(folder)} is not a Glossator project: it has no project.json. Choose the folder that holds project.json.`,
      place: { file: folder },
    });
  await schema.read();
  if (schema.data === NO_SCHEMA)
    throw new StoreError({
      code: 'invalid-file',
      message: `schema.json is missing from ${basename(folder)}. Put it back from a copy of the project.`,
      place: { file: 'schema.json' },
    });
  return [
    { manifest, manifestFile },
    { schema, schemaFile },
  ] as const;
}

const NO_SCHEMA: Schema = { entityTypes: [], relationTypes: [], documentLabels: [] };
const NO_MANIFEST: ProjectManifest = {
  format: 'glossator-project',
  formatVersion: FORMAT_VERSION,
  id: '',
  name: '',
  createdAt: '',
  annotators: [],
  documents: [],
  trash: [],
  revision: 0,
};

function poolOf(project: Project, guard: () => Promise<void>): SetPool {
  const { files, folder, me, now, queue, emit, summaries } = project.parts;
  const { news } = project;
  return new SetPool({
    env: {
      ...{ files, folder, me, now, queue, guard },
      onOutside: (key, message) => emit('annotations.changed', { ...key, message }),
    },
    identify: (key) => project.identify(key),
    onTrouble: (message) =>
      emit('notice', {
        kind: message === null ? 'info' : 'error',
        message: message ?? 'Everything is saved again.',
        topic: 'saving',
      }),
    onChange: (set) => {
      const known = summaries.get(set.key);
      // Its files' stamps are left out while it is open: the next session looks at them.
      const stamps = { json: null, log: null };
      const { annotator } = set.state;
      const fresh = summarizeIndex(set.key, annotator.name, set.index, stamps);
      summaries.set(fresh);
      const isSeen = known && JSON.stringify(summaryOf(known)) === JSON.stringify(summaryOf(fresh));
      if (!isSeen && project.entryOf(set.key.documentId)) news.add(summaryOf(fresh));
    },
  });
}
