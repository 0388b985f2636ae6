import type { AgreementRequest } from '#api/calls/agreement.ts';
import type { ApiError } from '#api/problem.ts';
import type { SurveyDocument, SurveyOptions } from '#core/agreement/survey/survey-input.ts';
import type { SetKey } from '#core/model/annotation-set.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import { type ComparedSet, comparedSet } from '#core/review/compared-set.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';

/** Work goes on for so long before others get their turn, in milliseconds. */
const BREATH_MS = 30;

/** Whose sets of which documents are read. Without documents: all. */
type SetChoice = Pick<AgreementRequest, 'documents' | 'annotators'>;

/**
 * Reads the chosen documents and sets one by one, and hands each on. A set that was never worked on (without a
 * single record) is as if it were not there. Stops with the first one that cannot be read: a figure with a
 * hole in it would look like a whole one.
 */
export async function eachDocument(
  session: ProjectSession,
  request: SetChoice,
  job: Job,
  visit: (document: SurveyDocument, name: string) => void,
): Promise<Result<null, ApiError>> {
  const wanted = new Set(request.documents);
  const entries = session.manifest.documents.filter(
    ({ id }) => wanted.size === 0 || wanted.has(id),
  );
  const keys = await setsByDocument(session, request);
  let breath = performance.now();
  for (const [i, { id, name }] of entries.entries()) {
    job.signal.throwIfAborted();
    job.progress(i, entries.length, name);
    const own = keys.get(id) ?? [];
    if (own.length < 2) {
      if (own.length === 1) visit({ id, text: '', sets: own.map(emptySet) }, name);
      continue;
    }
    const text = await session.readText(id);
    if (!text.ok) return text;
    const sets: ComparedSet[] = [];
    for (const key of own) {
      const set = await session.readSet(key);
      if (!set.ok) return set;
      if (set.value.index.records.size === 0) continue;
      sets.push(comparedSet(key.annotatorId, set.value.index.all()));
    }
    const details = await session.readDetails(id);
    if (!details.ok) return details;
    const { tokens } = details.value;
    visit({ id, text: text.value, sets, ...(tokens ? { tokens } : {}) }, name);
    if (performance.now() - breath > BREATH_MS) {
      await new Promise((resolve) => setImmediate(resolve));
      breath = performance.now();
    }
  }
  job.progress(entries.length, entries.length, '');
  return ok(null);
}

/** The request as the measures take it. */
export function surveyOptions(session: ProjectSession, request: AgreementRequest): SurveyOptions {
  const symmetric = session.schema.relationTypes
    .filter((type) => type.symmetric)
    .map(({ name }) => name);
  const { annotators, entityTypes, relationTypes, rule, replicates, level, seed } = request;
  return { annotators, entityTypes, relationTypes, symmetric, rule, replicates, level, seed };
}

/** Where only one worked there is nothing to read: it is only counted. */
const emptySet = ({ annotatorId }: SetKey): ComparedSet => comparedSet(annotatorId, []);

async function setsByDocument(
  session: ProjectSession,
  { annotators }: SetChoice,
): Promise<ReadonlyMap<string, readonly SetKey[]>> {
  const wanted = new Set(annotators);
  const keys = new Map<string, SetKey[]>();
  for (const key of await session.listSets()) {
    if (!wanted.has(key.annotatorId)) continue;
    const own = keys.get(key.documentId);
    if (own) own.push(key);
    else keys.set(key.documentId, [key]);
  }
  return keys;
}
