import { ok } from '#core/result.ts';
import { agreementEndpoints } from './agreement/endpoints.ts';
import type { HostEndpoints } from './context.ts';
import { documentEndpoints } from './documents/endpoints.ts';
import { annotationEndpoints } from './endpoints/annotations.ts';
import { documentListEndpoints } from './endpoints/documents.ts';
import type { OwnContext } from './endpoints/own-context.ts';
import { projectEndpoints } from './endpoints/project.ts';
import { schemaEndpoints } from './endpoints/schema.ts';
import { exportEndpoints } from './exports/endpoints.ts';
import type { HostOptions } from './host-options.ts';
import { importEndpoints } from './imports/endpoints.ts';
import { createJobs } from './jobs.ts';
import { mergeEndpoints } from './merge/endpoints.ts';
import { packetEndpoints } from './packets/endpoints.ts';
import type { OpenSession } from './project/project-session.ts';
import type { ProjectSession } from './project/session.ts';
import { reviewEndpoints } from './review/endpoints.ts';
import { schemaFileEndpoints } from './schema-files/endpoints.ts';

export type { HostEndpoint, HostEndpoints } from './context.ts';
export type { Emit } from './emit.ts';
export type { HostOptions } from './host-options.ts';
export type { ProjectSession, StoredSet } from './project/session.ts';

/** The project host of one window (or of one run of the command line). */
export interface Host {
  readonly endpoints: HostEndpoints;
  /** Folder of the open project; `null` where none is. */
  folder(): string | null;
  /** The open project, for the command line, which needs no calls; `null` where none is. */
  session(): ProjectSession | null;
  /** Closes the open project: all is in its JSON files, and its lock is free, when this settles. */
  close(): Promise<void>;
}

/** Makes the host of one window. Opens nothing yet. */
export function createHost(options: HostOptions): Host {
  const { emit, now, random } = options;
  const jobs = createJobs(emit);
  let current: OpenSession | null = null;
  const ctx: OwnContext = {
    session: () => current,
    async replace(session) {
      const before = current;
      current = session;
      await before?.close();
    },
    emit,
    jobs,
    now,
    random,
    options,
  };
  const endpoints: HostEndpoints = {
    ...projectEndpoints(ctx),
    ...agreementEndpoints(ctx),
    ...annotationEndpoints(ctx),
    ...documentListEndpoints(ctx),
    ...schemaEndpoints(ctx),
    ...documentEndpoints(ctx),
    ...exportEndpoints(ctx),
    ...importEndpoints(ctx),
    ...reviewEndpoints(ctx),
    ...mergeEndpoints(ctx),
    ...packetEndpoints(ctx),
    ...schemaFileEndpoints(ctx),
    'job.cancel': async ({ job }) => {
      jobs.cancel(job);
      return ok(null);
    },
  };
  return {
    endpoints,
    folder: () => current?.folder ?? null,
    session: () => current,
    async close() {
      jobs.cancelAll();
      await ctx.replace(null);
    },
  };
}
