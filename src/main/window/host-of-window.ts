import type { HostEndpoints } from '#api/endpoints.ts';
import { createHost, type Emit, type Host } from '#host/index.ts';
import type { MainContext } from '../context.ts';
import { guardPaths } from '../guard/guard-paths.ts';
import { withRecent } from '../user-data/recent.ts';

const CLOSE_WITHIN_MS = 15_000;

/** Makes the project host of one window. */
export function makeHost({ environment, userData }: MainContext, emit: Emit): Host {
  return createHost({
    now: () => new Date(),
    random: Math.random,
    machineName: environment.machineName,
    documentsFolder: environment.documentsFolder,
    sampleFolder: environment.sampleFolder,
    me: () => userData.identity.data.me,
    emit,
  });
}

/** The host's answers, for paths that were granted; projects that it opens are remembered. */
export function guardedEndpoints(host: Host, context: MainContext): HostEndpoints {
  const endpoints = guardPaths(host.endpoints, context.granted);
  return {
    ...endpoints,
    'project.create': async (args) => {
      const result = await endpoints['project.create'](args);
      if (result.ok) remember(context, result.value);
      return result;
    },
    'project.open': async (args) => {
      const result = await endpoints['project.open'](args);
      if (result.ok && result.value.state === 'open') remember(context, result.value.project);
      return result;
    },
    'project.sample': async (args) => {
      const result = await endpoints['project.sample'](args);
      if (result.ok && result.value.state === 'open') remember(context, result.value.project);
      return result;
    },
  };
}

function remember({ granted, userData }: MainContext, project: { path: string; name: string }) {
  const { path, name } = project;
  granted.grant(path);
  const openedAt = new Date().toISOString();
  const projects = withRecent(userData.recent.data.projects, { path, name, openedAt });
  // A list of recent projects that cannot be written is no reason to disturb anybody.
  void userData.recent.set({ projects }).catch(() => undefined);
}

/**
 * Lets a host put its work away. All confirmed edits are on the disk already, so a host that takes
 * too long, on a disk that does not answer, is left alone: the next start replays the rest.
 */
export async function closeHost(host: Host): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, CLOSE_WITHIN_MS);
  });
  try {
    await Promise.race([host.close(), late]);
  } catch (error) {
    console.error('A project could not be closed:', error);
  } finally {
    clearTimeout(timer);
  }
}
