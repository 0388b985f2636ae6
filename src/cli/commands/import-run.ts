import type {
  ImportChoice,
  ImportFile,
  ImportLook,
  ImportPreview,
  SourceChoice,
} from '#api/calls/imports.ts';
import type { ApiError } from '#api/problem.ts';
import type { ImportMapping, NameMapping } from '#core/exchange/import-mapping.ts';
import type { Annotator } from '#core/model/annotator.ts';
import type { DocumentEntry } from '#core/model/document.ts';
import type { Problem } from '#core/problem.ts';
import { err, ok, type Result } from '#core/result.ts';
import { soundAnnotator } from '#host/imports/sound-set.ts';
import type { Host } from '#host/index.ts';
import type { ProjectSession } from '#host/project/session.ts';
import type { ImportRequest } from './import-arguments.ts';

/** What came of an import. */
export interface Outcome {
  readonly preview: ImportPreview;
  readonly added: readonly DocumentEntry[];
  readonly received: readonly string[];
  readonly spans: number;
  /** Files that cannot be read as they stand. */
  readonly unreadable: readonly ImportFile[];
  /** What was read in part or not at all. */
  readonly problems: readonly Problem[];
  /** Whether something was imported, or would be. */
  readonly isDone: boolean;
}

const JOB = 'import';
/** So many names are listed where one is not there. */
const TOLD_NAMES = 50;
const NOTHING: ImportChoice = {
  sources: [],
  mapping: null,
  annotators: {},
  copies: [],
  without: [],
};

/** Looks at the files, and tells what would come of them in a new project. */
export async function previewOnly(
  host: Host,
  request: ImportRequest,
): Promise<Result<Outcome, ApiError>> {
  const planned = await plan(host, null, request);
  return planned.ok ? ok(outcomeOf(planned.value, true)) : planned;
}

/** Imports what was asked for, or, in a dry run, tells what would come of it. */
export async function runImport(
  host: Host,
  session: ProjectSession,
  request: ImportRequest,
  isDryRun: boolean,
): Promise<Result<Outcome, ApiError>> {
  const planned = await plan(host, session, request);
  if (!planned.ok) return planned;
  const { ticket, choice, unreadable } = planned.value;
  const isRefused = unreadable.length > 0 && !request.skipsProblems;
  if (isDryRun || isRefused) return ok(outcomeOf(planned.value, isDryRun && !isRefused));
  const applied = await host.endpoints['import.apply']({ ticket, choice, job: JOB });
  if (!applied.ok) return applied;
  const { added, received, spans } = applied.value;
  return ok({ ...outcomeOf(planned.value, true), added, received, spans });
}

interface Planned {
  readonly ticket: string;
  readonly choice: ImportChoice;
  readonly preview: ImportPreview;
  readonly unreadable: readonly ImportFile[];
  readonly problems: readonly Problem[];
}

async function plan(
  host: Host,
  session: ProjectSession | null,
  request: ImportRequest,
): Promise<Result<Planned, ApiError>> {
  const looked = await host.endpoints['import.look']({ paths: request.paths, job: JOB });
  if (!looked.ok) return looked;
  const { ticket } = looked.value;
  const into = session ? {} : { into: 'new' as const };
  const preview = (choice: ImportChoice) =>
    host.endpoints['import.preview']({ ticket, choice, job: JOB });
  let choice: ImportChoice = { ...NOTHING, ...into, sources: sourcesOf(looked.value, request) };
  let seen = await preview(choice);
  if (!seen.ok) return seen;
  const unreadable = unreadableIn(seen.value);
  const options = optionsOf(seen.value, request);
  if (!options.ok) return options;
  const unknown = unknownName(seen.value, request);
  if (unknown) return err(unknown);
  const refined = refine(choice, seen.value, { request, session, options: options.value });
  if (refined) {
    choice = refined;
    seen = await preview(choice);
    if (!seen.ok) return seen;
  }
  const bad = new Set(unreadable.map(({ path }) => path));
  const problems = [...looked.value.problems, ...seen.value.problems].filter(
    ({ place }) => !bad.has(place?.file ?? ''),
  );
  return ok({ ticket, choice, preview: seen.value, unreadable, problems });
}

