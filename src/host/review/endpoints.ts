import type { ApiError } from '#api/problem.ts';
import type { AnnotatorId } from '#core/model/ids.ts';
import type { Result } from '#core/result.ts';
import { err, ok } from '#core/result.ts';
import { ReviewedDocument } from '#core/review/reviewed-document.ts';
import { eachDocument } from '../agreement/survey-documents.ts';
import { type EndpointsOf, type HostContext, requireSession } from '../context.ts';
import type { ProjectSession } from '../project/session.ts';
import { inThread } from '../thread/in-thread.ts';
import { KeptDifferences } from './kept-differences.ts';
import { inOrder, symmetricTypes } from './review-sets.ts';

/** Answers the calls that compare several people's work. */
export function reviewEndpoints(
  ctx: HostContext,
): EndpointsOf<'review.differences' | 'review.excerpt'> {
  // The document that is looked at: people walk through one after the other.
  let last: { readonly key: string; readonly document: ReviewedDocument } | null = null;
  const kept = new KeptDifferences();
  return {
    'review.differences': async ({ job, filter, ...request }) => {
      const session = requireSession(ctx);
      if (!session.ok) return session;
      const refused = requireTwo(request.annotators);
      if (refused) return err(refused);
      const key = JSON.stringify([session.value.folder, request]);
      const isFiltered = Object.values(filter).some((value) => value !== null && value !== '');
      // Without a filter everything is compared anew: somebody begins.
      const known = isFiltered ? kept.filtered(key, filter) : undefined;
      if (known) return ok(known);
      const { found, end } = kept.begin();
      const task = { kind: 'differences', request, filter } as const;
      const result = await ctx.jobs.run(job, (running) =>
        inThread(session.value, task, running, found),
      );
      if (result.ok) end(key, result.value);
      return result;
    },
    'review.excerpt': async ({ document, annotators, record, around, reading }) => {
      const session = requireSession(ctx);
      if (!session.ok) return session;
      const refused = requireTwo(annotators);
      if (refused) return err(refused);
      const key = JSON.stringify([session.value.folder, document, annotators, reading]);
      if (last?.key !== key) {
        const read = await readDocument(session.value, document, annotators);
        if (!read.ok) return read;
        last = { key, document: read.value };
      }
      const excerpt = last.document.excerpt(record.annotator, record.id, around);
      return excerpt ? ok(excerpt) : err(CHANGED);
    },
  };
}

const CHANGED: ApiError = {
  code: 'not-found',
  message: 'This annotation is not there any more. Compare again to see what there is now.',
};

function requireTwo(annotators: readonly AnnotatorId[]): ApiError | null {
  if (new Set(annotators).size === annotators.length && annotators.length >= 2) return null;
  return {
    code: 'refused',
    message: 'Comparing takes two annotators at least. Choose another one.',
  };
}

async function readDocument(
  session: ProjectSession,
  document: string,
  annotators: readonly AnnotatorId[],
): Promise<Result<ReviewedDocument, ApiError>> {
  let found: ReviewedDocument | undefined;
  const job = { signal: new AbortController().signal, progress: () => undefined };
  const request = { documents: [document], annotators };
  const read = await eachDocument(session, request, job, ({ text, sets }) => {
    found = new ReviewedDocument(text, inOrder(sets, annotators), symmetricTypes(session));
  });
  if (!read.ok) return read;
  return found ? ok(found) : err(CHANGED);
}
