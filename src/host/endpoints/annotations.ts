import type { Applied, OpenSet } from '#api/calls/annotations.ts';
import type { ApiError } from '#api/problem.ts';
import type { AnnotationRecord, SetKey } from '#core/model/annotation-set.ts';
import { NOTE_ID } from '#core/model/document-note.ts';
import { STATUS_ID } from '#core/model/document-status.ts';
import type { Range } from '#core/model/range.ts';
import type { Result } from '#core/result.ts';
import type { SetIndex } from '#core/set/set-index.ts';
import type { EndpointsOf } from '../context.ts';
import { listMe } from '../project/annotator.ts';
import { followSchemas } from '../project/follow-schemas.ts';
import type { Project } from '../project/project.ts';
import { problemsOf } from '../project/set-problems.ts';
import { historyOf } from '../project/view.ts';
import { checkChange } from '../store/check-change.ts';
import { glimpse } from '../store/glimpse.ts';
import { type Done, type FollowSince, redo, restore, setAt, undo } from '../store/set-history.ts';
import type { SetStore } from '../store/set-store.ts';
import { StoreError } from '../store/store-error.ts';
import { type OwnContext, withProject } from './own-context.ts';

/** Records of a set that is open already and yet takes long to be sent and indexed. */
const MANY = 8_000;

/** Answers `annotations.…`. */
export function annotationEndpoints(
  ctx: OwnContext,
): EndpointsOf<
  | 'annotations.read'
  | 'annotations.commit'
  | 'annotations.undo'
  | 'annotations.redo'
  | 'annotations.history'
  | 'annotations.at'
  | 'annotations.restore'
> {
  const read = <Value>(key: SetKey, work: (project: Project, set: SetStore) => Promise<Value>) =>
    withProject(ctx, async (project) => {
      requireListed(project, key);
      return project.parts.queue.run(async () => work(project, await project.pool.open(key)));
    });
  const edit = <Value>(key: SetKey, work: (project: Project, set: SetStore) => Promise<Value>) =>
    withProject(ctx, async (project) => {
      project.requireWritable();
      requireListed(project, key);
      requireOwn(project, key);
      try {
        return await project.parts.queue.run(async () => {
          const value = await work(project, await project.pool.open(key));
          await listMe(project);
          return value;
        });
      } catch (error) {
        // Another program wrote to the log: what it holds now is read before the window asks again.
        const isConflict = error instanceof StoreError && error.problem.code === 'conflict';
        if (isConflict) await project.pool.lookOutside();
        throw error;
      }
    });
  const applied = (
    key: SetKey,
    work: (set: SetStore, followSince: FollowSince) => Promise<Done>,
  ): Promise<Result<Applied, ApiError>> =>
    edit(key, async (project, set) => {
      const { revision, change, label, leftOut } = await work(set, (since) =>
        followSchemas(project, since),
      );
      if (leftOut !== null) ctx.emit('notice', { kind: 'info', message: leftOut });
      return { revision, change, label, undo: set.undoState };
    });

  return {
    'annotations.read': ({ near, ...key }) =>
      withProject(ctx, async (project) => {
        requireListed(project, key);
        return project.parts.queue.run(async () => {
          const part = near ? await partOf(project, key, near) : null;
          return part ?? openSetOf(project, await project.pool.open(key));
        });
      }),
    'annotations.commit': ({ documentId, annotatorId, base, label, code, change }) =>
      edit({ documentId, annotatorId }, async (project, set) => {
        set.requireWritable();
        if (base !== set.revision)
          throw new StoreError({
            code: 'stale',
            message: 'The document was changed meanwhile. It is read again.',
          });
        const problem = checkChange(set.index, change, set.state.codec, project.schema);
        if (problem) throw new StoreError(problem);
        const revision = await set.append({ label, code }, change);
        return { revision, undo: set.undoState };
      }),
    'annotations.undo': (key) => applied(key, undo),
    'annotations.redo': (key) => applied(key, redo),
    'annotations.history': (key) =>
      read(key, async (project, set) =>
        historyOf(
          project,
          set.state.log.entries.map(({ head }) => head),
        ),
      ),
    'annotations.at': ({ documentId, annotatorId, seq }) =>
      read({ documentId, annotatorId }, async (_project, set) => [
        ...(await setAt(set, seq)).all(),
      ]),
    'annotations.restore': ({ documentId, annotatorId, seq }) =>
      applied({ documentId, annotatorId }, (set, follow) => restore(set, seq, follow)),
  };
}

function openSetOf(project: Project, set: SetStore): OpenSet {
  const { key, index, revision, undoState, readOnly } = set;
  return {
    documentId: key.documentId,
    annotatorId: key.annotatorId,
    records: [...index.all()],
    revision,
    undo: undoState,
    problems: problemsOf(project, set),
    readOnly:
      readOnly !== null || project.readOnly !== null || key.annotatorId !== project.parts.me.id,
  };
}

/** The part of a large set that can be shown before the rest; `null` where the whole comes soon enough. */
async function partOf(project: Project, key: SetKey, near: Range): Promise<OpenSet | null> {
  const { files, folder } = project.parts;
  const index = project.pool.get(key)?.index;
  if (index && index.records.size < MANY) return null;
  const records = index
    ? [...ofDocument(index), ...index.spansIn(near.start, near.end)]
    : await glimpse(files, folder, await project.identify(key), near);
  if (records === null) return null;
  const { documentId, annotatorId } = key;
  const undo = { undo: null, redo: null };
  const rest = { revision: 0, undo, problems: [], readOnly: true, isPart: true } as const;
  return { documentId, annotatorId, records, ...rest };
}

/** Status, note and labels. */
function ofDocument(index: SetIndex): AnnotationRecord[] {
  const single = [STATUS_ID, NOTE_ID].flatMap((id) => index.get(id) ?? []);
  return index.counts().labels === 0 ? single : [...single, ...index.labels()];
}

/** @throws {StoreError} `not-found` for documents that are not in the list */
function requireListed(project: Project, { documentId }: SetKey): void {
  project.requireEntry(documentId);
}

/** @throws {StoreError} `read-only` for sets of others */
function requireOwn(project: Project, { annotatorId }: SetKey): void {
  if (annotatorId === project.parts.me.id) return;
  const name = project.nameOf(annotatorId);
  throw new StoreError({
    code: 'read-only',
    message: `These are the annotations of ${name}. They can be looked at, and only ${name} can change them.`,
  });
}
