import { hostname } from 'node:os';
import { resolve } from 'node:path';
import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { err } from '#core/result.ts';
import { createHost, type Host } from '#host/index.ts';
import type { ProjectSession } from '#host/project/session.ts';
import { progressLine, type Terminal } from './terminal.ts';

/** Whom the history names for what the command line did. */
const COMMAND_LINE = { id: 'command-line', name: 'Command line' };

export interface OpenedProject {
  readonly host: Host;
  readonly session: ProjectSession;
}

/** A host without a window, whose progress goes to the terminal. Close it. */
export function newHost(terminal: Terminal): Host {
  const showProgress = progressLine(terminal);
  return createHost({
    now: () => new Date(),
    random: Math.random,
    machineName: hostname(),
    documentsFolder: terminal.cwd,
    sampleFolder: terminal.cwd,
    me: () => COMMAND_LINE,
    emit: (event, data) => {
      if (event === 'job.progress') showProgress(data as Parameters<typeof showProgress>[0]);
    },
  });
}

/**
 * Opens a project folder, runs the work, and closes it again: all is in its files when this settles.
 * To write, the project must not be open in a window; to read it may be.
 */
export async function withProject<Value>(
  terminal: Terminal,
  path: string,
  mode: 'read' | 'write',
  work: (project: OpenedProject) => Promise<Result<Value, ApiError>>,
): Promise<Result<Value, ApiError>> {
  const host = newHost(terminal);
  try {
    const opened = await host.endpoints['project.open']({
      path: resolve(terminal.cwd, path),
      mode: mode === 'read' ? 'read-only' : 'ask',
    });
    if (!opened.ok) return opened;
    if (opened.value.state === 'locked') {
      const { annotator, host: machine, since } = opened.value.holder;
      return err({
        code: 'locked',
        message: `${annotator} has this project open on ${machine} since ${since}. Close it there, and try again.`,
      });
    }
    const session = host.session();
    if (!session) return err({ code: 'bug', message: 'The project was opened and is not there.' });
    return await work({ host, session });
  } finally {
    await host.close();
  }
}
