import type { ApiError } from '#api/problem.ts';
import type { Result } from '#core/result.ts';
import { ok } from '#core/result.ts';
import type { ProjectSession } from '#host/project/session.ts';
import { type Command, FINE, PROBLEMS, UsageError } from '../command.ts';
import { withProject } from '../open-project.ts';
import { printError, printResult } from '../terminal.ts';

/** `glossator stats`: how much there is of everything. */
export const stats: Command = {
  name: 'stats',
  usage: 'stats <project> [options]',
  summary: 'count documents, annotations, types and statuses',
  help: `
Counts what the project holds, by annotator and by type. The project may be open in a window meanwhile.

Options:`,
  options: {},
  async run(args, terminal) {
    const [project, extra] = args.words;
    if (project === undefined) throw new UsageError('no project folder was given.');
    if (extra !== undefined) throw new UsageError(`‘${extra}’ is one word too many.`);
    const result = await withProject(terminal, project, 'read', ({ session }) => gather(session));
    if (!result.ok) {
      printError(terminal, result.error);
      return PROBLEMS;
    }
    printResult(terminal, result.value, linesOf(result.value));
    return FINE;
  },
};

interface AnnotatorStats {
  readonly id: string;
  readonly name: string;
  sets: number;
  spans: number;
  relations: number;
  labels: number;
  /** Number of documents by status. */
  readonly statuses: Record<string, number>;
}

interface Stats {
  readonly name: string;
  readonly documents: number;
  /** Unicode code points of all texts. */
  readonly characters: number;
  readonly annotators: readonly AnnotatorStats[];
  readonly entityTypes: Readonly<Record<string, number>>;
  readonly relationTypes: Readonly<Record<string, number>>;
}

async function gather(session: ProjectSession): Promise<Result<Stats, ApiError>> {
  const annotators = new Map(
    session.annotators.map(({ id, name }) => [id, emptyStats(id, name)] as const),
  );
  const entityTypes = new Map(session.schema.entityTypes.map(({ name }) => [name, 0]));
  const relationTypes = new Map(session.schema.relationTypes.map(({ name }) => [name, 0]));
  for (const key of await session.listSets()) {
    const set = await session.readSet(key);
    if (!set.ok) return set;
    const { index, annotator } = set.value;
    const known = annotators.get(annotator.id) ?? emptyStats(annotator.id, annotator.name);
    annotators.set(annotator.id, known);
    known.sets++;
    const { status } = index.status();
    known.statuses[status] = (known.statuses[status] ?? 0) + 1;
    for (const record of index.all()) {
      if (record.kind === 'label') known.labels++;
      if (record.kind !== 'span' && record.kind !== 'relation') continue;
      if (record.kind === 'span') known.spans++;
      else known.relations++;
      const types = record.kind === 'span' ? entityTypes : relationTypes;
      types.set(record.type, (types.get(record.type) ?? 0) + 1);
    }
  }
  const { name, documents } = session.manifest;
  return ok({
    name,
    documents: documents.length,
    characters: documents.reduce((total, { length }) => total + length, 0),
    annotators: [...annotators.values()].filter(({ sets }) => sets > 0),
    entityTypes: Object.fromEntries(entityTypes),
    relationTypes: Object.fromEntries(relationTypes),
  });
}

function emptyStats(id: string, name: string): AnnotatorStats {
  return { id, name, sets: 0, spans: 0, relations: 0, labels: 0, statuses: {} };
}

function linesOf(found: Stats): readonly string[] {
  const number = (amount: number) => amount.toLocaleString('en').padStart(12);
  const table = (rows: Readonly<Record<string, number>>) =>
    Object.entries(rows).map(([name, amount]) => `${number(amount)}  ${name}`);
  return [
    found.name,
    `${number(found.documents)}  documents`,
    `${number(found.characters)}  characters`,
    ...found.annotators.flatMap(({ name, sets, spans, relations, labels, statuses }) => [
      '',
      name,
      ...table({ documents: sets, spans, relations, 'document labels': labels }),
      ...table(statuses).map((line) => line.replace(/ {2}(\S)/u, '  of these $1')),
    ]),
    '',
    'Spans by type',
    ...table(found.entityTypes),
    '',
    'Relations by type',
    ...table(found.relationTypes),
  ];
}
