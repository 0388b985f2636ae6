import { setImmediate as breathe } from 'node:timers/promises';
import type { ApiError } from '#api/problem.ts';
import type { Problem } from '#core/problem.ts';
import { ok, type Result } from '#core/result.ts';
import type { Job } from '../jobs.ts';
import { Archives } from './archives.ts';
import { examine, type LookedFile } from './examine.ts';
import type { FoundFile } from './found-file.ts';
import { type Grouped, group } from './group.ts';
import { walk } from './walk.ts';

/**
 * Looks at files, folders and archives: what they are, and what belongs together. Writes nothing.
 * Fails where a given path cannot be read.
 */
export async function look(paths: readonly string[], job: Job): Promise<Result<Grouped, ApiError>> {
  job.progress(0, 0, 'Looking for files');
  const found = await walk(paths, job.signal);
  if (!found.ok) return found;
  const looking = new Looking(job, found.value.files.length);
  for (const file of found.value.files) await looking.at(file, false);
  job.progress(looking.total, looking.total, '');
  const { sources, problems } = group(looking.files);
  return ok({ sources, problems: [...found.value.problems, ...looking.problems, ...problems] });
}

class Looking {
  readonly files: LookedFile[] = [];
  readonly problems: Problem[] = [];
  readonly #archives = new Archives();
  readonly #job: Job;
  #done = 0;
  /** Files to look at, as far as is known. */
  total: number;

  constructor(job: Job, total: number) {
    this.#job = job;
    this.total = total;
  }

  async at(file: FoundFile, isEntry: boolean): Promise<void> {
    this.#job.signal.throwIfAborted();
    this.#job.progress(this.#done++, this.total, file.name);
    await breathe();
    const examined = await examine(file);
    if (examined.kind === 'file') {
      this.files.push(examined.file);
      return;
    }
    if (isEntry) {
      const message = 'This is an archive inside an archive. Unpack it, and import what is in it.';
      this.problems.push({ code: 'nested-archive', message, place: { file: file.path } });
      return;
    }
    const opened = this.#archives.open(file, examined.bytes);
    if (!opened.ok) {
      this.problems.push(opened.error);
      return;
    }
    this.total += opened.value.length;
    for (const entry of opened.value) await this.at(entry, true);
  }
}
