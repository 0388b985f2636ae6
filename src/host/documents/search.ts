import type { TextHit } from '#api/calls/documents.ts';
import type { Value } from '#api/contract.ts';
import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import { cut } from './preview.ts';

/** Hits that are shown; all are counted. */
const MAX_HITS = 1_000;
/** Characters around a hit, in UTF-16 code units. */
const CONTEXT = 60;

/**
 * Finds words in all texts, ignoring case; any white space in the query matches any in the text, so that
 * words are found across line ends. One text is in memory at a time. Texts that cannot be read are passed
 * over: opening them says why.
 */
export async function searchDocuments(
  session: ProjectSession,
  query: string,
  job: Job,
): Promise<Result<Value<'documents.search'>, ApiError>> {
  const hits: TextHit[] = [];
  const counts: Record<string, number> = {};
  const pattern = patternOf(query);
  if (pattern === null) return ok({ hits, counts });
  const { documents } = session.manifest;
  for (const [i, { id, name }] of documents.entries()) {
    job.signal.throwIfAborted();
    job.progress(i, documents.length, name);
    const text = await session.readText(id);
    if (!text.ok) continue;
    let count = 0;
    for (const { index, 0: match } of text.value.matchAll(pattern)) {
      count++;
      if (hits.length < MAX_HITS) hits.push(hitAt(text.value, index, match, id));
    }
    if (count > 0) counts[id] = count;
  }
  job.progress(documents.length, documents.length, '');
  return ok({ hits, counts });
}

/** Case is folded one character to one, so that offsets stay those of the text. `null` for no words. */
function patternOf(query: string): RegExp | null {
  const words = query
    .toWellFormed()
    .split(/\s+/u)
    .filter((word) => word !== '');
  if (words.length === 0) return null;
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&'));
  return new RegExp(escaped.join('\\s+'), 'giu');
}

function hitAt(text: string, start: number, match: string, documentId: string): TextHit {
  const end = start + match.length;
  return {
    documentId,
    start,
    end,
    before: cut(text, start - CONTEXT, start),
    match: cut(match, 0, 1_000),
    after: cut(text, end, end + CONTEXT),
  };
}
