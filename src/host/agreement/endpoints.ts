import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { err } from '#core/result.ts';
import { type EndpointsOf, type HostContext, requireSession } from '../context.ts';
import { writeOneFile } from '../exports/write-one-file.ts';
import { inThread } from '../thread/in-thread.ts';
import type { AgreementResults, AgreementTask } from './task.ts';
import { reportText, requireTwo } from './write-report.ts';

/** Answers the calls that measure agreement. */
export function agreementEndpoints(
  ctx: HostContext,
): EndpointsOf<
  | 'agreement.run'
  | 'agreement.places'
  | 'agreement.gamma'
  | 'agreement.gammaTime'
  | 'agreement.write'
> {
  const measure = async <Task extends AgreementTask>(
    task: Task,
    name: string,
  ): Promise<Result<AgreementResults[Task['kind']], ApiError>> => {
    const session = requireSession(ctx);
    if (!session.ok) return session;
    const refused = requireTwo(task.request.annotators);
    if (refused) return err(refused);
    return ctx.jobs.run(name, (job) => inThread(session.value, task, job));
  };
  return {
    'agreement.run': ({ job, ...request }) => measure({ kind: 'run', request }, job),
    'agreement.places': ({ job, request, queries }) =>
      measure({ kind: 'places', request, queries }, job),
    'agreement.gamma': ({ job, ...request }) => measure({ kind: 'gamma', request }, job),
    'agreement.gammaTime': ({ job, ...request }) => measure({ kind: 'gamma-time', request }, job),
    'agreement.write': async ({ request, format, target, overwrite, job }) => {
      const report = await measure({ kind: 'run', request }, job);
      if (!report.ok) return report;
      return writeOneFile(target, reportText(report.value, format), overwrite);
    },
  };
}
