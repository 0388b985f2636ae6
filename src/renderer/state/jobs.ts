import type { Events } from '#api/events.ts';
import { call } from './client.ts';
import { newJob } from './ids.ts';
import { type Job, useShell } from './shell.ts';

const change = (id: string, patch: (job: Job) => Job | null) =>
  useShell.setState(({ jobs }) => ({
    jobs: jobs.flatMap((job) => (job.id === id ? (patch(job) ?? []) : job)),
  }));

/** Runs long work of the host, which the status line shows and can stop while it lasts. */
export async function runJob<T>(
  title: string,
  what: string,
  work: (job: string) => Promise<T>,
): Promise<T> {
  const id = newJob(what);
  useShell.setState(({ jobs }) => ({
    jobs: [...jobs, { id, title, done: 0, total: 0, text: '' }],
  }));
  try {
    return await work(id);
  } finally {
    change(id, () => null);
  }
}

/** The host tells how far a job is. */
export function onProgress({ job, done, total, text }: Events['job.progress']) {
  change(job, (before) => ({ ...before, done, total, text }));
}

/** Stops a job; whatever it was doing leaves nothing behind. */
export const cancelJob = (job: string) => void call('job.cancel', { job });
