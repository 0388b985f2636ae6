import type { ImportChoice, ImportPreview, IncomingUse } from '#api/calls/imports.ts';
import type { ApiError } from '#api/problem.ts';
import type { SeenType } from '#core/exchange/incoming-names.ts';
import type { Annotator } from '#core/model/annotator.ts';
import { ok, type Result } from '#core/result.ts';
import type { Job } from '../jobs.ts';
import type { Into } from './into.ts';
import { MOST_DOCUMENTS, MOST_PROBLEMS } from './limits.ts';
import { planNames } from './plan-work.ts';
import type { ReadDocument } from './read-document.ts';
import { readTicket } from './read-ticket.ts';
import { chosenSource } from './shown-source.ts';
import type { Ticket } from './tickets.ts';
import { planWork } from './work.ts';

/** Reads everything as chosen, and tells what would come of it. Writes nothing. */
export async function previewImport(
  ticket: Ticket,
  choice: ImportChoice,
  into: Into,
  tools: { readonly job: Job; readonly random: () => number },
): Promise<Result<ImportPreview, ApiError>> {
  const read = await readTicket(ticket, choice, tools.job);
  if (!read.ok) return read;
  const without = new Set(choice.without);
  const wanted = read.value.documents.filter(({ key }) => !without.has(key));
  const planned = await planNames(wanted, read.value.schemas, into, choice);
  const work = await planWork(read.value, planned, into, choice, tools);
  if (!work.ok) return work;
  const { names, suggested, plan, changes } = planned;
  const { added, receivers, counts, shown } = work.value;
  const problems = [...read.value.problems, ...work.value.problems];
  return ok({
    sources: read.value.sources.map(chosenSource),
    counts: { documents: added.length, receiving: receivers.length, ...counts },
    documents: shown.slice(0, MOST_DOCUMENTS),
    documentCount: shown.length,
    incoming: {
      entityTypes: usesOf(names.entityTypes),
      relationTypes: usesOf(names.relationTypes),
      documentLabels: [...names.documentLabels].map(([name, { count }]) => ({
        name,
        count,
        attributes: [],
      })),
    },
    suggested,
    schema: plan.schema,
    schemaChanges: changes,
    annotators: annotatorsOf(wanted),
    problems: problems.slice(0, MOST_PROBLEMS),
    problemCount: problems.length,
  });
}

function usesOf(types: ReadonlyMap<string, SeenType>): readonly IncomingUse[] {
  return [...types].map(([name, { count, attributes }]) => ({
    name,
    count,
    attributes: [...attributes].map(([attribute, seen]) => ({
      name: attribute,
      count: seen.count,
    })),
  }));
}

function annotatorsOf(documents: readonly ReadDocument[]): ImportPreview['annotators'] {
  const found = new Map<string, { annotator: Annotator; sets: number; spans: number }>();
  for (const { annotator, records } of documents.flatMap(({ sets }) => sets)) {
    const known = found.get(annotator.id) ?? { annotator, sets: 0, spans: 0 };
    known.sets++;
    known.spans += records.filter(({ kind }) => kind === 'span').length;
    found.set(annotator.id, known);
  }
  return [...found.values()];
}
