import type { ApiError } from '#api/problem.ts';
import type { ProjectChange } from '#core/edit/change.ts';
import { setStatus } from '#core/edit/commands/set-status.ts';
import { isEmpty } from '#core/edit/is-empty.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import type { Status } from '#core/model/document-status.ts';
import type { DocumentId } from '#core/model/ids.ts';
import type { Result } from '#core/result.ts';
import type { EndpointsOf } from '../context.ts';
import type { Job } from '../jobs.ts';
import { act } from '../project/act.ts';
import type { Project } from '../project/project.ts';
import { Steps } from '../project/steps.ts';
import { inParallel } from '../store/in-parallel.ts';
import { StoreError, unwrap } from '../store/store-error.ts';
import { type OwnContext, withProject } from './own-context.ts';

const STATUS_NAMES: Readonly<Record<Status, string>> = {
  new: 'new',
  'in-progress': 'in progress',
  done: 'done',
  'needs-review': 'for review',
  skipped: 'skipped',
};

/** Answers the calls that concern documents of the project as a whole. */
export function documentListEndpoints(
  ctx: OwnContext,
): EndpointsOf<
  | 'documents.details'
  | 'documents.text'
  | 'documents.rename'
  | 'documents.remove'
  | 'documents.restore'
  | 'documents.status'
> {
  return {
    'documents.text': async ({ documentId }) =>
      withProject(ctx, async (_project, session) => unwrap(await session.readText(documentId))),
    'documents.details': ({ documentId }) =>
      withProject(ctx, async (_project, session) => {
        const {
          carried: _carried,
          files: _files,
          ...shown
        } = unwrap(await session.readDetails(documentId));
        return shown;
      }),
    'documents.rename': ({ documentId, name }) =>
      inQueue(ctx, async (project) => {
        const before = project.requireEntry(documentId);
        if (before.name === name) return null;
        const label = `Rename ‘${before.name}’ to ‘${name}’`;
        const updated = [[before, { ...before, name }] as const];
        return change(project, label, 'documents.rename', { added: [], removed: [], updated });
      }),
    'documents.remove': ({ documentIds }) =>
      inQueue(ctx, async (project) => {
        const removed = unique(documentIds).map((id) => project.requireEntry(id));
        if (removed.length === 0) return null;
        const label = `Move ${named(removed)} to the trash`;
        return change(project, label, 'documents.remove', { added: [], removed, updated: [] });
      }),
    'documents.restore': ({ documentIds }) =>
      inQueue(ctx, async (project) => {
        const added = unique(documentIds).map((id) => requireTrashed(project, id));
        if (added.length === 0) return null;
        const label = `Restore ${named(added)} from the trash`;
        return change(project, label, 'documents.restore', { added, removed: [], updated: [] });
      }),
    'documents.status': ({ documentIds, status, job }) =>
      ctx.jobs.run(job, (running) =>
        inQueue(ctx, (project) => giveStatus(project, unique(documentIds), status, running)),
      ),
  };
}

function inQueue(
  ctx: OwnContext,
  work: (project: Project) => Promise<null>,
): Promise<Result<null, ApiError>> {
  return withProject(ctx, (project) => project.parts.queue.run(() => work(project)));
}

async function change(
  project: Project,
  label: string,
  code: string,
  documents: NonNullable<ProjectChange['documents']>,
): Promise<null> {
  await act(project, { label, code, change: { documents } });
  return null;
}

async function giveStatus(
  project: Project,
  ids: readonly DocumentId[],
  status: Status,
  job: Job,
): Promise<null> {
  project.requireWritable();
  const { me, now } = project.parts;
  const at = now().toISOString();
  const sets: NonNullable<ProjectChange['sets']>[number][] = [];
  const entries = ids.map((id) => project.requireEntry(id));
  const label = `Mark ${named(entries)} ${STATUS_NAMES[status]}`;
  // Each set is looked at, then encoded, then written.
  const steps = new Steps(job, 3 * ids.length, label);
  await inParallel(ids, async (documentId) => {
    const key = { documentId, annotatorId: me.id };
    steps.looked();
    await project.pool.visit(key, async ({ index }) => {
      const edit = setStatus(index, project.schema, { status, at });
      if (!edit.ok) throw new StoreError({ code: 'bad-request', message: edit.error.message });
      if (!isEmpty(edit.value)) sets.push({ ...key, change: edit.value });
    });
  });
  if (sets.length === 0) return null;
  await act(project, { label, code: 'documents.status', change: { sets } }, steps);
  return null;
}

function requireTrashed(project: Project, id: DocumentId): DocumentEntry {
  const found = project.manifest.trash.find(({ document }) => document.id === id);
  if (found) return found.document;
  throw new StoreError({
    code: 'not-found',
    message: `There is no document ‘${id}’ in the trash.`,
    place: { id },
  });
}

function named(entries: readonly DocumentEntry[]): string {
  const [only] = entries;
  return only && entries.length === 1
    ? `‘${only.name}’`
    : `${entries.length.toLocaleString('en')} documents`;
}

function unique<Item>(items: readonly Item[]): Item[] {
  return [...new Set(items)];
}
