import type { Records } from '#core/merge/merge-sets.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { Problem } from '#core/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import type { ProjectSession } from '../project/session.ts';

/** A set as it is now. */
export interface SoundSet {
  readonly annotator: Annotator;
  readonly records: Records;
  readonly revision: number;
}

/** With these, what is not shown would count as deleted. */
const UNSOUND: ReadonlySet<string> = new Set([
  ...['invalid-file', 'newer-format', 'foreign-set', 'other-text', 'log-misfit'],
  ...['misplaced-span', 'duplicate-id'],
]);

/** Reads a set that can be merged; fails with the reason where part of it cannot be read. */
export async function readSoundSet(
  session: ProjectSession,
  key: SetKey,
  where: string,
): Promise<Result<SoundSet, Problem>> {
  const set = await session.readSet(key);
  const problem = set.ok ? set.value.problems.find(({ code }) => UNSOUND.has(code)) : set.error;
  if (problem || !set.ok) {
    const why = problem?.message ?? '';
    const message = `A set ${where} is left out, because it cannot be read as a whole. ${why}`;
    return err({ ...problem, code: 'left-out', message });
  }
  const { annotator, index, revision } = set.value;
  return ok({ annotator, records: new Map(index.records), revision });
}
