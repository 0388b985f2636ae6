import { resolve } from 'node:path';
import type { ExportPreview, ExportSelection, ExportSummary } from '#api/calls/exports.ts';
import type { Args } from '#api/contract.ts';
import type { ApiError } from '#api/problem.ts';
import { ok, type Result } from '#core/result.ts';
import type { ProjectSession } from '#host/project/session.ts';
import {
  type Arguments,
  type Command,
  FINE,
  PROBLEMS,
  UsageError,
  WRONG_USAGE,
} from '../command.ts';
import { named } from '../named.ts';
import { type OpenedProject, withProject } from '../open-project.ts';
import { printError, printResult, type Terminal } from '../terminal.ts';
import {
  amounts,
  optionPairs,
  optionsHelp,
  summaryLines,
  tellLosses,
  WRITABLE,
  WRITING_HELP,
  WRITING_OPTIONS,
  writingChoices,
} from './format-arguments.ts';

/** `glossator export`: annotations out of a project. */
export const exportData: Command = {
  name: 'export',
  usage: 'export <project> --format <name> --to <file or folder> [options]',
  summary: 'write annotations in a format of another program',
  help: `
Writes texts and annotations for other programs, whole or not at all. Says on standard error what the
format leaves out. The project may be open in a window meanwhile.

Options:
  --format <name>      ${wrapped(WRITABLE.map(({ id }) => id))}
  --to <path>          a folder, or a file where the format gives one file
  --option <a=b>       an option of the format (see below); can be repeated
  --document <id>      only this document; can be repeated, as can the next three
  --annotator <name>   only this annotator, by name or id
  --type <name>        only this entity type
  --relation <name>    only this relation type${WRITING_HELP}
  --overwrite          replace files that are there (also --force)
  --dry-run            only count what would be written and left out

Options of the formats (the first is the default):
${optionsHelp(WRITABLE)}
`,
  options: {
    format: { type: 'string' },
    to: { type: 'string' },
    document: { type: 'string', multiple: true },
    annotator: { type: 'string', multiple: true },
    type: { type: 'string', multiple: true },
    relation: { type: 'string', multiple: true },
    overwrite: { type: 'boolean' },
    force: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    ...WRITING_OPTIONS,
  },
  async run(args, terminal) {
    const [project, extra] = args.words;
    if (project === undefined) throw new UsageError('no project folder was given.');
    if (extra !== undefined) throw new UsageError(`‘${extra}’ is one word too many.`);
    const request = requestOf(args, terminal);
    const isDryRun = args.has('dry-run');
    const result = await withProject<ExportPreview | ExportSummary>(
      terminal,
      project,
      'read',
      async (opened) => {
        const selection = selectionOf(opened.session, request.selection);
        if (!selection.ok) return selection;
        const chosen = { ...request, selection: selection.value };
        return isDryRun ? preview(opened, chosen) : opened.host.endpoints['export.write'](chosen);
      },
    );
    if (!result.ok) {
      printError(terminal, result.error);
      return result.error.code === 'bad-request' ? WRONG_USAGE : PROBLEMS;
    }
    const { value } = result;
    tellLosses(terminal, value.losses);
    const lines = 'sets' in value ? [...previewLines(value)] : summaryLines(value);
    printResult(terminal, { ...value, written: !isDryRun }, lines);
    return FINE;
  },
};

/** What was named, by id or by name; what the project does not have is refused. */
function selectionOf(
  { annotators, manifest, schema }: ProjectSession,
  wanted: ExportSelection,
): Result<ExportSelection, ApiError> {
  const people = named('annotator', annotators, wanted.annotators);
  if (!people.ok) return people;
  const documents = named('document', manifest.documents, wanted.documents);
  if (!documents.ok) return documents;
  const byName = ({ name }: { readonly name: string }) => ({ id: name, name });
  const entityTypes = named('entity type', schema.entityTypes.map(byName), wanted.entityTypes);
  if (!entityTypes.ok) return entityTypes;
  const relationTypes = named(
    'relation type',
    schema.relationTypes.map(byName),
    wanted.relationTypes,
  );
  if (!relationTypes.ok) return relationTypes;
  const idsOf = (all: readonly { readonly id: string }[]) => all.map(({ id }) => id);
  return ok({
    documents: idsOf(documents.value),
    annotators: idsOf(people.value),
    entityTypes: idsOf(entityTypes.value),
    relationTypes: idsOf(relationTypes.value),
  });
}

function preview(
  { host }: OpenedProject,
  { target: _, overwrite: __, ...request }: Args<'export.write'>,
): Promise<Result<ExportPreview, ApiError>> {
  return host.endpoints['export.preview'](request);
}

function previewLines(value: ExportPreview): readonly string[] {
  const parts = value.parts.map((part) => `${part.name}: ${amounts(part)}`);
  return [...parts, `Would write ${amounts(value)}.`];
}

function requestOf(args: Arguments, terminal: Terminal): Args<'export.write'> {
  const format = args.one('format');
  const target = args.one('to') ?? (args.has('dry-run') ? '.' : undefined);
  if (format === undefined) throw new UsageError('no --format was given.');
  if (!WRITABLE.some(({ id }) => id === format)) {
    const known = WRITABLE.map(({ id }) => id).join(', ');
    throw new UsageError(`there is no format ‘${format}’. There are: ${known}.`);
  }
  if (target === undefined) throw new UsageError('it was not said where to write (--to).');
  return {
    format,
    options: Object.fromEntries(optionPairs(args)),
    selection: {
      documents: args.all('document'),
      annotators: args.all('annotator'),
      entityTypes: args.all('type'),
      relationTypes: args.all('relation'),
    },
    ...writingChoices(args),
    target: resolve(terminal.cwd, target),
    overwrite: args.has('overwrite') || args.has('force'),
    job: 'export',
  };
}

/** Names in lines that fit beside an option. */
function wrapped(names: readonly string[]): string {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + name.length < 80) lines.push(`${lines.pop()}, ${name}`);
    else lines.push(name);
  }
  return lines.join(`,\n${' '.repeat(23)}`);
}
