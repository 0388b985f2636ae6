import type {
  AgreementCalls,
  AgreementRequest,
  GammaReport,
  GammaRequest,
} from '#api/calls/agreement.ts';
import type { ApiError } from '#api/problem.ts';
import type { PlaceQuery } from '#core/agreement/survey/place-query.ts';
import type { AgreementReport } from '#core/agreement/survey/report.ts';
import { Survey } from '#core/agreement/survey/survey.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import { findPlaces } from './find-places.ts';
import { gammaTime, measureGamma } from './measure-gamma.ts';
import { eachDocument, surveyOptions } from './survey-documents.ts';

/** Something to find out, as it is sent to the thread. */
export type AgreementTask =
  | { readonly kind: 'run'; readonly request: AgreementRequest }
  | {
      readonly kind: 'places';
      readonly request: AgreementRequest;
      readonly queries: readonly PlaceQuery[];
    }
  | { readonly kind: 'gamma'; readonly request: GammaRequest }
  | { readonly kind: 'gamma-time'; readonly request: GammaRequest };

/** What each task finds. */
export interface AgreementResults {
  readonly run: AgreementReport;
  readonly places: ReturnType<AgreementCalls['agreement.places']>;
  readonly gamma: GammaReport;
  readonly 'gamma-time': { readonly seconds: number };
}

/** Carries a task out on an open project. */
export async function carryOutAgreement(
  session: ProjectSession,
  task: AgreementTask,
  job: Job,
): Promise<Result<AgreementResults[AgreementTask['kind']], ApiError>> {
  switch (task.kind) {
    case 'run':
      return runSurvey(session, task.request, job);
    case 'places':
      return findPlaces(session, task.request, task.queries, job);
    case 'gamma':
      return measureGamma(session, task.request, job);
    case 'gamma-time':
      return gammaTime(session, task.request, job);
  }
}

async function runSurvey(
  session: ProjectSession,
  request: AgreementRequest,
  job: Job,
): Promise<Result<AgreementReport, ApiError>> {
  const survey = new Survey(surveyOptions(session, request));
  const read = await eachDocument(session, request, job, (document) => survey.add(document));
  return read.ok ? ok(survey.report()) : read;
}
