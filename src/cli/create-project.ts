import { basename, dirname, resolve } from 'node:path';
import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import { exists } from '#host/exports/write-files.ts';
import { newHost } from './open-project.ts';
import type { Terminal } from './terminal.ts';

/** Makes a project folder with the default schema, where there is nothing yet. */
export async function createProject(
  terminal: Terminal,
  path: string,
): Promise<Result<null, ApiError>> {
  const folder = resolve(terminal.cwd, path);
  if (await exists(folder)) return ok(null);
  const host = newHost(terminal);
  try {
    const made = await host.endpoints['project.create']({
      name: basename(folder),
      parent: dirname(folder),
    });
    return made.ok ? ok(null) : made;
  } finally {
    await host.close();
  }
}
