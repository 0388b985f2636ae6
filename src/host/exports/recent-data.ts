import type { ExportSelection } from '#api/calls/exports.ts';
import type { ApiError } from '#api/problem.ts';
import { ok, type Result } from '#core/result.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import { type Gathered, gather } from './build-dataset.ts';

/** What was read last for each session. Weak: it is read again where the memory was needed. */
const recent = new WeakMap<ProjectSession, { readonly key: string; data: WeakRef<Gathered> }>();

/**
 * The chosen part of the project, as it was read the last time where that was the same selection. Only for
 * counting again what a person is looking at: what is written is always read anew.
 */
export async function gatherAgain(
  session: ProjectSession,
  selection: ExportSelection,
  reuse: boolean,
  job: Job,
): Promise<Result<Gathered, ApiError>> {
  const key = JSON.stringify(selection);
  const last = recent.get(session);
  const known = reuse && last?.key === key ? last.data.deref() : undefined;
  if (known) return ok(known);
  const gathered = await gather(session, selection, job);
  if (gathered.ok) recent.set(session, { key, data: new WeakRef(gathered.value) });
  return gathered;
}
