import type { Differences } from '#api/calls/review.ts';
import type { ApiError } from '#api/problem.ts';
import type { SurveyDocument } from '#core/agreement/survey/survey-input.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import { describeDifference } from '#core/review/describe.ts';
import type { TellingDifference } from '#core/review/difference.ts';
import { compareSets } from '#core/review/differences.ts';
import { distinctNames } from '#core/review/distinct-names.ts';
import { listDifferences } from '#core/review/list-differences.ts';
import { eachDocument } from '../agreement/survey-documents.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import { DifferenceList } from './difference-list.ts';
import { inOrder, symmetricTypes } from './review-sets.ts';
import type { ReviewTask } from './task.ts';

/** Told of all differences of each document, whether they are listed or not. */
export interface FindingJob extends Job {
  found(differences: readonly TellingDifference[]): void;
}

/** Compares the chosen sets, document by document. */
export async function findDifferences(
  session: ProjectSession,
  { request, filter }: ReviewTask,
  job: FindingJob,
): Promise<Result<Differences, ApiError>> {
  const symmetric = symmetricTypes(session);
  const names = distinctNames(session.annotators);
  const nameOf = (id: string) => names.get(id) ?? id;
  const list = new DifferenceList(filter);
  const worked = { documents: 0, alone: 0 };
  const compare = ({ id, text, sets }: SurveyDocument) => {
    if (sets.length < 2) {
      worked.alone += sets.length;
      return;
    }
    worked.documents++;
    const ordered = inOrder(sets, request.annotators);
    const everyone = ordered.map(({ annotatorId }) => annotatorId);
    const all = compareSets(ordered, symmetric);
    const found = listDifferences(id, text, all, everyone).map(({ difference, compared }) => ({
      ...difference,
      sentence: describeDifference(compared, { everyone, text, nameOf }),
    }));
    for (const difference of found) list.add(difference);
    job.found(found);
  };
  const read = await eachDocument(session, request, job, compare);
  return read.ok ? ok({ ...list.listed(), ...worked }) : read;
}
