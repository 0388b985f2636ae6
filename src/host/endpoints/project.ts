import { resolve } from 'node:path';
import type { OpenResult } from '#api/calls/project.ts';
import { describeLeftOut } from '#core/edit/left-out.ts';
import type { EndpointsOf } from '../context.ts';
import { type Acted, act } from '../project/act.ts';
import { copySample } from '../project/copy-sample.ts';
import { createProject } from '../project/create-project.ts';
import { removeFolder, requireUnused } from '../project/discard-project.ts';
import { openProject } from '../project/open-project.ts';
import type { Project } from '../project/project.ts';
import { OpenSession } from '../project/project-session.ts';
import { redoAction, undoAction } from '../project/undo-action.ts';
import { historyOf, viewOf } from '../project/view.ts';
import { attempt } from '../store/store-error.ts';
import { type OwnContext, requireMe, withProject } from './own-context.ts';

const SAMPLE = 'Glossator sample';

/** Answers `project.…`. */
export function projectEndpoints(
  ctx: OwnContext,
): EndpointsOf<
  | 'project.create'
  | 'project.sample'
  | 'project.open'
  | 'project.view'
  | 'project.rename'
  | 'project.close'
  | 'project.discard'
  | 'project.summaries'
  | 'project.undo'
  | 'project.redo'
  | 'project.history'
> {
  const { options } = ctx;
  return {
    'project.create': ({ name, parent = options.documentsFolder }) =>
      attempt(async () => {
        const { now, random } = options;
        const me = requireMe(ctx);
        const folder = await createProject({ parent: resolve(parent), name, me, now, random });
        const opened = await open(ctx, folder, 'ask');
        if (opened.state === 'locked') throw new Error('a new project is locked');
        return opened.project;
      }),
    'project.sample': () =>
      attempt(async () => {
        requireMe(ctx);
        const folder = await copySample(options.sampleFolder, options.documentsFolder, SAMPLE);
        return open(ctx, folder, 'ask');
      }),
    'project.open': ({ path, mode }) => attempt(() => open(ctx, resolve(path), mode)),
    'project.view': () => withProject(ctx, async (project) => viewOf(project)),
    'project.rename': ({ name }) =>
      withProject(ctx, (project) => project.parts.queue.run(() => rename(project, name))),
    'project.close': () =>
      attempt(async () => {
        await ctx.replace(null);
        return null;
      }),
    'project.discard': () =>
      withProject(ctx, async (project) => {
        const { queue, files, folder } = project.parts;
        await project.background;
        await queue.run(() => requireUnused(project));
        await ctx.replace(null);
        await removeFolder(files, folder);
        return null;
      }),
    'project.summaries': () => withProject(ctx, async (_project, session) => session.summaries()),
    'project.undo': () =>
      withProject(ctx, async (project) => {
        const done = await project.parts.queue.run(() => undoAction(project));
        return told(ctx, done);
      }),
    'project.redo': () =>
      withProject(ctx, async (project) => {
        const done = await project.parts.queue.run(() => redoAction(project));
        return told(ctx, done);
      }),
    'project.history': () =>
      withProject(ctx, async (project) =>
        historyOf(
          project,
          project.parts.log.entries.map(({ head }) => head),
        ),
      ),
  };
}

async function open(
  ctx: OwnContext,
  folder: string,
  mode: 'ask' | 'read-only' | 'take-over',
): Promise<OpenResult> {
  const me = requireMe(ctx);
  const { now, machineName, emit } = ctx.options;
  const present = ctx.session();
  if (present?.folder === folder) {
    // Asked for once more: as it is, unless it is to be opened in another way.
    if (mode === 'ask' && present.readOnly === null)
      return { state: 'open', project: viewOf(present.project) };
    await ctx.replace(null);
  }
  const opened = await openProject({ folder, mode, me, now, emit, host: machineName });
  if (opened.state === 'locked') return opened;
  await ctx.replace(new OpenSession(opened.project));
  return { state: 'open', project: viewOf(opened.project) };
}

async function rename(project: Project, name: string): Promise<null> {
  const before = project.manifest.name;
  if (before === name) return null;
  const label = `Rename the project to ‘${name}’`;
  await act(project, { label, code: 'project.rename', change: { name: [before, name] } });
  return null;
}

function told(ctx: OwnContext, { label, leftOut }: Acted & { readonly label: string }) {
  const message = describeLeftOut(leftOut);
  if (message !== null) ctx.emit('notice', { kind: 'info', message });
  return { label };
}
