import type { HostCalls } from '#api/contract.ts';
import type { Endpoint, Endpoints } from '#api/endpoints.ts';
import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';
import type { Emit } from './emit.ts';
import type { Jobs } from './jobs.ts';
import type { ProjectSession } from './project/session.ts';

/** What every endpoint of one window works with. */
export interface HostContext {
  /** The open project; `null` where none is open. */
  session(): ProjectSession | null;
  readonly emit: Emit;
  readonly jobs: Jobs;
  readonly now: () => Date;
  /** Gives numbers in [0, 1). */
  readonly random: () => number;
}

export type { HostEndpoints } from '#api/endpoints.ts';

/** Answers one call. Arguments were decoded by `api/dispatch.ts`; failures are values, bugs throw. */
export type HostEndpoint<M extends keyof HostCalls> = Endpoint<M>;

/** The answers to some calls, by method. */
export type EndpointsOf<M extends keyof HostCalls> = Endpoints<M>;

/** The open project, or the failure to answer with where there is none. */
export function requireSession(ctx: HostContext): Result<ProjectSession, ApiError> {
  const session = ctx.session();
  return session
    ? ok(session)
    : err({ code: 'refused', message: 'No project is open. Open or create one first.' });
}
