import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { err } from '#core/result.ts';
import type { Emit } from './emit.ts';

/** What long work gets: a way to tell how far it is, and a way to learn that it shall stop. */
export interface Job {
  /** Aborted by `job.cancel`. Check it between pieces of work, and leave nothing behind. */
  readonly signal: AbortSignal;
  /** Tells the window how far it is, at most ten times a second. `total` 0 means: not known. */
  progress(done: number, total: number, text: string): void;
}

/** Work that can be watched and stopped, by name. */
export interface Jobs {
  /**
   * Runs the work under a name that `job.cancel` can use; a second job of that name stops the first.
   * Answers `cancelled` where the work threw because its signal was aborted.
   */
  run<Value>(
    name: string,
    work: (job: Job) => Promise<Result<Value, ApiError>>,
  ): Promise<Result<Value, ApiError>>;
  /** Stops the job of that name; nothing where there is none. */
  cancel(name: string): void;
  /** Stops all jobs. */
  cancelAll(): void;
}

/** The failure that a stopped job answers with. */
export const CANCELLED: ApiError = { code: 'cancelled', message: 'Stopped. Nothing was changed.' };

const PROGRESS_EVERY_MS = 100;

/** Makes the jobs of one window. */
export function createJobs(emit: Emit): Jobs {
  const running = new Map<string, AbortController>();
  return {
    async run(name, work) {
      running.get(name)?.abort();
      const controller = new AbortController();
      running.set(name, controller);
      let told = Number.NEGATIVE_INFINITY;
      try {
        return await work({
          signal: controller.signal,
          progress(done, total, text) {
            const time = performance.now();
            if (done < total && time - told < PROGRESS_EVERY_MS) return;
            told = time;
            emit('job.progress', { job: name, done, total, text });
          },
        });
      } catch (error) {
        if (controller.signal.aborted) return err(CANCELLED);
        throw error;
      } finally {
        if (running.get(name) === controller) running.delete(name);
      }
    },
    cancel: (name) => running.get(name)?.abort(),
    cancelAll: () => {
      for (const controller of running.values()) controller.abort();
    },
  };
}
