import type { FormatOption } from '#api/calls/exports.ts';
import type { ImportChoice, SourceChoice } from '#api/calls/imports.ts';
import type { ApiError } from '#api/problem.ts';
import type { Schema } from '#core/model/schema.ts';
import type { Problem } from '#core/problem.ts';
import { ok, type Result } from '#core/result.ts';
import type { Job } from '../jobs.ts';
import { namesOf } from './document-names.ts';
import type { Source } from './group.ts';
import type { ReadDocument } from './read-document.ts';
import type { ReadFile } from './read-files.ts';
import { nameAnnotators, namesWithoutPeople } from './several-annotators.ts';
import { optionsOf } from './source-options.ts';
import type { Ticket } from './tickets.ts';

/** All sources of a ticket, read as chosen. */
export interface ReadTicket {
  readonly documents: readonly ReadDocument[];
  /** Of the documents, in their order. */
  readonly names: readonly string[];
  readonly schemas: readonly Schema[];
  readonly files: ReadonlyMap<string, ReadFile>;
  readonly sources: readonly ChosenSource[];
  readonly problems: readonly Problem[];
}

/** A source with what was chosen for it. */
export interface ChosenSource {
  readonly source: Source;
  readonly reader: string;
  readonly options: readonly FormatOption[];
  readonly choice: SourceChoice | undefined;
  readonly failures: ReadonlyMap<string, ApiError>;
}

/** Reads what was looked at. Fails where a choice makes no sense. */
export async function readTicket(
  ticket: Ticket,
  choice: ImportChoice,
  job: Job,
): Promise<Result<ReadTicket, ApiError>> {
  const choices = new Map(choice.sources.map((one) => [one.source, one]));
  const documents: ReadDocument[] = [];
  const schemas: Schema[] = [];
  const files = new Map<string, ReadFile>();
  const sources: ChosenSource[] = [];
  const problems: Problem[] = [];
  for (const source of ticket.sources) {
    const own = choices.get(source.id);
    const without = new Set(own?.without);
    if (source.files.every(({ path }) => without.has(path))) {
      const options = await optionsOf(source, source.reader, own, job);
      const reader = own?.reader ?? source.reader.info.id;
      sources.push({ source, reader, options, choice: own, failures: new Map() });
      continue;
    }
    const read = await ticket.read(source, own, job);
    if (!read.ok) return read;
    const { reader, options, failures } = read.value;
    sources.push({ source, reader, options, choice: own, failures });
    for (const document of read.value.documents) documents.push(document);
    schemas.push(read.value.schema);
    for (const [path, file] of read.value.files) files.set(path, file);
    if (reader === source.reader.info.id) problems.push(...source.missing);
    for (const failure of failures.values()) problems.push(failure);
    for (const problem of read.value.problems) problems.push(problem);
  }
  const named = nameAnnotators(documents);
  problems.push(...named.problems);
  const isNamed = named.problems.length > 0;
  const own = namesOf(documents);
  const names = isNamed ? namesWithoutPeople(named.documents, own) : own;
  return ok({ documents: named.documents, names, schemas, files, sources, problems });
}
