import type { AgreementCalls, AgreementRequest } from '#api/calls/agreement.ts';
import type { ApiError } from '#api/problem.ts';
import { comparable } from '#core/agreement/survey/comparable.ts';
import type { PlaceQuery } from '#core/agreement/survey/place-query.ts';
import { placesOf } from '#core/agreement/survey/places.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import { cut } from '../documents/preview.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import { eachDocument, surveyOptions } from './survey-documents.ts';

/** Places that are shown; all are counted. */
const MOST_PLACES = 1_000;
/** Characters of the words of a place, in UTF-16 code units. */
const MOST_WORDS = 200;

/** Goes through the same documents as the figures do, and gathers what one of them was counted from. */
export async function findPlaces(
  session: ProjectSession,
  request: AgreementRequest,
  query: PlaceQuery,
  job: Job,
): Promise<Result<ReturnType<AgreementCalls['agreement.places']>, ApiError>> {
  const options = surveyOptions(session, request);
  const symmetric = new Set(options.symmetric);
  const places: ReturnType<AgreementCalls['agreement.places']>['places'][number][] = [];
  let count = 0;
  const read = await eachDocument(session, request, job, ({ id, text, sets }) => {
    const [ours, theirs] = [query.first, query.second].map((annotator) =>
      sets.find((set) => set.annotatorId === annotator),
    );
    if (!ours || !theirs) return;
    const sides = [comparable(ours, options), comparable(theirs, options)] as const;
    for (const place of placesOf(id, ...sides, query, symmetric)) {
      count++;
      if (places.length >= MOST_PLACES) continue;
      const { start, end } = place.range ?? { start: 0, end: 0 };
      places.push({ ...place, words: cut(text, start, Math.min(end, start + MOST_WORDS)) });
    }
  });
  return read.ok ? ok({ places, count }) : read;
}
