import type { ApiError } from '#api/problem.ts';
import type { Annotator } from '#core/model/annotator.ts';
import { err, type Result } from '#core/result.ts';
import type { HostContext } from '../context.ts';
import type { HostOptions } from '../host-options.ts';
import type { Project } from '../project/project.ts';
import type { OpenSession } from '../project/project-session.ts';
import { attemptAt } from '../project/reach.ts';
import { StoreError } from '../store/store-error.ts';

/** What the host's own endpoints work with, besides what all have. */
export interface OwnContext extends HostContext {
  session(): OpenSession | null;
  /** Puts another open project (or none) in the place of the present one, which is closed. */
  replace(session: OpenSession | null): Promise<void>;
  readonly options: HostOptions;
}

/** Runs work on the open project; expected failures become values. */
export function withProject<Value>(
  ctx: OwnContext,
  work: (project: Project, session: OpenSession) => Promise<Value>,
): Promise<Result<Value, ApiError>> {
  const session = ctx.session();
  if (session) return attemptAt(session.project.parts, () => work(session.project, session));
  const message = 'No project is open. Open or create one first.';
  return Promise.resolve(err({ code: 'refused', message }));
}

/** Who works here. @throws {StoreError} `refused` until that is known */
export function requireMe(ctx: OwnContext): Annotator {
  const me = ctx.options.me();
  if (me) return me;
  throw new StoreError({
    code: 'refused',
    message: 'Say who you are first: your name goes with your annotations.',
  });
}
