import type { MergeChoice, MergePlan } from '#api/calls/merge.ts';
import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { type EndpointsOf, type HostContext, requireSession } from '../context.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import { attempt } from '../store/store-error.ts';
import { applyMerge } from './apply-merge.ts';
import { findConflictCopies } from './conflict-copies.ts';
import { planMerge } from './plan-merge.ts';
import { withSources } from './source.ts';

/** Answers `merge.…`. */
export function mergeEndpoints(
  ctx: HostContext,
): EndpointsOf<'merge.plan' | 'merge.apply' | 'merge.copies'> {
  const answer = async (
    { choice, job: name }: { readonly choice: MergeChoice; readonly job: string },
    isDry: boolean,
  ): Promise<Result<MergePlan, ApiError>> => {
    const session = requireSession(ctx);
    if (!session.ok) return session;
    return ctx.jobs.run(name, (job) =>
      attempt(() => merge(session.value, choice, { job, now: ctx.now, isDry })),
    );
  };
  return {
    'merge.plan': (args) => answer(args, true),
    'merge.apply': (args) => answer(args, false),
    'merge.copies': async () => {
      const session = requireSession(ctx);
      return session.ok ? attempt(() => findConflictCopies(session.value.folder)) : session;
    },
  };
}

interface Way {
  readonly job: Job;
  readonly now: () => Date;
  /** Only says what would be done. */
  readonly isDry: boolean;
}

/** Merges other projects, packets and sets into a project. @throws {StoreError} */
export async function merge(
  session: ProjectSession,
  choice: MergeChoice,
  { job, now, isDry }: Way,
): Promise<MergePlan> {
  return withSources(session, choice.others, now, async (sources) => {
    const work = await planMerge(session, sources, choice, job);
    if (!isDry) await applyMerge(session, work, sources, job);
    return work.plan;
  });
}
