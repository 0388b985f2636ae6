import { resolve } from 'node:path';
import type { ExportPreview } from '#api/calls/exports.ts';
import type { Args, Value } from '#api/contract.ts';
import type { ApiError } from '#api/problem.ts';
import { lossWords } from '#core/formats/losses.ts';
import { FORMATS } from '#core/formats/registry.ts';
import { ok, type Result } from '#core/result.ts';
import {
  type Arguments,
  type Command,
  FINE,
  PROBLEMS,
  UsageError,
  WRONG_USAGE,
} from '../command.ts';
import { type OpenedProject, withProject } from '../open-project.ts';
import { count, printError, printResult, type Terminal } from '../terminal.ts';

const WRITABLE = FORMATS.filter((format) => format.write);

/** `glossator export`: annotations out of a project. */
export const exportData: Command = {
  name: 'export',
  usage: 'export <project> --format <name> --to <file or folder> [options]',
  summary: 'write annotations as JSON, JSON Lines or tables',
  help: `
Writes texts and annotations for other programs, whole or not at all. Says on standard error what the
format leaves out. Offsets count Unicode code points. The project may be open in a window meanwhile.

Options:
  --format <name>      ${WRITABLE.map(({ id }) => id).join(', ')}
  --to <path>          a folder, or a file where the format gives one file
  --option <a=b>       an option of the format (see below); can be repeated
  --document <id>      only this document; can be repeated, as can the next three
  --annotator <id>     only this annotator
  --type <name>        only this entity type
  --relation <name>    only this relation type
  --overwrite          replace files that are there
  --dry-run            only count what would be written and left out

Options of the formats (the first is the default):
${optionsHelp()}
`,
  options: {
    format: { type: 'string' },
    to: { type: 'string' },
    option: { type: 'string', multiple: true },
    document: { type: 'string', multiple: true },
    annotator: { type: 'string', multiple: true },
    type: { type: 'string', multiple: true },
    relation: { type: 'string', multiple: true },
    overwrite: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  },
  async run(args, terminal) {
    const [project, extra] = args.words;
    if (project === undefined) throw new UsageError('no project folder was given.');
    if (extra !== undefined) throw new UsageError(`‘${extra}’ is one word too many.`);
    const request = requestOf(args, terminal);
    const result = await withProject(terminal, project, 'read', (opened) =>
      previewAndWrite(opened, request, args.has('dry-run')),
    );
    if (!result.ok) {
      printError(terminal, result.error);
      return result.error.code === 'bad-request' ? WRONG_USAGE : PROBLEMS;
    }
    const { preview, written } = result.value;
    for (const loss of preview.losses) {
      terminal.err(`Left out: ${lossWords(loss)}. ${loss.why}\n`);
    }
    const { documents, losses } = preview;
    const { spans, relations } = written ?? preview;
    const what = `${count(documents, 'document')}, ${count(spans, 'span')}, ${count(relations, 'relation')}`;
    const lines = written ? [...written.files, `Wrote ${what}.`] : [`Would write ${what}.`];
    const files = written?.files ?? preview.files;
    printResult(
      terminal,
      { ...preview, spans, relations, files, written: written !== null, losses },
      lines,
    );
    return FINE;
  },
};

async function previewAndWrite(
  { host }: OpenedProject,
  request: Args<'export.write'>,
  isDryRun: boolean,
): Promise<Result<{ preview: ExportPreview; written: Value<'export.write'> | null }, ApiError>> {
  const preview = await host.endpoints['export.preview'](request);
  if (!preview.ok) return preview;
  if (isDryRun) return ok({ preview: preview.value, written: null });
  const written = await host.endpoints['export.write'](request);
  return written.ok ? ok({ preview: preview.value, written: written.value }) : written;
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
  const options = args.all('option').map((option) => {
    const [, name, value] = /^([^=]+)=(.*)$/u.exec(option) ?? [];
    if (name === undefined || value === undefined) {
      throw new UsageError(`‘${option}’ is not of the form name=value.`);
    }
    return [name, value] as const;
  });
  return {
    format,
    options: Object.fromEntries(options),
    selection: {
      documents: args.all('document'),
      annotators: args.all('annotator'),
      entityTypes: args.all('type'),
      relationTypes: args.all('relation'),
    },
    target: resolve(terminal.cwd, target),
    overwrite: args.has('overwrite'),
    job: 'export',
  };
}

function optionsHelp(): string {
  return WRITABLE.flatMap((format) =>
    format.options.map(({ id, choices, default: preset }) => {
      const others = choices.map(({ value }) => value).filter((value) => value !== preset);
      return `  ${format.id}: ${id}=${[preset, ...others].join('|')}`;
    }),
  ).join('\n');
}
