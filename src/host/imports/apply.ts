import type { ImportChoice } from '#api/calls/imports.ts';
import type { Value } from '#api/contract.ts';
import type { ApiError } from '#api/problem.ts';
import { isSame } from '#core/edit/same.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import { err, ok, type Result } from '#core/result.ts';
import { validateSchema } from '#core/schema/validate.ts';
import { plural } from '#core/text/plural.ts';
import type { Job } from '../jobs.ts';
import type { ProjectSession } from '../project/session.ts';
import { intoProject } from './into.ts';
import { KeptSources } from './kept-sources.ts';
import { planNames } from './plan-work.ts';
import { readTicket } from './read-ticket.ts';
import { stageDocuments } from './stage-documents.ts';
import type { Ticket } from './tickets.ts';
import { changesOf, planWork, type Work } from './work.ts';

type Applied = Value<'import.apply'>;

interface Tools {
  readonly job: Job;
  readonly random: () => number;
  readonly now: () => Date;
}

/**
 * Imports everything as chosen, or nothing, as one project-wide action: documents, sets and schema. Until
 * it is done, files are staged apart; they are gone again where something fails or the job is stopped.
 */
export async function applyImport(
  session: ProjectSession,
  ticket: Ticket,
  choice: ImportChoice,
  tools: Tools,
): Promise<Result<Applied, ApiError>> {
  if (session.readOnly !== null) return err({ code: 'read-only', message: session.readOnly });
  const { job } = tools;
  const read = await readTicket(ticket, choice, job);
  if (!read.ok) return read;
  for (const { failures } of read.value.sources)
    for (const failure of failures.values()) return err(cannotImport(failure));
  const without = new Set(choice.without);
  const wanted = read.value.documents.filter(({ key }) => !without.has(key));
  const into = await intoProject(session);
  const planned = await planNames(wanted, read.value.schemas, into, choice);
  const { schema } = planned.plan;
  const fault = validateSchema(schema).find(({ severity }) => severity === 'error');
  if (fault) return err({ ...fault, code: 'refused' });
  const work = await planWork(read.value, planned, into, choice, tools);
  if (!work.ok) return work;
  const { added, receivers, counts } = work.value;
  const sets = receivers.flatMap(changesOf);
  if (added.length === 0 && sets.length === 0) {
    return ok({ added: [], received: [], spans: 0, relations: 0 });
  }

  const staged = new Set<string>();
  let isDone = false;
  try {
    const kept = new KeptSources(session, read.value.files, added);
    const now = tools.now();
    const entries = await stageDocuments(session, added, kept, { job, now, staged });
    if (!entries.ok) return entries;
    job.signal.throwIfAborted();
    job.progress(added.length, added.length, 'Adding them to the project');
    const documents = { added: entries.value, removed: [], updated: [] };
    const annotators = newcomers(session, work.value);
    const change = {
      ...(entries.value.length > 0 ? { documents } : {}),
      ...(sets.length > 0 ? { sets } : {}),
      ...(annotators.length > 0 ? { annotators } : {}),
      ...(isSame(schema, into.schema) ? {} : { schema: [into.schema, schema] as const }),
    };
    const label = labelOf(entries.value, work.value);
    const action = await session.act({ label, code: 'documents.import', change });
    isDone = action.ok;
    if (!action.ok) return action;
    ticket.forget();
    const received = receivers.map(({ entry }) => entry.id);
    return ok({
      added: entries.value,
      received,
      spans: counts.spans,
      relations: counts.relations,
    });
  } finally {
    if (!isDone) await session.discardStaged([...staged]);
  }
}

/**
 * People whose sets documents of the project receive, and whose names it does not know: the change of a set
 * says no name. Sets of new documents have it in their files.
 */
function newcomers({ annotators, manifest }: ProjectSession, { receivers }: Work) {
  const known = new Set([
    ...manifest.annotators.map(({ id }) => id),
    ...annotators.flatMap(({ id, name }) => (name === id ? [] : id)),
  ]);
  const found = new Map<string, Annotator>();
  for (const receiver of receivers) {
    for (const { annotatorId } of changesOf(receiver)) {
      const annotator = receiver.sets.get(annotatorId)?.grown.annotator;
      if (annotator && !known.has(annotatorId) && !found.has(annotatorId))
        found.set(annotatorId, annotator);
    }
  }
  return [...found.values()];
}

function cannotImport(failure: ApiError): ApiError {
  const name = failure.place?.file?.split(/[\\/]/u).at(-1) ?? '';
  return { ...failure, message: `‘${name}’ cannot be imported. ${failure.message}` };
}

function labelOf(added: readonly DocumentEntry[], { receivers }: Work): string {
  const [document] = added;
  if (document)
    return `Import ${added.length === 1 ? `‘${document.name}’` : plural(added.length, 'document')}`;
  const [receiver] = receivers;
  const name = receiver?.entry.name ?? '';
  return `Import annotations for ${receivers.length === 1 ? `‘${name}’` : plural(receivers.length, 'document')}`;
}
