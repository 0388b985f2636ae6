import type { AgreementCalls, AgreementRequest, FoundPlace } from '#api/calls/agreement.ts';
import type { ApiError } from '#api/problem.ts';
import { comparable } from '#core/agreement/survey/comparable.ts';
import type { AgreementPlace, PlaceQuery } from '#core/agreement/survey/place-query.ts';
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
/** Characters on each side of them. */
const CONTEXT = 60;

/** Goes through the same documents as the figures do, and gathers what some of them were counted from. */
export async function findPlaces(
  session: ProjectSession,
  request: AgreementRequest,
  queries: readonly PlaceQuery[],
  job: Job,
): Promise<Result<ReturnType<AgreementCalls['agreement.places']>, ApiError>> {
  const options = surveyOptions(session, request);
  const symmetric = new Set(options.symmetric);
  const places: FoundPlace[] = [];
  let count = 0;
  const read = await eachDocument(session, request, job, ({ id, text, sets }) => {
    const sides = new Map(sets.map((set) => [set.annotatorId, comparable(set, options)]));
    for (const query of queries) {
      const [ours, theirs] = [sides.get(query.first), sides.get(query.second)];
      if (!ours || !theirs) continue;
      for (const place of placesOf(id, ours, theirs, query, symmetric)) {
        count++;
        if (places.length >= MOST_PLACES) continue;
        places.push({
          ...place,
          annotators: [query.first, query.second],
          ...wordsAt(text, place.range),
        });
      }
    }
  });
  return read.ok ? ok({ places, count }) : read;
}

function wordsAt(text: string, range: AgreementPlace['range']) {
  if (!range) return { before: '', words: '', after: '' };
  const { start, end } = range;
  return {
    before: cut(text, start - CONTEXT, start),
    words: cut(text, start, Math.min(end, start + MOST_WORDS)),
    after: end - start > MOST_WORDS ? '…' : cut(text, end, end + CONTEXT),
  };
}
