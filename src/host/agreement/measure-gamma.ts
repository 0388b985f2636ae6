import type { GammaDocument, GammaReport, GammaRequest } from '#api/calls/agreement.ts';
import type { ApiError } from '#api/problem.ts';
import { seededRandom } from '#core/agreement/bootstrap/seeded-random.ts';
import { meanOf } from '#core/agreement/counts.ts';
import { disorderOf, gammaFrom, samplesNeeded } from '#core/agreement/gamma/gamma.ts';
import { shuffle } from '#core/agreement/gamma/sampler.ts';
import { comparable } from '#core/agreement/survey/comparable.ts';
import type { SurveyDocument } from '#core/agreement/survey/survey-input.ts';
import { unitsOf } from '#core/agreement/survey/unit-samples.ts';
import type { Units } from '#core/agreement/unitizing/unit.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import { eachDocument, surveyOptions } from './survey-documents.ts';

/** Random texts that are always taken, before it is known how many are needed. */
const FIRST_SAMPLES = 30;
/** More than these are not taken, however precise it should be. */
const MOST_SAMPLES = 2_000;
/** Documents on which the time is measured. */
const TIMED_DOCUMENTS = 3;

/**
 * Gamma of each document, and the mean. Each document has random numbers of its own from the seed, so that the
 * figure of one does not depend on which others are measured.
 */
export async function measureGamma(
  session: ProjectSession,
  request: GammaRequest,
  job: Job,
): Promise<Result<GammaReport, ApiError>> {
  const gathered = await gather(session, request, job);
  if (!gathered.ok) return gathered;
  const documents: GammaDocument[] = [];
  for (const [i, { id, annotators }] of gathered.value.entries()) {
    job.signal.throwIfAborted();
    job.progress(i, gathered.value.length, 'Gamma');
    documents.push(await gammaOf(id, annotators, request, job));
  }
  job.progress(documents.length, documents.length, '');
  return ok({
    gamma: meanOf(documents.map(({ gamma }) => gamma)).mean,
    gammaCat: meanOf(documents.map(({ gammaCat }) => gammaCat)).mean,
    documents,
  });
}

/** Takes a few samples of a few documents, and says how long all will take. In seconds. */
export async function gammaTime(
  session: ProjectSession,
  request: GammaRequest,
  job: Job,
): Promise<Result<{ readonly seconds: number }, ApiError>> {
  const gathered = await gather(session, request, job);
  if (!gathered.ok) return gathered;
  const sizes = gathered.value.map(({ annotators }) => annotators.flat().length);
  const bySize = [...gathered.value.keys()].sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  let measured = 0;
  let milliseconds = 0;
  for (const place of bySize.slice(0, TIMED_DOCUMENTS)) {
    job.signal.throwIfAborted();
    const annotators = gathered.value[place]?.annotators ?? [];
    if (annotators.flat().length === 0) continue;
    const random = seededRandom(request.seed);
    const started = performance.now();
    const { disorder } = disorderOf(shuffle(annotators, random), request);
    const other = disorderOf(shuffle(annotators, random), request).disorder;
    const each = (performance.now() - started) / 2;
    const samples = samplesFor([disorder, other], request.precision);
    milliseconds += each * samples;
    measured += sizes[place] ?? 0;
  }
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return ok({ seconds: measured === 0 ? 0 : (milliseconds * total) / measured / 1_000 });
}

interface Continuum {
  readonly id: string;
  readonly annotators: readonly Units[];
}

async function gather(
  session: ProjectSession,
  request: GammaRequest,
  job: Job,
): Promise<Result<readonly Continuum[], ApiError>> {
  const options = surveyOptions(session, request);
  const found: Continuum[] = [];
  const add = ({ id, sets }: SurveyDocument) => {
    if (sets.length < 2) return;
    found.push({ id, annotators: sets.map((set) => unitsOf(comparable(set, options).spans)) });
  };
  const read = await eachDocument(session, request, job, add);
  return read.ok ? ok(found) : read;
}

async function gammaOf(
  id: string,
  annotators: readonly Units[],
  request: GammaRequest,
  job: Job,
): Promise<GammaDocument> {
  if (annotators.flat().length === 0) {
    const why = 'Nobody marked anything.';
    return { id, gamma: null, gammaCat: null, samples: 0, why, isProven: true };
  }
  const observed = disorderOf(annotators, request);
  const random = seededRandom(request.seed);
  const samples = [];
  let isProven = observed.alignment.isProven;
  for (let needed = FIRST_SAMPLES; samples.length < needed; ) {
    job.signal.throwIfAborted();
    const { disorder, category, alignment } = disorderOf(shuffle(annotators, random), request);
    samples.push({ disorder, category });
    isProven &&= alignment.isProven;
    if (samples.length === needed) {
      needed = samplesFor(
        samples.map((sample) => sample.disorder),
        request.precision,
      );
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  const { gamma, gammaCat, why } = gammaFrom(observed, samples);
  return { id, gamma, gammaCat, samples: samples.length, why, isProven };
}

function samplesFor(disorders: readonly number[], precision: number): number {
  const needed = samplesNeeded(disorders, precision);
  return Math.min(MOST_SAMPLES, Math.max(FIRST_SAMPLES, needed));
}
