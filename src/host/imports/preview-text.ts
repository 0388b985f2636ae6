import type { ImportChoice, PreviewText } from '#api/calls/imports.ts';
import type { ApiError } from '#api/problem.ts';
import { hull } from '#core/model/range.ts';
import { err, ok, type Result } from '#core/result.ts';
import { cut } from '../documents/preview.ts';
import type { Job } from '../jobs.ts';
import { incomingSets } from './incoming-sets.ts';
import type { Into } from './into.ts';
import { TEXT_PREVIEW } from './limits.ts';
import { planNames } from './plan-work.ts';
import { readTicket } from './read-ticket.ts';
import type { Ticket } from './tickets.ts';

/** The beginning of a document as it would come in, with its spans in the project's names. */
export async function previewText(
  ticket: Ticket,
  choice: ImportChoice,
  key: string,
  into: Into,
  job: Job,
): Promise<Result<PreviewText, ApiError>> {
  const read = await readTicket(ticket, choice, job);
  if (!read.ok) return read;
  const document = read.value.documents.find((one) => one.key === key);
  if (!document) {
    const message = 'This document is not among those that would be imported any more.';
    return err({ code: 'not-found', message, place: { id: key } });
  }
  const { plan } = await planNames(read.value.documents, read.value.schemas, into, choice);
  const text = cut(document.text, 0, TEXT_PREVIEW);
  const spans = incomingSets(document, plan, choice.annotators)
    .flatMap(({ records }) => records.filter((record) => record.kind === 'span'))
    .filter(({ ranges }) => hull(ranges).end <= text.length);
  const { headings = [], metadata = {} } = document.details;
  return ok({
    text,
    isCut: text.length < document.text.length,
    spans,
    headings: headings.filter(({ end }) => end <= text.length),
    metadata,
  });
}
