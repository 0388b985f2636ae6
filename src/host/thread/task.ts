import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { type AgreementResults, type AgreementTask, carryOutAgreement } from '../agreement/task.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import { type FindingJob, findDifferences } from '../review/find-differences.ts';
import type { ReviewResults, ReviewTask } from '../review/task.ts';

/** Something to find out about many documents, as it is sent to the thread. */
export type Task = AgreementTask | ReviewTask;

/** What each task finds. */
export interface TaskResults extends AgreementResults, ReviewResults {}

export type TaskResult = Result<TaskResults[Task['kind']], ApiError>;

/** What a task gets besides the project: a way to tell what it finds on its way, too. */
export interface TaskJob extends Job, FindingJob {}

/** Carries a task out on an open project. */
export async function carryOut(
  session: ProjectSession,
  task: Task,
  job: TaskJob,
): Promise<TaskResult> {
  if (task.kind === 'differences') return findDifferences(session, task, job);
  return carryOutAgreement(session, task, job);
}