function sourcesOf({ sources }: ImportLook, request: ImportRequest): readonly SourceChoice[] {
  const { reader, encoding } = request;
  return sources.map(({ id, files }) => {
    const doubtful = files.filter(({ problem, encodings }) => problem && encodings.length > 0);
    const encodings = encoding
      ? Object.fromEntries(doubtful.map(({ path }) => [path, encoding]))
      : {};
    return { source: id, encodings, ...(reader ? { reader } : {}) };
  });
}

function unreadableIn({ sources }: ImportPreview): readonly ImportFile[] {
  return sources.flatMap(({ files }) => files.filter(({ problem }) => problem !== null));
}

/** The options by source. Fails where no source has one of them. */
function optionsOf(
  { sources }: ImportPreview,
  { options }: ImportRequest,
): Result<ReadonlyMap<string, Readonly<Record<string, string>>>, ApiError> {
  const unknown = options.find(
    ([name]) => !sources.some((source) => source.options.some(({ id }) => id === name)),
  );
  if (unknown) {
    const message = `None of these files has a choice ‘${unknown[0]}’ about reading.`;
    return err({ code: 'bad-request', message });
  }
  const own = sources.map((source) => {
    const fitting = options.filter(([name]) => source.options.some(({ id }) => id === name));
    return [source.id, Object.fromEntries(fitting)] as const;
  });
  return ok(new Map(own));
}

/** Why names cannot be mapped: the data do not have them. `null` where all are there. */
function unknownName({ incoming }: ImportPreview, { map }: ImportRequest): ApiError | null {
  const { entityTypes, relationTypes, documentLabels } = incoming;
  const names = [...entityTypes, ...relationTypes, ...documentLabels].map(({ name }) => name);
  const unknown = [...map.keys()].find((name) => !names.includes(name));
  if (unknown === undefined) return null;
  const known = [...new Set(names)].map((name) => `‘${name}’`);
  const more = known.length > TOLD_NAMES ? ` and ${known.length - TOLD_NAMES} more` : '';
  const there =
    known.length === 0
      ? 'They have no types, relations or labels.'
      : `There are: ${known.slice(0, TOLD_NAMES).join(', ')}${more}.`;
  const message = `None of these files has a type, relation or label ‘${unknown}’ (--map). ${there}`;
  return { code: 'bad-request', message };
}

/** The choice with what the first preview made possible to say; `null` where that is nothing. */
function refine(
  choice: ImportChoice,
  preview: ImportPreview,
  {
    request,
    session,
    options,
  }: {
    readonly request: ImportRequest;
    readonly session: ProjectSession | null;
    readonly options: ReadonlyMap<string, Readonly<Record<string, string>>>;
  },
): ImportChoice | null {
  const { skipsProblems, allowsDuplicates, map, annotator } = request;
  const isPlain =
    request.options.length === 0 && !skipsProblems && !allowsDuplicates && map.size === 0;
  if (isPlain && annotator === null) return null;
  const bad = new Set(skipsProblems ? unreadableIn(preview).map(({ path }) => path) : []);
  const files = new Map(preview.sources.map((source) => [source.id, source.files]));
  const person = annotator === null ? null : personOf(annotator, session);
  return {
    ...choice,
    sources: choice.sources.map((source) => ({
      ...source,
      options: options.get(source.source) ?? {},
      without: (files.get(source.source) ?? []).flatMap(({ path }) => (bad.has(path) ? path : [])),
    })),
    mapping: map.size === 0 ? null : mappingOf(map),
    annotators: person
      ? Object.fromEntries(preview.annotators.map((one) => [one.annotator.id, person]))
      : {},
    copies: allowsDuplicates ? preview.documents.flatMap(({ same, key }) => (same ? key : [])) : [],
  };
}

/** A name counts for types, relations and labels alike. */
function mappingOf(map: ReadonlyMap<string, string | null>): ImportMapping {
  const names: NameMapping = Object.fromEntries(map);
  return {
    entityTypes: names,
    relationTypes: names,
    documentLabels: names,
    entityAttributes: {},
    relationAttributes: {},
  };
}

function personOf(name: string, session: ProjectSession | null): Annotator {
  const known = session?.annotators.find((one) => one.id === name || one.name === name);
  return known ?? soundAnnotator({ id: name, name });
}

function outcomeOf({ preview, unreadable, problems }: Planned, isDone: boolean): Outcome {
  return { preview, added: [], received: [], spans: 0, unreadable, problems, isDone };
}
