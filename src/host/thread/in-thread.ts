import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { err } from '#core/result.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import { carryOut, type Task, type TaskJob, type TaskResult, type TaskResults } from './task.ts';
import type { ThreadInput, ThreadMessage } from './thread-messages.ts';

const PROGRAM = 'project-thread.js';

/**
 * Carries a task out in a thread; where there is no built program for one (tests run from source), right here.
 * The thread is ended when the job is stopped.
 */
export async function inThread<One extends Task>(
  session: ProjectSession,
  task: One,
  job: Job,
  found: TaskJob['found'] = () => undefined,
): Promise<Result<TaskResults[One['kind']], ApiError>> {
  const whole: TaskJob = { ...job, found };
  const program = findProgram();
  const result = program
    ? await runThread(program, { folder: session.folder, me: session.me, task }, whole)
    : await carryOut(session, task, whole);
  // The thread answers each task with what it finds.
  return result as Result<TaskResults[One['kind']], ApiError>;
}

/** The build puts it into `out/main`; this file is part of a bundle there, or of one in a folder of it. */
function findProgram(): string | undefined {
  const here = import.meta.dirname;
  return [join(here, PROGRAM), join(here, '..', PROGRAM)].find((path) => existsSync(path));
}

function runThread(program: string, workerData: ThreadInput, job: TaskJob): Promise<TaskResult> {
  job.signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const worker = new Worker(program, { workerData });
    const stop = () => {
      void worker.terminate();
      reject(job.signal.reason);
    };
    job.signal.addEventListener('abort', stop, { once: true });
    const settle = (result: TaskResult) => {
      job.signal.removeEventListener('abort', stop);
      void worker.terminate();
      resolve(result);
    };
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'done') settle(message.result);
      else if (message.kind === 'part') job.found(message.found);
      else job.progress(message.done, message.total, message.text);
    });
    worker.on('error', (error) => settle(err({ code: 'bug', message: error.message })));
    worker.on('exit', () =>
      settle(err({ code: 'bug', message: 'The work ended before it was done.' })),
    );
  });
}
